import { describe, expect, it } from 'vitest';
import { document, el, find, style, styleAny, styleOf } from './support/style.ts';

describe('writing modes', () => {
  it.each([
    ['writing-mode: vertical-rl', 'writingMode', 'vertical-rl'],
    ['writing-mode: tb-rl', 'writingMode', 'vertical-rl'],
    ['writing-mode: lr', 'writingMode', 'horizontal-tb'],
    ['writing-mode: sideways-lr', 'writingMode', 'sideways-lr'],
    ['text-orientation: upright', 'textOrientation', 'upright'],
    ['text-orientation: sideways-right', 'textOrientation', 'sideways'],
    ['text-combine-upright: all', 'textCombineUpright', 'all'],
    ['text-combine-upright: digits', 'textCombineUpright', 2],
    ['text-combine-upright: digits 4', 'textCombineUpright', 4],
  ] as const)('%s', (css, field, value) => {
    expect(styleOf(`#x { ${css} }`)[field]).toBe(value);
  });

  it.each([
    'text-combine-upright: digits 5',
    'text-combine-upright: 2',
    'writing-mode: vertical',
  ])('has no %s', (css) => {
    const { diagnostics } = styleAny(document(el('p')), `p { ${css} }`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['css-unsupported']);
  });

  it.each([
    ['vertical-rl', 'ltr', 'right', 'top', 'borderRadius.topRight'],
    ['vertical-rl', 'rtl', 'right', 'bottom', 'borderRadius.bottomRight'],
    ['vertical-lr', 'ltr', 'left', 'top', 'borderRadius.topLeft'],
    ['sideways-lr', 'ltr', 'left', 'bottom', 'borderRadius.bottomLeft'],
    ['horizontal-tb', 'rtl', 'top', 'right', 'borderRadius.topRight'],
  ] as const)('say where %s %s begins', (mode, direction, block, inline, corner) => {
    const found = styleOf(
      `#x { writing-mode: ${mode}; direction: ${direction}; margin-block-start: 3pt; padding-inline-start: 4pt;
        inline-size: 50pt; border-start-start-radius: 6pt }`,
    );
    expect(found.margin[block]).toEqual({ pt: 3, percent: 0 });
    expect(found.padding[inline]).toEqual({ pt: 4, percent: 0 });
    expect(found[mode === 'horizontal-tb' ? 'width' : 'height']).toEqual({ pt: 50, percent: 0 });
    expect(found).toHaveProperty(`${corner}.horizontal.pt`, 6);
  });

  it('make a box of what is inside a line and runs another way', () => {
    const tree = style(document(el('p', {}, el('span', {}, el('b')))), 'span { writing-mode: vertical-rl }');
    expect(find(tree.root, 'span').style.display).toBe('inline-block');
    expect(find(tree.root, 'b').style.display).toBe('inline');
    expect(tree.hasVerticalText).toBe(true);
    expect(style(document(el('p')), '').hasVerticalText).toBe(false);
  });
});
