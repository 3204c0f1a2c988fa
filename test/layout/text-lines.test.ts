import { describe, expect, it } from 'vitest';
import { pathBounds } from '../../src/layout/graphics.ts';
import type { DisplayItem } from '../../src/layout/paged-document.ts';
import { printed } from './support/filled.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

/** What is drawn but letters: rectangles, and paths by the rectangle around them with their dashes. */
async function drawn(css: string, text: string): Promise<string[]> {
  const document = await printed(
    `<!doctype html><html lang="en"><head><title>t</title></head><body><p>${text}</p></body></html>`,
    `@page { size: 200pt 60pt; margin: 0 } body { margin: 0; font: 10pt/20pt "Noto Sans" } p { margin: 0; ${css} }`,
  );
  return document.pages[0]!.items.flatMap((item: DisplayItem) => {
    if (item.kind === 'rect') {
      return [`${round(item.x)}–${round(item.x + item.width)} at ${round(item.y)}, ${round(item.height)}`];
    }
    if (item.kind !== 'path') return [];
    const { x, y, width, height } = pathBounds(item.path);
    const dash = item.stroke!.dash.map(round).join('/');
    return [`${round(x)}–${round(x + width)} at ${round(y)}–${round(y + height)} ${dash}`];
  });
}

describe('underlines', () => {
  it('stand where the font says, or where they are asked for', async () => {
    // The baseline is 13.88 pt down.
    const fromFont = 'text-decoration: underline from-font; text-underline-position: from-font';
    expect(await drawn(fromFont, 'nn')).toEqual(['0–12.36 at 14.88, 0.5']);
    // A tenth of the size thick, and a px below the baseline.
    expect(await drawn('text-decoration: underline', 'nn')).toEqual(['0–12.36 at 14.63, 1']);
    expect(await drawn('text-decoration: underline 1pt; text-underline-offset: 2pt', 'nn')).toEqual([
      '0–12.36 at 15.88, 1',
    ]);
    expect(await drawn('text-decoration: underline 10%; text-underline-offset: 20%', 'nn')).toEqual([
      '0–12.36 at 15.88, 1',
    ]);
    // Squares of Noto Sans end 0.215 em below the baseline.
    expect(await drawn('text-decoration: underline 1pt; text-underline-position: under', 'nn')).toEqual([
      '0–12.36 at 16.03, 1',
    ]);
  });

  it('part round what reaches down to them, and keep as far away as they are thick', async () => {
    const css = 'text-decoration: underline 1pt; text-underline-offset: 1pt';
    const parts = await drawn(css, 'npn');
    expect(parts).toHaveLength(2);
    const [first, second] = parts.map((part) =>
      part
        .match(/^([\d.]+)–([\d.]+)/)!
        .slice(1)
        .map(Number),
    );
    // A p's stem is 0.085 to 0.175 em from its left edge; the first n is 6.18 pt wide.
    expect(first).toEqual([0, expect.closeTo(6.18 + 0.85 - 1, 1)]);
    expect(second).toEqual([expect.closeTo(6.18 + 1.75 + 1, 1), expect.closeTo(18.51, 1)]);
    expect(await drawn(`${css}; text-decoration-skip-ink: none`, 'npn')).toHaveLength(1);
    // Low lines are met by fewer letters, and lines through text by none.
    expect(await drawn('text-decoration: underline 1pt; text-underline-offset: 4pt', 'npn')).toHaveLength(1);
    expect(await drawn('text-decoration: line-through 1pt', 'npn')).toHaveLength(1);
  });

  it('stay where they are under what is raised, and part round what another run reaches into them', async () => {
    const css = 'text-decoration: underline 1pt; text-underline-offset: 1pt';
    const raised = await drawn(css, 'n<span style="vertical-align: 4pt">n</span>');
    expect(raised).toEqual(['0–6.18 at 18.88, 1', '6.18–12.36 at 18.88, 1']);
    // The ink of a j begins before its pen.
    const [before] = await drawn(css, 'n<i style="font-style: normal">j</i>');
    const [, end] = /–([\d.]+) /.exec(before!)!;
    expect(Number(end)).toBeLessThan(6.18 - 0.5);
  });

  it('look as they are asked to', async () => {
    const of = (look: string) =>
      drawn(`text-decoration: underline 1pt ${look}; text-underline-offset: 2pt`, 'nn');
    expect(await of('double')).toEqual(['0–12.36 at 15.88, 1', '0–12.36 at 17.38, 1']);
    // Fine dots are as far from each other as they are thick, and not spread to end with one.
    expect(await of('dotted')).toEqual(['0–12.36 at 16.38–16.38 1/1']);
    expect(await of('dashed')).toEqual(['0–12.36 at 16.38–16.38 3/1.68']);
    const [wave] = await of('wavy');
    expect(wave).toMatch(/^0–12\.36 at 14\.78–17\.98/);
  });

  it('are of the element that has them, wherever the text is', async () => {
    const inner =
      '<b style="font-weight: 400; text-underline-offset: 5pt; text-decoration-style: wavy">n</b>';
    expect(await drawn('text-decoration: underline 1pt; text-underline-offset: 2pt', `n${inner}`)).toEqual([
      '0–6.18 at 15.88, 1',
      '6.18–12.36 at 15.88, 1',
    ]);
  });
});
