import { describe, expect, it } from 'vitest';
import type { FieldItem } from '../../src/layout/paged-document.ts';
import { printed } from './support/filled.ts';
import { describeItems, describeStructure } from './support/lay-out.ts';

const css = '@page { size: 200pt 60pt; margin: 0 } body, p { margin: 0 } input { width: 50pt }';

async function laid(body: string, more = '', dir = 'ltr') {
  const head = `<!doctype html><html lang="en" dir="${dir}"><head><title>t</title></head>`;
  const document = await printed(`${head}<body>${body}</body></html>`, css + more);
  const fields = document.pages.map(({ items }) =>
    items.filter((item): item is FieldItem => item.kind === 'field'),
  );
  return { document, fields };
}

describe('a field to fill in', () => {
  it('is as high as a line of type needs, about its rule, which is drawn beside', async () => {
    const { document, fields } = await laid('<p>Name <input name="n" aria-label="Your name"></p>');
    const [text, rule, field] = describeItems(document)[0]!;
    expect(text).toBe('text 0,10.5 "Name "');
    expect(rule).toBe('rect 30.8,10 50×0.5');
    // Noto Sans is 1.069 em above the line and 0.293 below: 13.62 in all, of which half of 2.93 is under the rule.
    expect(field).toBe('field 30.8,-2.15 50×13.62 n');
    const { label, align, size, isMultiline } = { ...fields[0]![0]!.field, ...fields[0]![0]! };
    expect({ label, align, size, isMultiline }).toEqual({
      label: 'Your name',
      align: 'left',
      size: 10,
      isMultiline: false,
    });
  });

  it('is a Form in the reading order, behind its label', async () => {
    const { document } = await laid('<p>Name <input name="n"></p><p>Date <input name="d"></p>');
    expect(describeStructure(document.structure)).toEqual([
      ...['Document', '  P #', '    Form #', '  P #', '    Form #'],
    ]);
  });

  it('is filled from the right in text that goes from there, unless told otherwise', async () => {
    const inputs = '<p><input name="a"><input name="b" style="text-align: center"></p>';
    const { fields } = await laid(inputs, '', 'rtl');
    expect(fields[0]!.map(({ field }) => field.align)).toEqual(['center', 'right']);
    const ended = await laid('<p><input name="a"></p>', 'p { text-align: end }');
    expect(ended.fields[0]![0]!.field.align).toBe('right');
  });

  it('has lines where there is room for them', async () => {
    const { fields } = await laid('<p><input name="a" style="height: 28pt"></p>');
    expect(fields[0]![0]).toMatchObject({ isMultiline: true, height: 28 });
  });

  it('may be a box to tick, with a frame', async () => {
    const { document, fields } = await laid(
      '<p><input type="checkbox" name="yes"></p>',
      'input { width: 8pt }',
    );
    expect(fields[0]![0]).toMatchObject({ field: { kind: 'checkbox' }, width: 8, height: 7.5 });
    expect(describeItems(document)[0]!.filter((item) => item.startsWith('rect'))).toHaveLength(4);
  });

  it('is one in what is repeated on every page, where it is read', async () => {
    const rows = '<tr><td>row<br>row<br>row</td></tr>'.repeat(2);
    const head = '<thead><tr><th>Branch <input name="branch"></th></tr></thead>';
    const { fields, document } = await laid(`<table>${head}<tbody>${rows}</tbody></table>`);
    expect(document.pages.length).toBe(2);
    expect(fields.map((page) => page.length)).toEqual([1, 0]);
  });

  it('is none where it is hidden', async () => {
    const { fields } = await laid(
      '<p>x<input type="hidden" name="a"><input name="b" style="visibility: hidden"></p>',
    );
    expect(fields).toEqual([[]]);
  });
});
