import { describe, expect, it } from 'vitest';
import type { StructureElement } from '../../src/layout/paged-document.ts';
import { cellRoles } from '../../src/pdf/structure/table-headers.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { type PdfValue, readPdf, textOf } from './support/read-pdf.ts';
import { element, paged } from './support/sample.ts';

/** A group of rows; cells are names of TH in capitals, others TD, with `*2` over two columns and `/2` over two rows. */
function rows(
  type: 'THead' | 'TBody',
  lines: readonly string[],
  scopes: Readonly<Record<string, StructureElement['scope']>> = {},
): StructureElement {
  const cell = (text: string): StructureElement => {
    const [, name, columns = '1', down = '1'] = /^(\w+)(?:\*(\d))?(?:\/(\d))?$/.exec(text)!;
    const spans = { columnSpan: Number(columns), rowSpan: Number(down) };
    return element(/^[A-Z]/.test(name!) ? 'TH' : 'TD', [], { alt: name!, scope: scopes[name!], ...spans });
  };
  return element(
    type,
    lines.map((line) => element('TR', line.split(' ').map(cell))),
  );
}

const table = (...groups: readonly StructureElement[]) => element('Table', groups);

/** Of every cell its scope or its headers, by name. */
function rolesIn(root: StructureElement): Readonly<Record<string, string>> {
  const roles = [...cellRoles(root)].map(([cell, { scope, headers }]) => {
    const names = headers.map(({ alt }) => alt).join(' ');
    return [cell.alt!, [scope, names].filter(Boolean).join(' ')] as const;
  });
  return Object.fromEntries(roles.filter(([, role]) => role !== ''));
}

describe('the headers of a table', () => {
  it('are told by scope alone where they stand at its edges', () => {
    expect(
      rolesIn(table(rows('THead', ['Corner A*2', 'X B C']), rows('TBody', ['M b1 c1', 'N b2 c2']))),
    ).toEqual({
      Corner: 'Column',
      A: 'Column',
      X: 'Column',
      B: 'Column',
      C: 'Column',
      M: 'Row',
      N: 'Row',
    });
  });

  it('are those of columns beside an empty corner, and those of rows before empty cells', () => {
    expect(rolesIn(table(rows('TBody', ['none A B', 'M none none', 'N none none'])))).toEqual({
      A: 'Column',
      B: 'Column',
      M: 'Row',
      N: 'Row',
    });
  });

  it('are found for each of many rows without going through all others', () => {
    const lines = Array.from({ length: 8000 }, (_, i) => `a${i} H${i} b${i}`);
    const roles = rolesIn(table(rows('THead', ['A B C']), rows('TBody', lines)));
    expect(roles.b7999).toBe('C H7999');
    expect(roles.a7999).toBe('A');
  });

  it('are no more than anyone reads', () => {
    const heads = Array.from({ length: 400 }, (_, i) => `H${i}`);
    const roles = rolesIn(table(rows('TBody', ['first', ...heads, 'last'])));
    expect(roles.last!.split(' ')).toEqual(heads.slice(-32));
  });

  it('are named by the cells where a row of headers stands between others, which hides those like it', () => {
    const bodies = rows('TBody', ['North*2', 'a1 b1', 'South*2', 'a2 b2']);
    expect(rolesIn(table(rows('THead', ['A B']), bodies))).toMatchObject({
      North: 'Column',
      South: 'Column',
      a1: 'A North',
      b1: 'B North',
      a2: 'A South',
      b2: 'B South',
    });
  });

  it('of a group of rows are those of the rows from them on', () => {
    const scopes = { North: 'RowGroup', South: 'RowGroup' } as const;
    const north = rows('TBody', ['North/2 m', 'n'], scopes);
    const south = rows('TBody', ['South o', 'p q'], scopes);
    expect(rolesIn(table(rows('THead', ['A B']), north, south))).toMatchObject({
      North: 'Row',
      m: 'B North',
      n: 'B North',
      o: 'B South',
      p: 'A South',
      q: 'B South',
    });
  });

  it('in the midst of a row are named with those before them, and no row beyond its group is reached', () => {
    const body = rows('TBody', ['M/9 a N b'], { M: 'Row', N: 'Row' });
    expect(rolesIn(table(body, rows('TBody', ['c d e f'])))).toEqual({
      M: 'Row',
      N: 'Row',
      a: 'M',
      b: 'N',
    });
  });

  it('are written with ids that their tree knows', async () => {
    const root = element('Document', [
      table(rows('THead', ['A B']), rows('TBody', ['a b', 'North*2', 'c d'])),
    ]);
    const pdf = readPdf(await writePdf(paged([[]], root), { author: '', subject: '', date: undefined }));
    const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
    const tree = pdf.dictionary(pdf.dictionary(catalogue.get('StructTreeRoot')).get('IDTree'));
    const names = (tree.get('Names') as PdfValue[]).filter((_, i) => i % 2 === 0).map(textOf);
    expect(names).toEqual(['cell-00001', 'cell-00002', 'cell-00003']);
    const attributes = [...pdf.objects.values()].flatMap(({ value }) =>
      value instanceof Map && value.get('S') === '/TD' ? [pdf.dictionary(value.get('A'))] : [],
    );
    expect(attributes.map((of) => (of.get('Headers') as PdfValue[]).map(textOf))).toEqual([
      ['cell-00001'],
      ['cell-00002'],
      ['cell-00001', 'cell-00003'],
      ['cell-00002', 'cell-00003'],
    ]);
  });
});
