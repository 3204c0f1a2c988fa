import { expect, it } from 'vitest';
import { collectDocument } from '../../src/docx/collect-document.ts';
import type { Measures } from '../../src/docx/collector.ts';
import { columnsAlone, heightAlone } from '../../src/layout/measure-alone.ts';
import { placedBoxes, styled } from '../layout/support/html.ts';

const words = 'with enough words for two lines of a cell in this narrow column, and then some';
const css = 'table { border-collapse: collapse } td { padding: 2px 4px; border: 1px solid }';
const tables = {
  'as wide as their content': '<table><tr><td id=a>one<td id=b>two words<td id=c>3</table>',
  'sharing the room': `<table><tr><td id=a>Monday<td id=b>${words}<td id=c>Town hall</table>`,
  'of a table of full width':
    "<table style='width:100%'><tr><td id=a>W<td id=b>iiiiiiii<td id=c>seven</table>",
  'below a cell over two': `<table><tr><td colspan=2>${words}<td>c<tr><td id=a>one<td id=b>two<td id=c>3</table>`,
  'in a table from right to left': `<table dir=rtl><tr><td id=a>one<td id=b>${words}<td id=c>3</table>`,
};

/** Widths of the columns of the first table as Word has them. Pt. */
async function wordColumns(body: string, measured: boolean): Promise<readonly number[]> {
  const { tree, context } = await styled(body, css);
  const resources = { ...context, loadPicture: () => undefined };
  const measures: Measures = {
    columns: (table, width) => columnsAlone(table, width, resources),
    height: (block, width) => heightAlone(block, width, resources),
  };
  const none = {
    loadImage: () => undefined,
    placeDrawing: undefined,
    printed: { add: () => {}, addFile: () => {}, images: new Map(), files: new Map() },
    diagnostics: [],
  };
  const { blocks } = collectDocument(tree, none, 'office', measured ? measures : undefined);
  const table = blocks.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('there is no table');
  return table.grid.map((twips) => twips / 20);
}

it.each(Object.entries(tables))('makes columns %s as wide as in the PDF', async (_, body) => {
  const boxes = await placedBoxes(body, css);
  const inPdf = ['a', 'b', 'c'].map((id) => boxes[id]![0]!.width * 0.75);
  const inWord = await wordColumns(body, true);
  expect(inWord).toHaveLength(3);
  inWord.forEach((width, index) => {
    expect(Math.abs(width - inPdf[index]!)).toBeLessThan(0.5);
  });
});

it('shares the width by the length of the text where nothing measures', async () => {
  const [first, second] = await wordColumns(tables['sharing the room'], false);
  expect(second).toBeGreaterThan(first! * 3);
});
