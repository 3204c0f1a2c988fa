import { describe, expect, it } from 'vitest';
import { boxesOf, placedBoxes } from './support/html.ts';

/** What it does, a body 400px wide, and where Chromium has its boxes: x, y, width, height in px. */
type Case = readonly [string, string, Readonly<Record<string, string>>];

const cases: readonly Case[] = [
  [
    'shrinks items in proportion to size and factor',
    "<div id=a style='display:flex'><div id=b style='width:300px'>a</div><div id=c style='width:300px;flex-shrink:3'>b</div></div>",
    { a: '0 0 400 20', b: '0 0 250 20', c: '250 0 150 20' },
  ],
  [
    'stops shrinking at the longest word',
    "<div id=a style='display:flex'><div id=b style='width:300px'>Supercalifragilisticexpialidocious</div><div id=c style='width:300px'>b</div></div>",
    { a: '0 0 400 20', b: '0 0 243.9 20', c: '243.9 0 156.1 20' },
  ],
  [
    'shares a part of the lack where the factors make less than 1',
    "<div id=a style='display:flex'><div id=b style='width:300px;flex-shrink:.2'>a</div><div id=c style='width:300px;flex-shrink:.3'>b</div></div>",
    { a: '0 0 400 20', b: '0 0 260 20', c: '260 0 240 20' },
  ],
  [
    'shares a part of the room where the factors make less than 1',
    "<div id=a style='display:flex'><div id=b style='flex-grow:0.2;width:50px'>aaa</div><div id=c style='flex-grow:0.3;width:50px'>b</div></div>",
    { a: '0 0 400 20', b: '0 0 110 20', c: '110 0 140 20' },
  ],
  [
    'takes the basis from length, percentage, content or zero',
    "<div id=a style='display:flex'><div id=b style='flex-basis:100px'>a</div><div id=c style='flex-basis:25%'>b</div><div id=d style='flex-basis:content;width:200px'>b</div><div id=e style='flex-basis:0'>zero word</div></div>",
    { a: '0 0 400 40', b: '0 0 100 40', c: '100 0 100 40', d: '200 0 9.8 40', e: '209.8 0 38.4 40' },
  ],
  [
    'takes intrinsic keywords as a basis',
    "<div id=a style='display:flex'><div id=b style='flex-basis:min-content'>aaa bbb</div><div id=c style='flex-basis:max-content'>aaa bbb ccc</div><div id=d style='flex-basis:fit-content'>aaa bbb ccc</div></div>",
    { a: '0 0 400 40', b: '0 0 29.5 40', c: '29.5 0 87.8 40', d: '117.3 0 87.8 40' },
  ],
  [
    'freezes items at their limits',
    "<div id=a style='display:flex'><div id=b style='flex:1;max-width:60px'>a</div><div id=c style='flex:1'>b</div><div id=d style='flex:1;min-width:200px'>c</div></div>",
    { a: '0 0 400 20', b: '0 0 60 20', c: '60 0 140 20', d: '200 0 200 20' },
  ],
  [
    "lets an item's own width be its least",
    "<div id=a style='display:flex;width:100px'><div id=b style='width:80px'>Supercalifragilistic</div><div id=c style='width:80px'>x</div></div>",
    { a: '0 0 100 20', b: '0 0 80 20', c: '80 0 20 20' },
  ],
  [
    'keeps a stretched item within its limits',
    "<div id=a style='display:flex;height:100px'><div id=b style='max-height:50px'>a</div><div id=c style='min-height:150px'>b</div></div>",
    { a: '0 0 400 100', b: '0 0 9 50', c: '9 0 9.8 150' },
  ],
  [
    'lets items overflow at both ends unless safe',
    "<div id=a style='display:flex;height:30px;align-items:center'><div id=b style='height:50px'>a</div><div id=c style='align-self:flex-end;height:50px'>b</div><div id=d style='align-self:safe center;height:50px'>b</div><div id=e style='align-self:safe end;height:50px'>b</div><div id=f style='align-self:unsafe end;height:50px'>b</div></div>",
    {
      a: '0 0 400 30',
      b: '0 -10 9 50',
      c: '9 -20 9.8 50',
      d: '18.8 0 9.8 50',
      e: '28.7 0 9.8 50',
      f: '38.5 -20 9.8 50',
    },
  ],
  [
    'aligns by start, self-start and flex-start under wrap-reverse',
    "<div id=a style='display:flex;height:50px;flex-wrap:wrap-reverse'><div id=b style='align-self:self-start'>a</div><div id=c style='align-self:self-end'>b</div><div id=d style='align-self:start'>b</div><div id=e style='align-self:flex-start'>b</div><div id=f style='align-self:end'>b</div></div>",
    {
      a: '0 0 400 50',
      b: '0 0 9 20',
      c: '9 30 9.8 20',
      d: '18.8 0 9.8 20',
      e: '28.7 30 9.8 20',
      f: '38.5 30 9.8 20',
    },
  ],
  [
    'gathers first baselines at the top',
    "<div id=a style='display:flex;align-items:baseline'><div id=b>a</div><div id=c style='font-size:32px;line-height:40px'>b</div><div id=d style='padding-top:15px'>b</div><div id=e style='height:15px;background:red'></div></div>",
    { a: '0 0 400 40', b: '0 16 9 20', c: '9 0 19.7 40', d: '28.7 1 9.8 35', e: '38.5 17 0 15' },
  ],
  [
    'gathers last baselines at the bottom',
    "<div id=a style='display:flex;align-items:last baseline'><div id=b>a</div><div id=c style='font-size:32px;line-height:40px'>b</div><div id=d>b<br>c<br>d</div></div>",
    { a: '0 0 400 64', b: '0 40 9 20', c: '9 24 19.7 40', d: '28.7 0 9.8 60' },
  ],
  [
    'justifies to the right',
    "<div id=a style='display:flex;justify-content:right'><div id=b>a</div><div id=c>b</div></div>",
    { a: '0 0 400 20', b: '381.2 0 9 20', c: '390.2 0 9.8 20' },
  ],
  [
    'starts at the start where there is no room to spread',
    "<div id=a style='display:flex;justify-content:space-around;width:100px'><div id=b style='flex:none;width:80px'>a</div><div id=c style='flex:none;width:80px'>b</div></div>",
    { a: '0 0 100 20', b: '0 0 80 20', c: '80 0 80 20' },
  ],
  [
    'starts at the start, not the flex start, in a reversed row',
    "<div id=a style='display:flex;justify-content:space-evenly;width:100px;flex-direction:row-reverse'><div id=b style='flex:none;width:80px'>a</div><div id=c style='flex:none;width:80px'>b</div></div>",
    { a: '0 0 100 20', b: '80 0 80 20', c: '0 0 80 20' },
  ],
  [
    'reverses a right-to-left row',
    "<div id=a style='display:flex;direction:rtl;flex-direction:row-reverse'><div id=b>a</div><div id=c>bb</div></div>",
    { a: '0 0 400 20', b: '0 0 9 20', c: '9 0 19.7 20' },
  ],
  [
    'gives free room to auto margins first',
    "<div id=a style='display:flex;justify-content:center'><div id=b style='margin:0 auto'>a</div><div id=c style='margin-right:auto'>bb</div></div>",
    { a: '0 0 400 20', b: '123.8 0 9 20', c: '256.5 0 19.7 20' },
  ],
  [
    'gives room across to auto margins',
    "<div id=a style='display:flex;height:80px'><div id=b style='margin:auto'>a</div><div id=c style='margin-top:auto'>bb</div><div id=d style='margin-bottom:auto'>bb</div></div>",
    { a: '0 0 400 80', b: '175.8 30 9 20', c: '360.6 60 19.7 20', d: '380.3 0 19.7 20' },
  ],
  [
    'spreads lines around',
    "<div id=a style='display:flex;flex-wrap:wrap;height:200px;align-content:space-around'><div id=b style='width:250px'>a</div><div id=c style='width:250px'>b</div><div id=d style='width:250px'>c</div></div>",
    { a: '0 0 400 200', b: '0 23.3 250 20', c: '0 90 250 20', d: '0 156.7 250 20' },
  ],
  [
    'centres lines that overflow',
    "<div id=a style='display:flex;flex-wrap:wrap;height:40px;align-content:center'><div id=b style='width:250px'>a</div><div id=c style='width:250px'>b</div><div id=d style='width:250px'>c</div></div>",
    { a: '0 0 400 40', b: '0 -10 250 20', c: '0 10 250 20', d: '0 30 250 20' },
  ],
  [
    'stacks lines upwards',
    "<div id=a style='display:flex;flex-wrap:wrap-reverse;height:150px;align-content:flex-start;align-items:flex-start'><div id=b style='width:250px'>a</div><div id=c style='width:250px'>b</div><div id=d style='width:150px;height:40px'>c</div></div>",
    { a: '0 0 400 150', b: '0 130 250 20', c: '0 110 250 20', d: '250 90 150 40' },
  ],
  [
    'aligns the only line of a wrapping container',
    "<div id=a style='display:flex;flex-wrap:wrap;height:150px;align-content:center'><div id=b style='width:50px'>a</div><div id=c style='width:50px'>b</div></div>",
    { a: '0 0 400 150', b: '0 65 50 20', c: '50 65 50 20' },
  ],
  [
    'stretches lines to a min-height',
    "<div id=a style='display:flex;flex-wrap:wrap;min-height:150px'><div id=b style='width:250px'>a</div><div id=c style='width:250px'>b</div></div>",
    { a: '0 0 400 150', b: '0 0 250 75', c: '0 75 250 75' },
  ],
  [
    'clamps the only line',
    "<div id=a style='display:flex;max-height:30px'><div id=b style='width:50px;'>a</div><div id=c style='width:50px'>b<br>c<br>d</div></div>",
    { a: '0 0 400 30', b: '0 0 50 30', c: '50 0 50 30' },
  ],
  [
    "shrinks a column's items to fit",
    "<div id=a style='display:flex;flex-direction:column;align-items:flex-start;width:100px'><div id=b>a long text that must wrap in here</div><div id=c style='max-width:50px'>b b b b b b b b b</div></div>",
    { a: '0 0 100 120', b: '0 0 100 60', c: '0 60 50 60' },
  ],
  [
    'shrinks a column to its contents',
    "<div id=a style='display:flex;flex-direction:column;height:60px'><div id=b style='height:80px'>a<br>b<br>c</div><div id=c style='height:80px'>b</div></div>",
    { a: '0 0 400 60', b: '0 0 400 60', c: '0 60 400 20' },
  ],
  [
    'grows items in a min-height',
    "<div id=a style='display:flex;flex-direction:column;min-height:200px'><div id=b>a</div><div id=c style='flex:1'>b</div></div>",
    { a: '0 0 400 200', b: '0 0 400 20', c: '0 20 400 180' },
  ],
  [
    'starts a reversed column at the top',
    "<div id=a style='display:flex;flex-direction:column-reverse;height:100px;justify-content:start'><div id=b>a</div><div id=c>b<br>c</div></div>",
    { a: '0 0 400 100', b: '0 40 400 20', c: '0 0 400 40' },
  ],
  [
    'centres in a column by auto margins',
    "<div id=a style='display:flex;flex-direction:column;height:200px'><div id=b style='margin-bottom:auto'>a</div><div id=c style='margin-left:auto'>b</div><div id=d style='margin:auto'>c</div></div>",
    { a: '0 0 400 200', b: '0 0 400 20', c: '390.2 66.7 9.8 20', d: '196.2 133.3 7.7 20' },
  ],
  [
    'wraps a column',
    "<div id=a style='display:flex;flex-direction:column;flex-wrap:wrap;height:100px;align-content:flex-start;gap:10px'><div id=b style='height:60px'>a</div><div id=c style='height:60px'>bbb</div><div id=d style='height:30px;width:50px'>c</div></div>",
    { a: '0 0 400 100', b: '0 0 9 60', c: '19 0 50 60', d: '19 70 50 30' },
  ],
  [
    'wraps a column at its max-height',
    "<div id=a style='display:flex;flex-direction:column;flex-wrap:wrap;max-height:100px'><div id=b style='height:60px'>a</div><div id=c style='height:60px'>bbb</div><div id=d style='height:30px;width:50px'>c</div></div>",
    { a: '0 0 400 90', b: '0 0 179.5 60', c: '179.5 0 220.5 60', d: '179.5 60 50 30' },
  ],
  [
    'wraps a column to the left',
    "<div id=a style='display:flex;flex-direction:column;flex-wrap:wrap-reverse;height:100px'><div id=b style='height:60px'>a</div><div id=c style='height:60px'>b</div></div>",
    { a: '0 0 400 100', b: '200.4 0 199.6 60', c: '0 0 200.4 60' },
  ],
  [
    'starts a column on the right in right-to-left text',
    "<div id=a style='display:flex;flex-direction:column;direction:rtl;align-items:flex-start'><div id=b>a</div><div id=c style='margin-right:10px'>b b</div><div id=d style='align-self:flex-end'>c</div></div>",
    { a: '0 0 400 60', b: '391 0 9 20', c: '366.2 20 23.8 20', d: '0 40 7.7 20' },
  ],
  [
    'takes a stretched height as definite',
    "<div id=a style='display:flex;height:100px'><div id=b style='width:100px'><div id=c style='height:50%'>x</div></div><div id=d>b</div></div>",
    { a: '0 0 400 100', b: '0 0 100 100', c: '0 0 100 50', d: '100 0 9.8 100' },
  ],
  [
    'stretches nested containers',
    "<div id=a style='display:flex;height:200px'><div id=b style='display:flex;flex-direction:column;flex:1'><div id=c>a</div><div id=d style='flex:1;display:flex;align-items:center'><div id=e>mid</div></div><div id=f>c</div></div><div id=g style='width:100px;display:flex;justify-content:center;align-items:flex-end'><div id=h>d</div></div></div>",
    {
      a: '0 0 400 200',
      b: '0 0 300 200',
      c: '0 0 300 20',
      d: '0 20 300 160',
      e: '0 90 28.9 20',
      f: '0 180 300 20',
      g: '300 0 100 200',
      h: '345.1 180 9.8 20',
    },
  ],
  [
    "transfers a stretched height through a picture's ratio",
    "<div id=a style='display:flex;height:80px'><img id=b src=i.png><div id=c>a</div></div>",
    { a: '0 0 400 80', b: '0 0 160 80', c: '160 0 9 80' },
  ],
  [
    "transfers a flexed width through a picture's ratio",
    "<div id=a style='display:flex'><img id=b src=i.png style='flex:1'><div id=c style='flex:1'>a</div></div>",
    { a: '0 0 400 100', b: '0 0 200 100', c: '200 0 200 100' },
  ],
  [
    'stretches a picture across a column',
    "<div id=a style='display:flex;flex-direction:column'><img id=b src=i.png><div id=c>a</div></div>",
    { a: '0 0 400 220', b: '0 0 400 200', c: '0 200 400 20' },
  ],
  [
    'keeps a picture in a part of the container',
    "<div id=a style='display:flex;width:150px'><img id=b src=i.png style='max-width:50%;align-self:flex-start'><div id=c>text text text</div></div>",
    { a: '0 0 150 40', b: '0 0 75 37.5', c: '75 0 75 40' },
  ],
  [
    'makes a picture as wide as its limited height lets it',
    "<div id=a style='display:flex;align-items:flex-start'><img id=b src=i.png style='max-height:20px'></div>",
    { a: '0 0 400 20', b: '0 0 40 20' },
  ],
  [
    'shrinks to its content with percentages of padding',
    "<div id=a style='display:flex;width:fit-content;padding:0 5%'><div id=b>bb</div></div>",
    { a: '0 0 59.7 20', b: '20 0 19.7 20' },
  ],
  [
    'stands on its line by the first baseline',
    "<div id=a>x <span id=b style='display:inline-flex;height:60px;align-items:center'><span id=c>a</span><span id=d>bb cc</span></span> y</div>",
    { a: '0 0 400 60', b: '12.6 0 48.2 60', c: '12.6 20 9 20', d: '21.6 20 39.2 20' },
  ],
  [
    'asks for the basis of what cannot grow',
    "<div id=a style='display:inline-block'><div id=b style='display:flex'><div id=c style='flex:0 0 100px'>a</div><div id=d style='flex:1'>bb</div></div></div>",
    { a: '0 0 119.7 20', b: '0 0 119.7 20', c: '0 0 100 20', d: '100 0 19.7 20' },
  ],
  [
    'takes percentages of padding into account',
    "<div id=a style='display:flex'><div id=b style='padding:5%'>a</div><div id=c style='margin:10% 0'>bb</div></div>",
    { a: '0 0 400 100', b: '0 0 49 100', c: '49 40 19.7 20' },
  ],
  [
    'places by shorthand',
    "<div id=a style='display:flex;height:100px;place-items:center;place-content:center'><div id=b>a</div><div id=c style='place-self:end'>bb</div></div>",
    { a: '0 0 400 100', b: '185.7 40 9 20', c: '194.6 80 19.7 20' },
  ],
  [
    'orders items',
    "<div id=a style='display:flex'><div id=b style='order:2'>a</div><div id=c>bb</div><div id=d style='order:-1'>ccc</div></div>",
    { a: '0 0 400 20', b: '42.7 0 9 20', c: '23 0 19.7 20', d: '0 0 23 20' },
  ],
  [
    'wraps text in an anonymous item',
    "<div id=a style='display:flex'>text <b>bold</b> more<div id=b>bb</div> tail</div>",
    { a: '0 0 400 20', b: '102.2 0 19.7 20' },
  ],
];

describe('flex containers', () => {
  it.each(cases)('%s', async (_, body, boxes) => {
    const found = await boxesOf(body);
    for (const [id, expected] of Object.entries(boxes)) {
      const [theirs, ours] = [expected, found[id] ?? ''].map((box) => box.split(' ').map(Number));
      expect(
        ours!.map((value, i) => Math.abs(value - theirs![i]!) <= 0.5),
        `${id}: ${found[id]}`,
      ).toEqual([true, true, true, true]);
    }
  });
});

describe('flex containers and pages', () => {
  const small = '@page { size: 400px 100px } div > div { width: 200px; height: 60px; break-inside: avoid }';
  const wrapped = (css: string) =>
    placedBoxes(
      '<div style="display:flex;flex-wrap:wrap"><div id=a></div><div id=b></div><div id=c></div><div id=d></div></div>',
      small + css,
    );

  it('break between the lines of a row', async () => {
    const { b, c, d } = await wrapped('');
    expect([b, c, d].map((boxes) => boxes!.map(({ page, y }) => [page, y]))).toEqual([
      [[0, 0]],
      [[1, 0]],
      [[1, 0]],
    ]);
  });

  it('break before the line that holds an item with a forced break', async () => {
    const { b, c } = await wrapped('div > div { height: 30px } #d { break-before: page }');
    expect([b![0]!.page, c![0]!.page]).toEqual([0, 1]);
  });

  it('hand a forced break of their first line on', async () => {
    const { b } = await placedBoxes(
      '<p>text</p><div style="display:flex"><div>x</div><div id=b style="break-before:page">y</div></div>',
    );
    expect(b![0]!.page).toBe(1);
  });

  it('break between the items of a column', async () => {
    const { a, c } = await placedBoxes(
      '<div style="display:flex;flex-direction:column"><div id=a></div><div id=c></div></div>',
      small,
    );
    expect([a![0]!.page, c![0]!.page]).toEqual([0, 1]);
  });
});
