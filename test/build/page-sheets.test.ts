import { expect, test } from 'vitest';
import { pageSheets } from '../../src/build/page-sheets.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { parseHtmlFile } from '../../src/style/parse-markup.ts';

test('of base.css a page gets the faces and what is said of the root, but nothing that some media alone get', () => {
  const css = `
@font-face { font-family: "A"; src: url("npm:a/a.ttf") }
:root { --ink: #111; }
p { margin: 0 }
:root:lang(ar) { --text-face: "A" }
@page { @footnote { margin: 0 } }
@media (-text: large) { :root { -min-font-size: 16pt; } body { font-size: 18pt; } }
@media print { :root { --ink: #000 } }
:root { --rule: #999 }
`;
  const host = createMemoryHost({ campaign: { 'a.html': '<p>a</p>' }, tool: { 'templates/base.css': css } });
  const source = host.campaign.readText('a.html');
  const [base] = pageSheets(host, source, parseHtmlFile(source).value, []);
  expect(base!.text.split('\n')).toEqual([
    '@font-face { font-family: "A"; src: url("npm:a/a.ttf") }',
    ':where(:root) { --ink: #111; }',
    ':where(:root:lang(ar)) { --text-face: "A" }',
    ':where(:root) { --rule: #999 }',
  ]);
});
