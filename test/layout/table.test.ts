import { describe, expect, it } from 'vitest';
import { boxesOf, placedBoxes } from './support/html.ts';

/** What it does, a body 400px wide, and where Chromium has its boxes: x, y, width, height in px. */
type Case = readonly [string, string, Readonly<Record<string, string>>];

const cases: readonly Case[] = [
  [
    'lets columns be as wide as their content',
    '<table id=a><tr id=b><td id=c>aa<td id=d>bbb ccc<td id=e>d</table>',
    { a: '0 0 98.5 26', c: '2 2 20 22', d: '24 2 58.7 22', e: '84.7 2 11.8 22' },
  ],
  [
    'shares the room between least and most',
    "<table id=a style='width:100px'><tr id=b><td id=c>aa aa aa<td id=d>bbb ccc ddd eee<td id=e>d</table>",
    { a: '0 0 100 86', c: '2 2 29.3 82', d: '33.3 2 50.9 82', e: '86.1 2 11.9 82' },
  ],
  [
    'lets columns grow by their content',
    "<table id=a style='width:100%'><tr id=b><td id=c>aa<td id=d>bbb ccc<td id=e>d</table>",
    { a: '0 0 400 26', c: '2 2 86.4 22', d: '90.4 2 254.3 22', e: '346.7 2 51.3 22' },
  ],
  [
    'grows columns without a width',
    "<table id=a style='width:100%'><tr id=b><td id=c style='width:100px'>aa<td id=d>bbb ccc<td id=e style='width:50px'>d</table>",
    { a: '0 0 400 26', c: '2 2 102 22', d: '106 2 238 22', e: '346 2 52 22' },
  ],
  [
    'grows columns with lengths where there are no others',
    "<table id=a style='width:100%'><tr id=b><td id=c style='width:100px'>aa<td id=d style='width:60px'>bbb ccc<td id=e style='width:50px'>d</table>",
    { a: '0 0 400 26', c: '2 2 185.1 22', d: '189.1 2 112.5 22', e: '303.6 2 94.4 22' },
  ],
  [
    "lets a length give way to the table's width",
    "<table id=a style='width:120px'><tr id=b><td id=c style='width:100px'>aa<td id=d style='width:100px'>bbb ccc</table>",
    { a: '0 0 120 26', c: '2 2 53.6 22', d: '57.6 2 60.4 22' },
  ],
  [
    'keeps cells within their limits',
    "<table id=a><tr id=b><td id=c style='min-width:100px'>aa<td id=d style='max-width:40px'>bbb ccc ddd<td id=e>e</table>",
    { a: '0 0 163 66', c: '2 2 102 62', d: '106 2 42 62', e: '150 2 11 62' },
  ],
  [
    'takes percentages of the grid',
    "<table id=a style='width:300px'><tr id=b><td id=c style='width:50%'>aa<td id=d>bbb ccc<td id=e>d</table>",
    { a: '0 0 300 26', c: '2 2 146 22', d: '150 2 121.5 22', e: '273.5 2 24.5 22' },
  ],
  [
    'infers a width from a percentage',
    "<table id=a><tr id=b><td id=c style='width:50%'>aa<td id=d>bbb ccc<td id=e>d</table>",
    { a: '0 0 149.2 26', c: '2 2 70.6 22', d: '74.6 2 58.7 22', e: '135.3 2 11.8 22' },
  ],
  [
    'holds percentages to 100 in all',
    "<table id=a style='width:300px'><tr id=b><td id=c style='width:80%'>aa<td id=d style='width:60%'>bbb ccc<td id=e>d</table>",
    { a: '0 0 300 46', c: '2 2 223.1 42', d: '227.1 2 57.1 42', e: '286.2 2 11.8 42' },
  ],
  [
    "gives columns their group's width",
    "<table id=a style='width:300px'><colgroup id=b style='width:50px'><col id=c><col id=d style='width:70px'></colgroup><tr id=e><td id=f>aa<td id=g>b<td id=h>d</table>",
    { a: '0 0 300 26', f: '2 2 50 22', g: '54 2 70 22', h: '126 2 172 22' },
  ],
  [
    'counts columns without cells',
    "<table id=a><col id=b style='width:50px'><col id=c style='width:50px'><col id=d style='width:50px'><tr id=e><td id=f>aa<td id=g>b</table>",
    { a: '0 0 158 26', f: '2 2 50 22', g: '54 2 50 22' },
  ],
  [
    'shares a spanning cell by the content of its columns',
    '<table id=a><tr id=b><td id=c>aa<td id=d>bbbbbbb<tr id=e><td id=f colspan=2>a wider cell here than both</table>',
    { a: '0 0 206.9 50', c: '2 2 44.1 22', d: '48.1 2 156.8 22', f: '2 26 202.9 22' },
  ],
  [
    'leaves no spacing between columns without cells',
    "<table id=a style='border-spacing:10px'><tr id=b><td id=c colspan=3>aa<td id=d>bbb<tr id=e><td id=f colspan=3>longer text<td id=g>d</table>",
    {
      a: '0 0 145.6 74',
      c: '10 10 84.1 22',
      d: '104.1 10 31.5 22',
      f: '10 42 84.1 22',
      g: '104.1 42 31.5 22',
    },
  ],
  [
    'lets an empty column be of no width',
    "<table id=a style='border-spacing:10px'><tr id=b><td id=c colspan=2>aa<td id=d>bbb<tr id=e><td id=f>x<td id=g colspan=2>longer text</table>",
    { a: '0 0 124.5 74', c: '10 10 20.5 22', d: '40.5 10 74.1 22', f: '10 42 10.5 22', g: '30.5 42 84.1 22' },
  ],
  [
    'spares columns with lengths',
    "<table id=a><tr id=b><td id=c style='width:50px'>aa<td id=d>bbb<tr id=e><td id=f colspan=2>a wider cell here than both of them</table>",
    { a: '0 0 270 50', c: '2 2 52 22', d: '56 2 212 22', f: '2 26 266 22' },
  ],
  [
    'does not widen columns with lengths',
    "<table id=a><tr id=b><td id=c style='width:50px'>aa<td id=d style='width:30px'>bbb<tr id=e><td id=f colspan=2>a wider cell here than both of them</table>",
    { a: '0 0 90 110', c: '2 2 52 22', d: '56 2 32 22', f: '2 26 86 82' },
  ],
  [
    "shares a spanning cell's percentage",
    "<table id=a style='width:300px'><tr id=b><td id=c colspan=2 style='width:60%'>aa<td id=d>bbb<tr id=e><td id=f>a<td id=g>bbbb<td id=h>d</table>",
    {
      a: '0 0 300 50',
      c: '2 2 177.2 22',
      d: '181.2 2 116.8 22',
      f: '2 26 36.8 22',
      g: '40.8 26 138.4 22',
      h: '181.2 26 116.8 22',
    },
  ],
  [
    'looks at the first row alone in fixed layout',
    "<table id=a style='table-layout:fixed;width:300px'><tr id=b><td id=c style='width:50px'>aa<td id=d>bbb ccc<td id=e>d<tr id=f><td id=g>long text here<td id=h style='width:200px'>x<td id=i>y</table>",
    {
      a: '0 0 300 90',
      c: '2 2 52 22',
      d: '56 2 120 22',
      e: '178 2 120 22',
      g: '2 26 52 62',
      h: '56 26 120 62',
      i: '178 26 120 62',
    },
  ],
  [
    'adds padding to percentages in fixed layout',
    "<table id=a style='table-layout:fixed;width:300px'><tr id=b><td id=c style='width:50%'>aa<td id=d style='width:40px'>bbb ccc<td id=e>d</table>",
    { a: '0 0 300 46', c: '2 2 148 42', d: '152 2 42 42', e: '196 2 102 42' },
  ],
  [
    'scales lengths up in fixed layout',
    "<table id=a style='table-layout:fixed;width:300px'><tr id=b><td id=c style='width:80px'>aa<td id=d style='width:40px'>bbb</table>",
    { a: '0 0 300 26', c: '2 2 194.4 22', d: '198.4 2 99.6 22' },
  ],
  [
    'grows lengths before percentages in fixed layout',
    "<table id=a style='table-layout:fixed;width:300px'><tr id=b><td id=c style='width:20%'>aa<td id=d style='width:40px'>bbb</table>",
    { a: '0 0 300 26', c: '2 2 60.8 22', d: '64.8 2 233.2 22' },
  ],
  [
    "shares a spanning cell's length evenly in fixed layout",
    "<table id=a style='table-layout:fixed;width:300px'><tr id=b><td id=c colspan=2 style='width:100px'>aa<td id=d>bbb ccc<tr id=e><td id=f>a<td id=g>b<td id=h>c</table>",
    {
      a: '0 0 300 50',
      c: '2 2 102 22',
      d: '106 2 192 22',
      f: '2 26 50 22',
      g: '54 26 50 22',
      h: '106 26 192 22',
    },
  ],
  [
    "counts a table's width with its border",
    "<table id=a style='width:200px;border:5px solid;padding:10px'><tr id=b><td id=c>aa<td id=d>bbb</table>",
    { a: '0 0 200 56', c: '17 17 63.5 22', d: '82.5 17 100.5 22' },
  ],
  [
    'aligns cells by their baselines',
    "<table id=a><tr id=b style='vertical-align:baseline'><td id=c>aa<td id=d style='font-size:32px;line-height:40px'>bbb<td id=e style='padding-top:20px'>c<td id=f style='vertical-align:top'>d</table>",
    { a: '0 0 112.5 49', c: '2 2 20 45', d: '24 2 61 45', e: '87 2 9.7 45', f: '98.7 2 11.8 45' },
  ],
  [
    "gives a table's height to its bodies",
    "<table id=a style='height:200px'><thead id=b><tr id=c><td id=d>h<td id=e>h</thead><tbody id=f><tr id=g><td id=h>aa<td id=i>bbb<tr id=j><td id=k>x<td id=l>y</tbody><tfoot id=m><tr id=n><td id=o>f<td id=p>f</tfoot></table>",
    {
      a: '0 0 57.5 200',
      d: '2 2 20 22',
      e: '24 2 31.5 22',
      h: '2 26 20 73',
      i: '24 26 31.5 73',
      k: '2 101 20 73',
      l: '24 101 31.5 73',
      o: '2 176 20 22',
      p: '24 176 31.5 22',
    },
  ],
  [
    'shares it among bodies by their height',
    "<table id=a style='height:200px'><tbody id=b><tr id=c><td id=d>aa<td id=e>bbb</tbody><tbody id=f><tr id=g><td id=h>aa<td id=i>bbb<tr id=j><td id=k>x<td id=l>y</tbody></table>",
    {
      a: '0 0 57.5 200',
      d: '2 2 20 62.8',
      e: '24 2 31.5 62.8',
      h: '2 66.8 20 64.6',
      i: '24 66.8 31.5 64.6',
      k: '2 133.4 20 64.6',
      l: '24 133.4 31.5 64.6',
    },
  ],
  [
    'spares rows with a height',
    "<table id=a style='height:200px'><tr id=b style='height:50px'><td id=c>aa<td id=d>bbb<tr id=e><td id=f>x<td id=g>y</table>",
    { a: '0 0 57.5 200', c: '2 2 20 50', d: '24 2 31.5 50', f: '2 54 20 144', g: '24 54 31.5 144' },
  ],
  [
    "takes percentages of the table's height for rows",
    "<table id=a style='height:200px'><tr id=b style='height:25%'><td id=c>aa<tr id=d style='height:75%'><td id=e>x</table>",
    { a: '0 0 24 200', c: '2 2 20 48.6', e: '2 52.6 20 145.4' },
  ],
  [
    "gives a group's height to its rows",
    "<table id=a><tbody id=b style='height:100px'><tr id=c><td id=d>aa<tr id=e><td id=f>x</tbody></table>",
    { a: '0 0 24 104', d: '2 2 20 49', f: '2 53 20 49' },
  ],
  [
    "takes percentages of a cell's height for its content",
    "<table id=a><tr id=b><td id=c style='height:80px'><div id=d style='height:50%'>x</div><td id=e>y</table>",
    { a: '0 0 26.6 86', c: '2 2 10.5 82', d: '3 23 8.5 40', e: '14.5 2 10.2 82' },
  ],
  [
    "shares a cell's height among its rows",
    '<table id=a><tr id=b><td id=c rowspan=2>a<br>b<br>c<br>d<td id=d>b<tr id=e><td id=f>c</table>',
    { a: '0 0 29.7 86', c: '2 2 11.8 82', d: '15.8 2 11.8 40', f: '15.8 44 11.8 40' },
  ],
  [
    'gives it to rows in which another cell begins',
    "<table id=a><tr id=b><td id=c rowspan=2 style='height:100px'>a<td id=d>b<tr id=e><td id=f rowspan=2 style='height:100px'>c<tr id=g><td id=h>d</table>",
    { a: '0 0 29.7 130', c: '2 2 11.8 102', d: '15.8 2 11.8 22', f: '15.8 26 11.8 102', h: '2 106 11.8 22' },
  ],
  [
    'spans to the end of the group',
    '<table id=a><tr id=b><td id=c rowspan=0>a<td id=d>b<tr id=e><td id=f>c<tr id=g><td id=h>c</table>',
    { a: '0 0 28.8 74', c: '2 2 11 70', d: '15 2 11.8 22', f: '15 26 11.8 22', h: '15 50 11.8 22' },
  ],
  [
    'ends a span with its group',
    '<table id=a><tbody id=b><tr id=c><td id=d rowspan=3>a<td id=e>b</tbody><tbody id=f><tr id=g><td id=h>c<td id=i>d</tbody></table>',
    { a: '0 0 28.8 50', d: '2 2 11 22', e: '15 2 11.8 22', h: '2 26 11 22', i: '15 26 11.8 22' },
  ],
  [
    "is no narrower than its caption's longest word",
    '<table id=a><caption id=b>A caption that is longer than the table</caption><tr id=c><td id=d>aa<td id=e>b</table>',
    { a: '0 0 56 166', b: '0 0 56 140', d: '2 142 31.3 22', e: '35.3 142 18.6 22' },
  ],
  [
    'stands captions outside of the border',
    "<table id=a style='border:2px solid;margin:5px'><caption id=b style='margin:10px 3px;padding:4px'>Cap</caption><tr id=c><td id=d>aaaaaaaaaa<td id=e>b</table>",
    { a: '5 5 113.6 78', b: '8 15 107.6 28', d: '9 57 91.8 22', e: '102.8 57 11.8 22' },
  ],
  [
    'has captions above and below',
    "<table id=a><caption id=b>One</caption><caption id=c style='caption-side:bottom'>Two</caption><tr id=d><td id=e>aa<td id=f>b</table>",
    { a: '0 0 37.8 66', b: '0 0 37.8 20', c: '0 46 37.8 20', e: '2 22 20 22', f: '24 22 11.8 22' },
  ],
  [
    'halves collapsed borders between cells',
    "<table id=a style='border-collapse:collapse'><tr id=b><td id=c style='border:6px solid'>aa<td id=d style='border:2px solid'>b<tr id=e><td id=f style='border:2px solid'>aa<td id=g style='border:4px solid'>b</table>",
    { a: '0 0 46.8 59', c: '3 3 26 28', d: '29 3 15.8 28', f: '3 31 26 26', g: '29 31 15.8 26' },
  ],
  [
    "lets the table's border collapse, without padding",
    "<table id=a style='border-collapse:collapse;border:10px solid;width:200px;padding:10px'><tr id=b><td id=c style='border:2px solid'>aa<td id=d style='border:2px solid'>b</table>",
    { a: '0 0 200 42', c: '5 5 112.6 32', d: '117.6 5 77.4 32' },
  ],
  [
    'takes the widest edge along a cell',
    "<table id=a style='border-collapse:collapse'><tr id=b><td id=c colspan=2 style='border-bottom:8px solid'>aa<tr id=d><td id=e>aa<td id=f style='border-top:2px solid'>b<tr id=g><td id=h style='border:2px solid' rowspan=2>x<td id=i>y<tr id=j><td id=k style='border:6px solid'>z</table>",
    {
      a: '0 0 39.5 109',
      c: '1 0 35.5 26',
      e: '1 26 20 27',
      f: '21 26 15.5 27',
      h: '1 53 20 53',
      i: '21 53 15.5 25',
      k: '21 78 15.5 28',
    },
  ],
  [
    'hides an edge',
    "<table id=a style='border-collapse:collapse'><tr id=b><td id=c style='border:4px solid;border-right-style:hidden'>aa<td id=d style='border:4px solid'>b</table>",
    { a: '0 0 39.8 30', c: '2 2 22 26', d: '24 2 13.8 26' },
  ],
  [
    'collapses borders of groups',
    "<table id=a style='border-collapse:collapse'><tbody id=b style='border:6px solid'><tr id=c><td id=d>aa<td id=e>b</tbody><tbody id=f style='border:2px solid'><tr id=g><td id=h>aa<td id=i>b</tbody></table>",
    { a: '0 0 43.8 58', d: '3 3 23 28', e: '26 3 14.8 28', h: '3 31 23 26', i: '26 31 14.8 26' },
  ],
  [
    'starts columns on the right',
    '<table id=a dir=rtl><tr id=b><td id=c>aa<td id=d>bbb<td id=e>c<tr id=f><td id=g colspan=2>x<td id=h>y</table>',
    {
      a: '0 0 69.7 50',
      c: '47.7 2 20 22',
      d: '14.2 2 31.5 22',
      e: '2 2 10.2 22',
      g: '14.2 26 53.5 22',
      h: '2 26 10.2 22',
    },
  ],
  [
    'takes border, cellpadding and cellspacing',
    '<table id=a align=center border=1 cellpadding=5 cellspacing=3><tr id=b><td id=c>aa<td id=d>bbb</table>',
    { a: '158.8 0 82.5 40', c: '162.8 4 30 32', d: '195.7 4 41.5 32' },
  ],
  [
    'puts stray cells into a table',
    "<div id=a>text <span id=b style='display:table-cell'>a</span> <span id=c style='display:table-cell'>bb</span> after</div>",
    { a: '0 0 400 60', b: '0 20 9 20', c: '9 20 19.7 20' },
  ],
  [
    'puts blocks in a row into a cell',
    "<div id=a style='display:table'><div id=b style='display:table-row'><div id=c>one</div><div id=d>two</div><div id=e style='display:table-cell'>c</div></div></div>",
    { a: '0 0 36.3 40', c: '0 0 28.6 20', d: '0 20 28.6 20', e: '28.6 0 7.7 40' },
  ],
  [
    'puts stray cells in a table into a row',
    "<div id=a style='display:table'><div id=b style='display:table-cell'>a</div><div id=c style='display:table-cell'>b</div><div id=d style='display:table-row'><div id=e style='display:table-cell'>c</div></div></div>",
    { a: '0 0 18.8 40', b: '0 0 9 20', c: '9 0 9.8 20', e: '0 20 9 20' },
  ],
  [
    'aligns content in stray cells',
    "<div id=a style='display:table;height:100px'><div id=b style='display:table-cell;vertical-align:middle'><div id=c>a</div></div><div id=d style='display:table-cell'><div id=e>b</div></div></div>",
    { a: '0 0 18.8 100', b: '0 0 9 100', c: '0 40 9 20', d: '9 0 9.8 100', e: '9 0 9.8 20' },
  ],
  [
    'stands on its line by its first row',
    "<div id=a>x <table id=b style='display:inline-table'><tr id=c><td id=d>a<br>b<td id=e>c</table> y</div>",
    { a: '0 0 400 47', b: '12.6 0 27.5 46', d: '14.6 2 11.8 42', e: '28.5 2 9.7 42' },
  ],
  [
    'puts the header first and the footer last',
    '<table id=a><tfoot id=b><tr id=c><td id=d>f</tfoot><tbody id=e><tr id=f><td id=g>b</tbody><thead id=h><tr id=i><td id=j>h</thead></table>',
    { a: '0 0 15.9 74', d: '2 50 11.9 22', g: '2 26 11.9 22', j: '2 2 11.9 22' },
  ],
  [
    'is never narrower than its content',
    "<table id=a style='max-width:20px'><tr id=b><td id=c>some long text here<td id=d>yyy</table>",
    { a: '0 0 75.8 86', c: '2 2 43.3 82', d: '47.3 2 26.5 82' },
  ],
  [
    "asks for a picture's own width",
    "<table id=a style='width:300px'><tr id=b><td id=c><img id=d src=i.png style='width:100%'><td id=e>b</table>",
    { a: '0 0 300 140.7', c: '2 2 263.4 136.7', e: '267.4 2 30.6 136.7' },
  ],
];

describe('tables', () => {
  it.each(cases)('%s', async (_, body, boxes) => {
    const found = await boxesOf(body);
    for (const [id, expected] of Object.entries(boxes)) {
      expect(isClose(found[id] ?? '', expected), `${id}: ${found[id]} instead of ${expected}`).toBe(true);
    }
  });
});

/** Within half a px, which is less than what a browser rounds. */
function isClose(ours: string, theirs: string): boolean {
  const expected = theirs.split(' ').map(Number);
  return ours.split(' ').every((value, index) => Math.abs(Number(value) - expected[index]!) <= 0.5);
}

describe('tables and pages', () => {
  const small = '@page { size: 400px 100px } table { border-spacing: 0; width: 100% } td, th { padding: 0 }';
  const pages = (boxes: readonly { readonly page: number; readonly height: number }[] | undefined) =>
    boxes?.map(({ page, height }) => [page, Math.round(height)]);

  it('cut a row through the room that its cells have to spare', async () => {
    const { a, b } = await placedBoxes(
      '<table><tr><td style="height:80px">x<tr><td id=a style="height:40px"><div id=b>y</div></table>',
      small,
    );
    expect(pages(a)).toEqual([
      [0, 20],
      [1, 20],
    ]);
    expect(b![0]!.y).toBe(80);
  });

  it('move a row on where its content does not fit', async () => {
    const { a } = await placedBoxes(
      '<table><tr><td style="height:85px">x<tr><td id=a style="height:40px">y</table>',
      small,
    );
    expect(pages(a)).toEqual([[1, 40]]);
  });

  it('repeat header and footer with the spacing beside them', async () => {
    const { h, r } = await placedBoxes(
      '<table><thead><tr><td id=h>h<tfoot><tr><td>f<tbody><tr><td>1<tr><td>2<tr><td>3<tr><td id=r>4</table>',
      `${small} table { border-spacing: 4px }`,
    );
    expect(h!.map(({ page, y }) => [page, y])).toEqual([
      [0, 4],
      [1, 0],
    ]);
    expect(r![0]).toMatchObject({ page: 1, y: 48 });
  });

  it('keep a caption with its rows', async () => {
    const { c, r } = await placedBoxes(
      '<p style="margin:0;height:70px">x</p><table><caption id=c>c</caption><tr><td id=r>1<br>2</table>',
      `${small} tr { break-inside: avoid }`,
    );
    expect([c![0]!.page, r![0]!.page]).toEqual([1, 1]);
  });

  it('keep rows together that a cell spans which must not break', async () => {
    const { a } = await placedBoxes(
      '<table><tr><td colspan=2 style="height:50px">x<tr><td rowspan=2 id=a>a<td>b<br>c<tr><td>d<br>e</table>',
      `${small} tr { break-inside: avoid }`,
    );
    expect(a![0]!.page).toBe(1);
  });
});
