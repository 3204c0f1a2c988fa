import type { SourceFile } from '../../../src/diagnostics/source.ts';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import { createCounterStyles } from '../../../src/style/counter-styles/counter-styles.ts';
import type { PaintedStyle } from '../../../src/style/painted-style.ts';
import type { FontFaceRule, PageRule } from '../../../src/style/rules.ts';
import type { StyledElement, StyledNode, StyledTree } from '../../../src/style/styled-tree.ts';

const source: SourceFile = { name: 'test.html', root: 'campaign', path: 'test.html', text: '' };
const span = { source, start: 0, end: 0 };
const zero = { pt: 0, percent: 0 };
const black = { r: 0, g: 0, b: 0, a: 1 };
const noBorder = { width: 0, style: 'none', colour: black } as const;

/** A length in pt. */
export const pt = (value: number) => ({ pt: value, percent: 0 });

/** The same value on all sides. */
export const sides = <T>(value: T) => ({ top: value, right: value, bottom: value, left: value });

const share = (percent: number) => ({ pt: 0, percent });
const centre = { x: share(50), y: share(50) };
const sharp = { horizontal: zero, vertical: zero };

/** Nothing painted but what is said. */
const unpainted: PaintedStyle = {
  backgroundImage: [],
  backgroundPosition: [{ x: zero, y: zero }],
  backgroundSize: [{ x: 'auto', y: 'auto' }],
  backgroundRepeat: [{ x: 'repeat', y: 'repeat' }],
  backgroundOrigin: ['padding-box'],
  backgroundClip: ['border-box'],
  borderRadius: { topLeft: sharp, topRight: sharp, bottomRight: sharp, bottomLeft: sharp },
  overflowX: 'visible',
  overflowY: 'visible',
  translate: [],
  rotate: [],
  scale: [],
  transform: [],
  transformOrigin: centre,
  opacity: 1,
  visibility: 'visible',
  zIndex: 'auto',
  objectPosition: centre,
};

/** Initial values, with text at 10 pt on lines of 12 pt. */
export const initialStyle: ComputedStyle = {
  ...unpainted,
  display: 'inline',
  flexDirection: 'row',
  flexWrap: 'nowrap',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  order: 0,
  justifyContent: 'normal',
  alignContent: 'normal',
  alignItems: 'normal',
  alignSelf: 'auto',
  rowGap: 'normal',
  columnGap: 'normal',
  position: 'static',
  inlineLevel: true,
  float: 'none',
  floatReference: 'inline',
  clear: 'none',
  inset: sides('auto'),
  margin: sides(zero),
  padding: sides(zero),
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'none',
  maxHeight: 'none',
  boxSizing: 'content-box',
  objectFit: 'fill',
  border: sides(noBorder),
  backgroundColor: { r: 0, g: 0, b: 0, a: 0 },
  color: black,
  fontFamily: ['Noto Sans'],
  fontSize: 10,
  fontWeight: 400,
  fontStyle: 'normal',
  fontStretch: 100,
  fontVariationSettings: {},
  fontSynthesisWeight: 'auto',
  fontSynthesisStyle: 'auto',
  fontSynthesisSmallCaps: 'auto',
  fontSynthesisPosition: 'auto',
  fontKerning: 'auto',
  fontFeatures: {},
  lineHeight: { kind: 'length', pt: 12 },
  verticalAlign: 'baseline',
  textAlign: 'start',
  textAlignLast: 'auto',
  textIndent: zero,
  textTransform: { letters: 'none', fullWidth: false, fullSizeKana: false },
  textDecorationLine: [],
  textDecorationColor: black,
  textDecorationStyle: 'solid',
  textDecorationThickness: 'auto',
  textUnderlineOffset: 'auto',
  textUnderlinePosition: 'auto',
  textDecorationSkipInk: 'auto',
  textWrap: 'wrap',
  letterSpacing: 0,
  wordSpacing: 0,
  whiteSpace: 'normal',
  lineBreak: 'auto',
  wordBreak: 'normal',
  overflowWrap: 'normal',
  hyphens: 'manual',
  hyphenateCharacter: undefined,
  hyphenateLimitChars: { total: 'auto', before: 'auto', after: 'auto' },
  hyphenateLimitLines: Number.POSITIVE_INFINITY,
  hyphenateLimitLast: 'none',
  textJustify: 'auto',
  tabSize: 8,
  hangingPunctuation: undefined,
  textSpacingTrim: 'normal',
  textAutospace: 'none',
  textEmphasisStyle: { kind: 'none' },
  textEmphasisColor: 'currentcolor',
  textEmphasisPosition: { line: 'over', side: 'right' },
  direction: 'ltr',
  writingMode: 'horizontal-tb',
  textOrientation: 'mixed',
  textCombineUpright: 'none',
  unicodeBidi: 'normal',
  language: 'en',
  listStylePosition: 'outside',
  listStyleType: 'disc',
  borderCollapse: 'separate',
  borderSpacing: { horizontal: 0, vertical: 0 },
  tableLayout: 'auto',
  captionSide: 'top',
  emptyCells: 'show',
  columnCount: 'auto',
  columnWidth: 'auto',
  columnFill: 'balance',
  columnRule: noBorder,
  columnSpan: 'none',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  orphans: 2,
  widows: 2,
  page: 'auto',
  pageNumber: undefined,
  stringSet: {},
  bookmarkLevel: 0,
  docxStyle: 'auto',
  fillPages: 0,
  minFontSize: 0,
  svg: {
    fill: { kind: 'colour', colour: { r: 0, g: 0, b: 0, a: 1 } },
    fillOpacity: 1,
    fillRule: 'nonzero',
    stroke: { kind: 'none' },
    strokeOpacity: 1,
    strokeWidth: { pt: 0.75, percent: 0 },
    strokeLinecap: 'butt',
    strokeLinejoin: 'miter',
    strokeMiterlimit: 4,
    strokeDasharray: [],
    strokeDashoffset: { pt: 0, percent: 0 },
    clipRule: 'nonzero',
    textAnchor: 'start',
    dominantBaseline: 'auto',
  },
  svgOwn: {
    clipPath: undefined,
    stopColor: { r: 0, g: 0, b: 0, a: 1 },
    stopOpacity: 1,
    vectorEffect: 'none',
  },
  origins: {},
};

/** What an element is by its tag, in place of a user agent style sheet. */
const displayOf: Readonly<Record<string, ComputedStyle['display']>> = {
  html: 'block',
  body: 'block',
  div: 'block',
  p: 'block',
  h1: 'block',
  ul: 'block',
  ol: 'block',
  li: 'list-item',
  table: 'table',
  thead: 'table-header-group',
  tbody: 'table-row-group',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
  'qr-code': 'inline-block',
  input: 'inline-block',
};

export interface ElementOptions {
  readonly style?: Partial<ComputedStyle>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly marker?: string;
}

type Child = string | ((parent: ComputedStyle) => StyledElement);

const inherited = [
  'textSpacingTrim',
  'textAutospace',
  'textEmphasisStyle',
  'textEmphasisColor',
  'textEmphasisPosition',
  'color',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'lineHeight',
  'textAlign',
  'direction',
  'language',
  'orphans',
  'widows',
  'whiteSpace',
  'listStylePosition',
  'borderCollapse',
  'borderSpacing',
  'textWrap',
  'visibility',
] as const;

/** An element whose inherited values come from its parent. */
export function el(
  tag: string,
  options: ElementOptions,
  ...children: readonly Child[]
): (parent: ComputedStyle) => StyledElement {
  return (parent) => {
    const own = Object.fromEntries(inherited.map((key) => [key, parent[key]]));
    const style: ComputedStyle = {
      ...initialStyle,
      ...own,
      display: displayOf[tag] ?? 'inline',
      ...options.style,
    };
    return {
      type: 'element',
      tag,
      pseudo: undefined,
      attributes: options.attributes ?? {},
      style,
      span,
      children: children.map(
        (child): StyledNode =>
          typeof child === 'string' ? { type: 'text', text: child, span } : child(style),
      ),
      marker: options.marker === undefined ? undefined : markerOf(options.marker, style),
    };
  };
}

function markerOf(text: string, style: ComputedStyle): StyledElement {
  return {
    type: 'element',
    tag: 'li',
    pseudo: 'marker',
    attributes: {},
    style: { ...style, display: 'inline' },
    span,
    children: [{ type: 'text', text, span }],
    marker: undefined,
  };
}

const faces = [
  ['Noto Sans', 400, 'noto-sans/400Regular/NotoSans_400Regular.ttf'],
  ['Noto Sans', 700, 'noto-sans/700Bold/NotoSans_700Bold.ttf'],
  ['Amiri', 400, 'amiri/400Regular/Amiri_400Regular.ttf'],
  ['Noto Sans HK', 400, 'noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf'],
] as const;

/** Faces of installed packages, as `@font-face` declares them. */
const fontFaces: readonly FontFaceRule[] = faces.map(([family, weight, path]) => ({
  family,
  weight: { min: weight, max: weight },
  style: 'normal',
  url: `npm:@expo-google-fonts/${path}`,
  unicodeRange: undefined,
  sizeAdjust: 1,
  stretch: { min: 100, max: 100 },
  ascentOverride: undefined,
  descentOverride: undefined,
  lineGapOverride: undefined,
  variationSettings: {},
  span,
}));

/** A page without margins, 100 pt wide and 120 pt high unless said otherwise. */
export function pageRule(values: Partial<PageRule> = {}): PageRule {
  return {
    selector: { name: undefined, pseudo: [] },
    size: { width: 100, height: 120 },
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    bleed: undefined,
    marks: undefined,
    boxes: [],
    span,
    ...values,
  };
}

/** A document of one body. */
export function treeOf(
  body: (parent: ComputedStyle) => StyledElement,
  pages: readonly PageRule[] = [pageRule()],
): StyledTree {
  const root = el('html', {}, body)(initialStyle);
  return {
    root,
    pages,
    fontFaces,
    counterStyles: createCounterStyles(),
    colours: new Map(),
    hasPageReferences: false,
    hasPageRestarts: false,
    hasVerticalText: false,
    title: 'Test',
    language: root.style.language,
    source,
  };
}
