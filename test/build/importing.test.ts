import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/build/importing/import-document.ts';
import { shownChanges } from '../../src/build/importing/shown-changes.ts';
import type { Session } from '../../src/build/session.ts';
import { styledTreeOf } from '../../src/build/styled-document.ts';
import type { DocumentFile } from '../../src/content/list-documents.ts';
import { readParts } from '../../src/docx/reading/read-docx.ts';
import { docxParts } from '../../src/docx/write-docx.ts';
import { open } from './support/documents.ts';

const campaign = (id: string, tag: string, text: string) =>
  open({ 'campaign.yaml': readFileSync('content/campaign.yaml', 'utf8'), [`${id}/${tag}.md`]: text });

type Parts = ReadonlyMap<string, Uint8Array>;

const fileOf = ({ files }: Session, id: string, tag: string): DocumentFile =>
  files.find((each) => each.id === id && each.locale.tag === tag)!;

/** The package of a document. */
async function partsOf(id: string, tag: string, text: string): Promise<Parts> {
  const { session } = await campaign(id, tag, text);
  const file = fileOf(session, id, tag);
  const { value, diagnostics } = session.document(file);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { tree } = styledTreeOf(file, value!, session, []);
  const { host, campaign: of } = session;
  return (await docxParts(tree!, { host, date: of.date, loadImage: () => undefined })).value;
}

/** What an edited package makes of a source. */
async function imported(id: string, tag: string, text: string, parts: Parts) {
  const { session } = await campaign(id, tag, text);
  const file = fileOf(session, id, tag);
  const result = await importDocument(session, file, session.document(file).value!, readParts(parts));
  return {
    text: result.text,
    changes: shownChanges(result.changes, result.written).map((change) => change.text),
    told: result.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** Edits of a source by replacing words in it. */
function edited(text: string, edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, () => to);
  }, text);
}

/** The package of an edited source, imported on the source, is the edited source. */
async function expectBack(id: string, text: string, edits: readonly (readonly [string, string])[]) {
  const wanted = edited(text, edits);
  const result = await imported(id, 'en', text, await partsOf(id, 'en', wanted));
  expect(result.told).toEqual([]);
  expect(result.text).toBe(wanted);
  return result.changes;
}

const leaflet = `---
title: Come along
summary: A leaflet for everyone.
---

The library is *ours*. It was built by our grandparents,
and we will keep it.

## What we want

- Open doors.
- Warm rooms, with **new** books.
- A librarian.

> They shall not close it.

:::callout
Bring a friend. Bring :field[your name]{name="who"} too.
:::

| Day | Hours |
|---|---|
| Monday | 9 to 5 |
| Tuesday | 10 to 6 |

Write to us at {{organisation.email}}, or see [the page](https://example.org/a).[^a]

[^a]: Ask for Ada.
`;

const resolution = `---
title: Save our library
summary: A model resolution.
---

:::notes
1. The library is to be closed.
2. It has been open since 1898.
:::

:::resolves
1. To oppose the closure.
2. :clause{#write}To write to the council, as [resolves 1](#resolves.1) says.
3. :clause{#send optional}To send five delegates.
:::
`;

describe('an edited leaflet', () => {
  const back = (...edits: readonly (readonly [string, string])[]) =>
    expectBack('leaflets/come-along', leaflet, edits);

  it('is its source where nothing was edited', async () => {
    expect(await back()).toEqual([]);
  });

  it('has words changed inside of marks, between them and over line ends', async () => {
    expect(
      await back(['*ours*', '*yours and ours*'], ['grandparents,\nand we', 'grandparents,\nand all of us']),
    ).toEqual([
      'The library is {+*yours and* +}ours. It was built by our grandparents, and [-we-]{+all of us+} will keep it.',
    ]);
  });

  it('has marks put on words and taken off', async () => {
    await back(['Open doors', '**Open** doors'], ['**new** books', 'new books']);
    await back(['grandparents', '[grandparents](https://example.org/b)'], ['*ours*', 'ours']);
  });

  it('has its title and summary changed', async () => {
    await back(['title: Come along', 'title: Come to the library'], ['for everyone', 'for all']);
  });

  it('has items that come in and go', async () => {
    await back(['- A librarian.\n', ''], ['- Open doors.', '- Open doors.\n- Long hours.']);
    await back(['- Open doors.\n- Warm', '- First of all: time.\n- Open doors.\n- Warm']);
  });

  it('has paragraphs and headings that come in and go', async () => {
    await back(
      ['## What we want', 'Something new, with a_b & 2 < 3.\n\n## What *we* want\n\nThis:'],
      ['> They shall not close it.\n\n', ''],
    );
    await back(['too.\n:::', 'too.\n\nAnd tea.\n:::'], ['Write to us', 'Last of all:\n\nWrite to us']);
  });

  it('has cells changed, and rows that come in and go', async () => {
    expect(await back(['10 to 6', '10 to 8'])).toEqual(['10 to [-6-]{+8+}']);
    await back(['| Tuesday', '| Wednesday | closed |\n| Tuesday']);
    await back(['| Tuesday | 10 to 6 |\n', '']);
  });

  it('keeps fields, notes and variables in what is edited around them', async () => {
    await back(['Bring a friend. Bring', 'Bring two friends. And bring'], ['or see', 'call, or see']);
    await back(['Ask for Ada.', 'Ask for Grace.']);
  });

  it('has what Markdown would take for marks escaped', async () => {
    await back(['Warm rooms', 'Rooms \\[warm\\], 3 \\* 4 and \\`quiet\\`']);
  });
});

const corners = `---
title: Corners
summary: "Read: it is free."
---

No other place.

The place: :field[place]{name="where"} and :field[time]{name="when"} are open.

\`\`\`
code as *it*
  stands
\`\`\`

- The end.
`;

describe('an edited document keeps what', () => {
  const back = (...edits: readonly (readonly [string, string])[]) =>
    expectBack('leaflets/corners', corners, edits);

  it('a value of the front matter has between its quotes', async () => {
    await back(['it is free', 'it is yours']);
  });

  it('a value of the front matter is among words of the template', async () => {
    const petition =
      '---\ntitle: Open it\nsummary: A sheet.\nto: the city council\n---\n\nWe ask:\n\n1. Open it.\n';
    const wanted = petition.replace('city', 'town');
    const id = 'petitions/open-it';
    // Its table has rows for all of its page.
    const parts = await (await campaign(id, 'en', wanted)).make(id, 'en').parts();
    const { text, changes, told } = await imported(id, 'en', petition, parts);
    expect(told).toEqual([]);
    expect(text).toBe(wanted);
    expect(changes).toEqual(['To: the [-city-]{+town+} council']);
  });

  it('a blank is, where it was moved up, and where it was copied', async () => {
    const [where, when] = [':field[place]{name="where"}', ':field[time]{name="when"}'];
    await back(
      ['No other place.', `No other place: ${where}.`],
      [`The place: ${where} and`, 'The place and'],
    );
    await back(['No other place.', `Another place, another time: ${when}.`]);
  });

  it('code reads as, marks of Markdown and all', async () => {
    await back(['code as *it*', 'code as *she*'], ['  stands', '  [still] stands']);
  });

  it('its line ends are', async () => {
    const text = corners.replaceAll('\n', '\r\n');
    await expectBack('leaflets/corners', text, [['- The end.', '- The end.\r\n- Now.']]);
  });
});

describe('an edited resolution', () => {
  const back = (...edits: readonly (readonly [string, string])[]) =>
    expectBack('resolutions/save-our-library', resolution, edits);

  it('has clauses changed, which keep their ids', async () => {
    await back(['write to', 'write at once to'], ['five delegates', 'six delegates']);
  });

  it('has clauses that come in and go, and the numbers of the others', async () => {
    await back(
      ['1. To oppose the closure.\n', '1. To oppose the closure.\n2. To march.\n'],
      ['2. :clause{#write}', '3. :clause{#write}'],
      ['3. :clause{#send', '4. :clause{#send'],
    );
    await back(['1. The library is to be closed.\n2. It', '1. It']);
  });
});

describe('a file of a program that keeps no styles', () => {
  /** The look of styles put on by hand, on paragraphs of none. */
  const flattened = (document: string, bullets: string): string =>
    document
      .replace(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs, (paragraph) =>
        /<w:pStyle w:val="(?:Title|Heading)/.test(paragraph)
          ? paragraph.replaceAll('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>')
          : paragraph,
      )
      .replace(/<w:pStyle w:val="ListBullet[^"]*"\/>/g, bullets)
      .replace(/<w:pStyle [^>]*\/>/g, '')
      .replaceAll('<w:rStyle w:val="Strong"/>', '<w:b/>')
      .replaceAll('<w:rStyle w:val="Emphasis"/>', '<w:i/>');
  const back = async (edit: (document: string) => string) => {
    const parts = new Map(await partsOf('leaflets/come-along', 'en', leaflet));
    const text = (part: string) => Buffer.from(parts.get(part)!).toString('utf8');
    const bullets = /styleId="ListBullet".*?(<w:numPr>.*?<\/w:numPr>)/s.exec(text('word/styles.xml'))?.[1];
    const document = flattened(text('word/document.xml'), bullets!);
    expect(document).toMatch(/<w:b\/><\/w:rPr><w:t[^>]*>What we want</);
    return imported(
      'leaflets/come-along',
      'en',
      leaflet,
      parts.set('word/document.xml', Buffer.from(edit(document))),
    );
  };

  it('is its source where nothing was edited', async () => {
    expect(await back((document) => document)).toEqual({ text: leaflet, changes: [], told: [] });
  });

  it('has its headings and items changed', async () => {
    const { text, told } = await back((document) =>
      document.replace('>What we want<', '>What we all want<').replace('>Open doors.<', '>Wide open doors.<'),
    );
    expect(told).toEqual([]);
    expect(text).toBe(
      leaflet
        .replace('## What we want', '## What we all want')
        .replace('- Open doors.', '- Wide open doors.'),
    );
  });
});

describe('what cannot be taken over', () => {
  const parts = async (from: string, to: string): Promise<Parts> => {
    const files = new Map(await partsOf('leaflets/come-along', 'en', leaflet));
    const text = Buffer.from(files.get('word/document.xml')!).toString('utf8');
    expect(text).toContain(from);
    return files.set('word/document.xml', Buffer.from(text.replace(from, () => to)));
  };

  it('is named: text of the template, and a blank that is filled in', async () => {
    const placeholder =
      '<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t xml:space="preserve">__________________';
    const template = await imported(
      'leaflets/come-along',
      'en',
      leaflet,
      await parts('>Get involved<', '>Join us<'),
    );
    expect(template.text).toBe(leaflet);
    expect(template.told).toEqual([
      'import-template: "Get involved" is the template’s own text, and now reads "Join us"',
    ]);
    const filled = await imported(
      'leaflets/come-along',
      'en',
      leaflet,
      await parts(placeholder, '</w:sdtPr><w:sdtContent><w:r><w:t>Ada'),
    );
    expect(filled.told).toEqual(['import-lost: the blank who is filled in with "Ada", and stays a blank']);
    expect(filled.text).toBe(leaflet);
  });

  it('is a variable whose value is edited: the text stands in its place', async () => {
    const edit = await parts('solidarity@example.org</w:t></w:r><w:r>', 'us@example.org</w:t></w:r><w:r>');
    const result = await imported('leaflets/come-along', 'en', leaflet, edit);
    expect(result.text).toBe(leaflet.replace('{{organisation.email}}', 'us@example.org'));
    expect(result.told).toEqual([
      'import-template: the value of {{organisation.email}} was edited: the text stands in its place',
    ]);
  });
});
