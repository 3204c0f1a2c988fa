import { tests } from 'commonmark-spec';
import { parseMarkdown } from '../../../src/content/markdown/parse-markdown.ts';
import { walk } from '../../../src/content/markdown/walk.ts';
import { renderHtml } from '../commonmark/render-html.ts';
import { type BuiltDocument, buildDocuments, documentText, ink } from '../documents/build-documents.ts';
import type { Fault, Judge } from '../judge.ts';

interface Example {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

/** The specification shows tabs as arrows. */
const examples: readonly Example[] = tests.map(({ number, section, markdown, html }) => ({
  name: `example-${String(number).padStart(3, '0')} (${section})`,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

const version = 'CommonMark 0.31.2';

/** The parse of every example of the specification that has no HTML in it, against the HTML it must give. */
export const commonmarkParse: Judge = {
  name: 'commonmark-parse',
  needs: [],

  async judge() {
    const judged = examples.filter(({ markdown }) => !hasHtml(markdown));
    const notes = [
      `${examples.length - judged.length} of ${examples.length} examples hold HTML, which is an error here`,
    ];
    return {
      tool: version,
      count: judged.length,
      unit: 'examples',
      faults: judged.flatMap(judgeParse),
      notes,
    };
  },

  seeds: [
    {
      fault: 'emphasis where the example has none',
      expect: /<em>/,
      judge: async () => judgeParse({ name: 'a seeded example', markdown: '*a*', html: '<p>a</p>\n' }),
    },
  ],
};

/** The text of every example, made into a PDF and a DOCX: all of it is there, in order, or the document is refused at a place. */
export const commonmarkText: Judge = {
  name: 'commonmark-text',
  needs: [],

  async judge({ root, temporary }) {
    const refused = new Map<string, number>();
    const faults = await judgeTexts(examples, root, temporary, refused);
    const total = [...refused.values()].reduce((sum, count) => sum + count, 0);
    const codes = [...refused].map(([code, count]) => `${code} ${count}`).sort();
    const kept = examples.length - total - faults.length;
    const notes = [
      `${kept} kept whole in PDF and DOCX, ${total} refused at their place: ${codes.join(', ')}`,
    ];
    return { tool: version, count: examples.length, unit: 'examples', faults, notes };
  },

  seeds: [
    {
      fault: 'a word that the document does not hold',
      expect: /the PDF lost "more"/,
      judge: ({ root, temporary }) =>
        judgeTexts(
          [{ name: 'seeded', markdown: 'One word', html: '<p>One word <em>more</em></p>' }],
          root,
          `${temporary}/seed`,
          new Map(),
        ),
    },
  ],
};

function parsed(markdown: string) {
  return parseMarkdown({ name: 'example.md', root: 'campaign', path: 'example.md', text: markdown }, 0).value;
}

function hasHtml(markdown: string): boolean {
  const root = parsed(markdown);
  let found = false;
  if (root)
    walk(root, (node) => {
      found ||= node.type === 'html';
    });
  return found;
}

function judgeParse({ name, markdown, html }: Example): readonly Fault[] {
  const root = parsed(markdown);
  const found = root ? renderHtml(root) : 'refused';
  return found === html
    ? []
    : [{ at: name, message: `${JSON.stringify(found)}, not ${JSON.stringify(html)}` }];
}

async function judgeTexts(
  list: readonly Example[],
  root: string,
  folder: string,
  refused: Map<string, number>,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const byName = new Map(list.map((example) => [example.name.split(' ')[0]!, example]));
  const documents = new Map(
    [...byName].map(([name, { markdown }]) => [name, documentText('Example', markdown)]),
  );
  await buildDocuments(root, folder, documents, (name, built) => {
    const { code } = built.errors[0] ?? {};
    if (code !== undefined) refused.set(code, (refused.get(code) ?? 0) + 1);
    faults.push(...judgeText(byName.get(name)!, built));
  });
  return faults;
}

function judgeText({ name, html }: Example, { errors, pdf, docx }: BuiltDocument): readonly Fault[] {
  if (errors.length > 0) {
    return errors.every(({ span }) => span) ? [] : [{ at: name, message: 'is refused without a place' }];
  }
  const texts = html.split(/<[^>]*>/).map((text) => ink(decode(text)));
  return [
    ...lost(texts, ink(pdf)).map((text) => ({ at: name, message: `the PDF lost ${JSON.stringify(text)}` })),
    ...lost(texts, ink(docx)).map((text) => ({ at: name, message: `the DOCX lost ${JSON.stringify(text)}` })),
  ];
}

/** The first of some texts that does not follow the others in a whole. */
function lost(texts: readonly string[], whole: string): readonly string[] {
  let at = 0;
  for (const text of texts) {
    const found = whole.indexOf(text, at);
    if (found < 0) return [text];
    at = found + text.length;
  }
  return [];
}

function decode(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return text.replace(/&(\w+);/g, (_, name: string) => names[name] ?? `&${name};`);
}
