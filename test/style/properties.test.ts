import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { createPropertyTable, supportedProperties } from '../../src/style/properties/registry.ts';
import { document, el, find, pointed, styleAny, styleOf } from './support/style.ts';

const pt = (value: number) => ({ pt: value, percent: 0 });
const rgb = (r: number, g: number, b: number, a = 1) => ({ r, g, b, a });

type Row = readonly [css: string, field: keyof ComputedStyle, expected: unknown];

function table(rows: readonly Row[]): void {
  it.each(rows)('%s', (css, field, expected) => {
    expect(styleOf(`#x { ${css} }`)[field]).toEqual(expected);
  });
}

describe('lengths', () => {
  table([
    ['width: 96px', 'width', pt(72)],
    ['width: 1in', 'width', pt(72)],
    ['width: 2.54cm', 'width', pt(72)],
    ['width: 101.6q', 'width', pt(72)],
    ['width: 6pc', 'width', pt(72)],
    ['width: 0', 'width', pt(0)],
    ['width: 1e30pt', 'width', pt(2 ** 25 * 0.75)],
    ['font-size: 10pt; text-indent: -1e30em', 'textIndent', pt(-(2 ** 25) * 0.75)],
    ['width: calc(1e30pt + 1e30%)', 'width', { pt: 2 ** 25 * 0.75, percent: 2 ** 25 * 0.75 }],
    ['font-size: 10pt; width: 2em', 'width', pt(20)],
    ['font-size: 10pt; width: 2ch', 'width', pt(10)],
    ['font-size: 10pt; width: 1ic', 'width', pt(10)],
    ['font-size: 10pt; width: 2rem', 'width', pt(24)],
    ['font-size: 10pt; line-height: 1.5; width: 2lh', 'width', pt(30)],
    ['width: 50%', 'width', { pt: 0, percent: 50 }],
    ['width: calc(50% - 10pt)', 'width', { pt: -10, percent: 50 }],
    ['width: calc(2 * (1pt + 3pt) / 4)', 'width', pt(2)],
    ['width: round(13pt, 5pt)', 'width', pt(15)],
    ['width: round(up, 11pt, 5pt)', 'width', pt(15)],
    ['width: round(down, 14pt, 5pt)', 'width', pt(10)],
    ['text-indent: round(to-zero, -14pt, 5pt)', 'textIndent', pt(-10)],
    ['width: mod(-3pt, 5pt)', 'width', pt(2)],
    ['text-indent: rem(-8pt, 5pt)', 'textIndent', pt(-3)],
    ['order: round(2.6)', 'order', 3],
    ['order: calc(7 * sign(-0.5))', 'order', -7],
    ['width: min(10pt, 20pt)', 'width', pt(10)],
    ['width: max(10%, 20%)', 'width', { pt: 0, percent: 20 }],
    ['width: clamp(5pt, 1pt, 10pt)', 'width', pt(5)],
    ['padding-top: calc(1pt - 5pt)', 'padding', { top: pt(0), right: pt(0), bottom: pt(0), left: pt(0) }],
    ['width: fit-content', 'width', 'fit-content'],
    ['max-width: none', 'maxWidth', 'none'],
    ['width: 10vw', 'width', { pt: expect.closeTo((17 * 72) / 25.4, 6), percent: 0 }],
  ]);
});

describe('indents, tabs, hanging punctuation', () => {
  table([
    ['text-indent: hanging 10pt', 'textIndent', { ...pt(10), hanging: true }],
    ['text-indent: 5% each-line hanging', 'textIndent', { pt: 0, percent: 5, hanging: true, eachLine: true }],
    ['hanging-punctuation: none', 'hangingPunctuation', undefined],
    [
      'hanging-punctuation: allow-end first',
      'hangingPunctuation',
      { first: true, last: false, end: 'allow' },
    ],
    ['hanging-punctuation: last', 'hangingPunctuation', { first: false, last: true, end: 'none' }],
    ['tab-size: 4', 'tabSize', 4],
    ['tab-size: 2.5', 'tabSize', 2.5],
    ['tab-size: 20pt', 'tabSize', { pt: 20 }],
  ]);

  it.each([
    'text-indent: hanging',
    'text-indent: 1pt hanging hanging',
    'tab-size: -1',
    'tab-size: 10%',
  ])('%s is refused', (css) => {
    const { diagnostics } = styleAny(document(el('p')), `p { ${css} }`);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });
});

describe('hyphenation', () => {
  table([
    ['hyphenate-character: "="', 'hyphenateCharacter', '='],
    ['hyphenate-character: auto', 'hyphenateCharacter', undefined],
    ['hyphenate-limit-chars: 8', 'hyphenateLimitChars', { total: 8, before: 'auto', after: 'auto' }],
    ['hyphenate-limit-chars: auto 3', 'hyphenateLimitChars', { total: 'auto', before: 3, after: 3 }],
    ['hyphenate-limit-chars: 6 3 auto', 'hyphenateLimitChars', { total: 6, before: 3, after: 'auto' }],
    ['hyphenate-limit-lines: 2', 'hyphenateLimitLines', 2],
    ['hyphenate-limit-lines: no-limit', 'hyphenateLimitLines', Number.POSITIVE_INFINITY],
    ['hyphenate-limit-last: always', 'hyphenateLimitLast', 'always'],
    ['text-justify: inter-character', 'textJustify', 'inter-character'],
  ]);

  it.each([
    'hyphenate-character: x',
    'hyphenate-limit-chars: -1',
    'hyphenate-limit-chars: 5 2 2 2',
    'hyphenate-limit-lines: 1.5',
    'hyphenate-limit-last: page',
  ])('%s is refused', (css) => {
    const { diagnostics } = styleAny(document(el('p')), `p { ${css} }`);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });
});

describe('colours', () => {
  table([
    ['color: #f00', 'color', rgb(1, 0, 0)],
    ['color: #ff000080', 'color', rgb(1, 0, 0, 128 / 255)],
    ['color: ReBeccaPurple', 'color', rgb(0x66 / 255, 0x33 / 255, 0x99 / 255)],
    ['color: rgb(255 0 0 / 50%)', 'color', rgb(1, 0, 0, 0.5)],
    ['color: rgba(100%, 0%, 0%, .25)', 'color', rgb(1, 0, 0, 0.25)],
    ['color: hsl(120deg 100% 50%)', 'color', rgb(0, 1, 0)],
    ['color: hsl(0, 0%, 50%)', 'color', rgb(0.5, 0.5, 0.5)],
    ['color: device-cmyk(0 1 1 0)', 'color', { ...rgb(1, 0, 0), cmyk: [0, 1, 1, 0] }],
    ['color: color-mix(in srgb, red, blue)', 'color', rgb(0.5, 0, 0.5)],
    ['color: color-mix(in srgb, red 8%, white)', 'color', rgb(1, 0.92, 0.92)],
    ['color: red; background: currentColor', 'backgroundColor', rgb(1, 0, 0)],
    ['background: transparent', 'backgroundColor', rgb(0, 0, 0, 0)],
    ['color: red; text-decoration: underline', 'textDecorationColor', rgb(1, 0, 0)],
  ]);

  it('gives a border the colour of the text unless it has its own', () => {
    const { border } = styleOf('#x { color: red; border: 1pt solid; border-top-color: blue }');
    expect(border.left).toEqual({ width: 1, style: 'solid', colour: rgb(1, 0, 0) });
    expect(border.top.colour).toEqual(rgb(0, 0, 1));
  });
});

describe('boxes and shorthands', () => {
  const auto = 'auto';
  table([
    ['margin: 1pt 2pt 3pt 4pt', 'margin', { top: pt(1), right: pt(2), bottom: pt(3), left: pt(4) }],
    ['margin: 1pt auto', 'margin', { top: pt(1), right: auto, bottom: pt(1), left: auto }],
    ['margin: 1pt; margin-left: 2pt', 'margin', { top: pt(1), right: pt(1), bottom: pt(1), left: pt(2) }],
    ['inset: 1pt 2pt', 'inset', { top: pt(1), right: pt(2), bottom: pt(1), left: pt(2) }],
    ['flex: 1', 'flexGrow', 1],
    ['flex: 1', 'flexBasis', pt(0)],
    ['flex: auto', 'flexBasis', 'auto'],
    ['flex: none', 'flexShrink', 0],
    ['flex: 0 0 28mm', 'flexBasis', pt((28 * 72) / 25.4)],
    ['flex-flow: column wrap', 'flexDirection', 'column'],
    ['flex: 1 1 min-content', 'flexBasis', 'min-content'],
    ['gap: 1pt 2pt', 'columnGap', pt(2)],
    ['justify-content: safe right', 'justifyContent', 'safe right'],
    ['justify-content: unsafe center', 'justifyContent', 'center'],
    ['align-items: first baseline', 'alignItems', 'baseline'],
    ['align-self: last baseline', 'alignSelf', 'last baseline'],
    ['align-content: space-evenly', 'alignContent', 'space-evenly'],
    ['place-content: center', 'justifyContent', 'center'],
    ['place-content: end space-between', 'alignContent', 'end'],
    ['place-content: end space-between', 'justifyContent', 'space-between'],
    ['place-items: center start', 'alignItems', 'center'],
    ['place-self: safe end', 'alignSelf', 'safe end'],
    ['columns: 2', 'columnCount', 2],
    ['columns: 60mm auto', 'columnCount', 'auto'],
    ['column-rule: 1pt solid red', 'columnRule', { width: 1, style: 'solid', colour: rgb(1, 0, 0) }],
    ['list-style: square inside', 'listStyleType', 'square'],
    ['list-style: none', 'listStyleType', 'none'],
    ['text-decoration: underline line-through', 'textDecorationLine', ['underline', 'line-through']],
    ['page-break-before: always', 'breakBefore', 'page'],
    ['page-break-inside: avoid', 'breakInside', 'avoid'],
    ['word-wrap: break-word', 'overflowWrap', 'break-word'],
    ['border-spacing: 1pt 2pt', 'borderSpacing', { horizontal: 1, vertical: 2 }],
    ['-docx-style: "Lead"', 'docxStyle', 'Lead'],
    ['-pdf-bookmark-level: 3', 'bookmarkLevel', 3],
    ['-min-font-size: 16pt', 'minFontSize', 16],
    ['-min-font-size: 16pt; font-size: 9pt', 'fontSize', 16],
    ['-min-font-size: 16pt; font-size: 20pt', 'fontSize', 20],
    ['vertical-align: -2pt', 'verticalAlign', pt(-2)],
  ]);

  it('draws no width where a border has no style', () => {
    expect(styleOf('#x { border-width: 3pt }').border.top.width).toBe(0);
    expect(styleOf('#x { border-style: solid }').border.top.width).toBe(2.25);
  });

  it('resets what a shorthand leaves out', () => {
    expect(styleOf('#x { flex-shrink: 5; flex: 2 }').flexShrink).toBe(1);
    expect(styleOf('#x { border-top-style: solid; border: 0 }').border.top.style).toBe('none');
  });
});

describe('fonts', () => {
  table([
    ['font: italic 700 10pt/1.5 "Noto Sans", serif', 'fontFamily', ['Noto Sans', 'serif']],
    ['font: italic 700 10pt/1.5 serif', 'fontWeight', 700],
    ['font: italic 700 10pt/1.5 serif', 'lineHeight', { kind: 'number', value: 1.5 }],
    ['font: 10pt serif', 'lineHeight', { kind: 'normal' }],
    ['font-family: Noto  Sans', 'fontFamily', ['Noto Sans']],
    ['font-size: smaller', 'fontSize', 10],
    ['font-size: 150%', 'fontSize', 18],
    ['font-weight: bolder', 'fontWeight', 700],
    ['font-stretch: condensed', 'fontStretch', 75],
    [
      'text-transform: full-width capitalize',
      'textTransform',
      { letters: 'capitalize', fullWidth: true, fullSizeKana: false },
    ],
    ['font-stretch: 62.5%', 'fontStretch', 62.5],
    ['font: italic extra-expanded 10pt Noto', 'fontStretch', 150],
    ['font-stretch: condensed; font: 10pt Noto', 'fontStretch', 100],
    [
      'font-variation-settings: "wght" 650.5, "SOFT" 1, "wght" 300',
      'fontVariationSettings',
      { SOFT: 1, wght: 300 },
    ],
    ['font-synthesis: none', 'fontSynthesisWeight', 'none'],
    ['font-synthesis: style weight', 'fontSynthesisWeight', 'auto'],
    ['font-synthesis: style weight', 'fontSynthesisSmallCaps', 'none'],
    ['font-size: 10pt; line-height: 150%', 'lineHeight', { kind: 'length', pt: 15 }],
    ['font-variant-numeric: tabular-nums lining-nums', 'fontFeatures', { lnum: 1, tnum: 1 }],
    ['font-variant: small-caps', 'fontFeatures', { smcp: 1 }],
    ['font-feature-settings: "ss01", "liga" off', 'fontFeatures', { liga: 0, ss01: 1 }],
    ['font-variant-caps: small-caps; font-feature-settings: "smcp" 0', 'fontFeatures', { smcp: 0 }],
  ]);
});

describe('marks, lines and spaces of text', () => {
  table([
    ['color: red', 'textSpacingTrim', 'normal'],
    ['text-spacing-trim: space-first', 'textSpacingTrim', 'space-first'],
    ['text-spacing-trim: trim-both', 'textSpacingTrim', 'trim-both'],
    ['color: red', 'textAutospace', 'none'],
    ['text-autospace: normal', 'textAutospace', 'all'],
    ['text-autospace: normal; text-autospace: no-autospace', 'textAutospace', 'none'],
    ['text-autospace: ideograph-alpha', 'textAutospace', 'alpha'],
    ['text-autospace: ideograph-numeric ideograph-alpha', 'textAutospace', 'all'],
    ['text-decoration: underline wavy 2pt red', 'textDecorationStyle', 'wavy'],
    ['text-decoration: underline wavy 2pt red', 'textDecorationThickness', pt(2)],
    ['text-decoration: underline from-font', 'textDecorationThickness', 'from-font'],
    ['text-decoration-thickness: 2pt; text-decoration: underline', 'textDecorationThickness', 'auto'],
    ['text-underline-offset: 10%', 'textUnderlineOffset', { pt: 0, percent: 10 }],
    ['text-underline-position: under', 'textUnderlinePosition', 'under'],
    ['text-decoration-skip-ink: none', 'textDecorationSkipInk', 'none'],
    ['text-emphasis: sesame', 'textEmphasisStyle', { kind: 'shape', fill: 'filled', shape: 'sesame' }],
    ['text-emphasis: dot open red', 'textEmphasisStyle', { kind: 'shape', fill: 'open', shape: 'dot' }],
    ['text-emphasis: dot open red', 'textEmphasisColor', rgb(1, 0, 0)],
    ['text-emphasis: open', 'textEmphasisStyle', { kind: 'shape', fill: 'open', shape: undefined }],
    ['text-emphasis: open; text-emphasis: red', 'textEmphasisStyle', { kind: 'none' }],
    ['text-emphasis: "x"', 'textEmphasisStyle', { kind: 'string', text: 'x' }],
    ['text-emphasis: dot', 'textEmphasisColor', 'currentcolor'],
    ['text-emphasis-position: left under', 'textEmphasisPosition', { line: 'under', side: 'left' }],
    [
      'text-emphasis-position: under; text-emphasis: dot',
      'textEmphasisPosition',
      { line: 'under', side: 'right' },
    ],
  ]);
});

describe('flow-relative properties', () => {
  const css =
    '#x { margin-inline: 1pt 2pt; border-inline-start: 3pt solid; inset-inline-end: 4pt; margin-block-end: 5pt; inline-size: 6pt }';

  it('follow the direction of the element', () => {
    const ltr = styleOf(css);
    const rtl = styleOf(css, { dir: 'rtl' });
    expect([ltr.margin.left, ltr.margin.right]).toEqual([pt(1), pt(2)]);
    expect([rtl.margin.left, rtl.margin.right]).toEqual([pt(2), pt(1)]);
    expect([ltr.border.left.width, rtl.border.right.width]).toEqual([3, 3]);
    expect([ltr.inset.right, rtl.inset.left]).toEqual([pt(4), pt(4)]);
    expect([rtl.margin.bottom, rtl.width]).toEqual([pt(5), pt(6)]);
  });

  it('and physical ones override each other in the order they are written', () => {
    expect(styleOf('#x { margin-left: 1pt; margin-inline-start: 2pt }').margin.left).toEqual(pt(2));
    expect(styleOf('#x { margin-inline-start: 2pt; margin-left: 1pt }').margin.left).toEqual(pt(1));
  });
});

describe('what is not supported', () => {
  it('is a warning at the property or the value, once, however many elements it fits', () => {
    const css = 'p { colr: red; shape-outside: circle(); width: wide; margin: 1pt 2pt 3pt 4pt 5pt }';
    const { diagnostics } = styleAny(document(el('p'), el('p'), el('p')), css);
    expect(diagnostics.map((d) => [d.code, d.severity, pointed(d)])).toEqual([
      ['css-unsupported', 'warning', 'colr'],
      ['css-unsupported', 'warning', 'shape-outside'],
      ['css-unsupported', 'warning', 'wide'],
      ['css-unsupported', 'warning', '1pt 2pt 3pt 4pt 5pt'],
    ]);
    expect(diagnostics[0]?.hint).toBe('Did you mean "color"?');
  });

  it.each([
    'width: calc(1px+2px)',
    'width: calc(1px * 1px)',
    'width: calc(1px + 1)',
    'width: calc(1px / 0)',
    'width: round(1px, 10%)',
    'width: -1pt',
    'width: 1',
    'padding: -1pt',
    'color: rgb(1 2)',
    'color: #12345',
    'orphans: 0',
    'text-autospace: ideograph-alpha ideograph-alpha',
    'text-autospace: punctuation',
    'text-emphasis: filled open',
    'text-emphasis: "x" dot',
    'text-emphasis-position: right',
    'text-spacing-trim: trim-start trim-end',
    'orphans: 1.5',
    'font-weight: 1001',
    'font-stretch: -5%',
    'text-transform: uppercase lowercase',
    'text-transform: none full-width',
    'font-variation-settings: wght 300',
    'font-variation-settings: "weight" 300',
    'font-synthesis: weight weight',
    'font-feature-settings: "abc"',
    'background: conic-gradient(red, blue)',
    'content: element(header)',
  ])('%s', (css) => {
    const { diagnostics } = styleAny(document(el('p')), `p { ${css} }`);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });

  it('leaves the other declarations standing', () => {
    const { tree } = styleAny(document(el('p')), 'p { color: red; color: nonsense }');
    expect(find(tree.root, 'p').style.color).toEqual(rgb(1, 0, 0));
  });
});

describe('the property table', () => {
  it('has a syntax for every entry, and every shorthand and logical name leads to a longhand', () => {
    const properties = createPropertyTable();
    for (const row of supportedProperties()) expect(row.syntax, row.name).not.toBe('');
    const known = (name: string) => properties.longhands.has(name) || properties.logicals.has(name);
    for (const shorthand of properties.shorthands.values()) {
      for (const name of shorthand.longhands) expect(known(name), `${shorthand.name}: ${name}`).toBe(true);
    }
    const modes = ['horizontal-tb', 'vertical-rl', 'vertical-lr', 'sideways-rl', 'sideways-lr'] as const;
    for (const { physical } of properties.logicals.values()) {
      for (const writingMode of modes) {
        for (const direction of ['ltr', 'rtl'] as const) {
          expect(properties.longhands.has(physical({ writingMode, direction }))).toBe(true);
        }
      }
    }
  });

  it('takes the wide keywords everywhere', () => {
    const properties = createPropertyTable();
    const names = [...properties.longhands.keys(), ...properties.shorthands.keys()];
    for (const word of ['inherit', 'initial', 'unset', 'revert']) {
      const { diagnostics } = styleAny(
        document(el('p')),
        names.map((name) => `p { ${name}: ${word} }`).join(''),
      );
      expect(diagnostics).toEqual([]);
    }
  });
});
