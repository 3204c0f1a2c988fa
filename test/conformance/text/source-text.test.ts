import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSourceText } from './source-text.ts';

it('reads what a document says, block by block', () => {
  const folder = mkdtempSync(join(tmpdir(), 'source-text-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'campaign.yaml',
    'title: { en: Campaign }\nsource-locale: en\norganisation: { email: a@b.example }\n',
  );
  write('leaflet/template.hbs', '<p>{{document.summary}}</p>');
  write('leaflet/style.css', '');
  write('terms/en.yaml', 'page.before: "Page "\n');
  write(
    'leaflets/one/en.md',
    `---
title: Free “them”!
summary: Now.
---
A **strong** *word*, a [link](https://example.org), :lang[字]{lang="zh"},
and a note.[^1] Write to {{organisation.email}}.

<!-- never
printed -->
## Head
- item
- :clause{#id optional}second item
  goes on

:::action
> quoted \\*star\\*
:field[Place]{name="place"}
:::

| a | b |
|---|---|
| c | d |

[^1]: The note.
`,
  );
  const source = readSourceText(folder, folder, { document: 'leaflets/one', kind: 'leaflet', locale: 'en' });
  expect(source.blocks).toEqual([
    'Free “them”!',
    'Now.',
    'A strong word, a link, 字,\nand a note. Write to a@b.example.',
    'Head',
    'item',
    'second item\ngoes on',
    'quoted *star*',
    ...['a', 'b', 'c', 'd'],
    'The note.',
  ]);
  expect(source.phrases).toEqual(expect.arrayContaining(['Campaign', 'a@b.example', 'Page ']));
});
