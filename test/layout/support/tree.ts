import type { SourceFile } from '../../../src/diagnostics/source.ts';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import { createCounterStyles } from '../../../src/style/counter-styles/counter-styles.ts';
import type { PageRule } from '../../../src/style/rules.ts';
import type { StyledElement, StyledNode, StyledTree } from '../../../src/style/styled-tree.ts';
import { faceRule } from '../../style/support/font-face.ts';
import { initialStyle as plainStyle, startingStyle } from '../../style/support/initial-style.ts';

const source: SourceFile = { name: 'test.html', root: 'campaign', path: 'test.html', text: '' };
const span = { source, start: 0, end: 0 };

/** A length in pt. */
export const pt = (value: number) => ({ pt: value, percent: 0 });

/** The same value on all sides. */
export const sides = <T>(value: T) => ({ top: value, right: value, bottom: value, left: value });

/** Initial values, with text at 10 pt on lines of 12 pt. */
export const initialStyle: ComputedStyle = { ...plainStyle, lineHeight: { kind: 'length', pt: 12 } };

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

/** An element whose inherited values come from its parent. */
export function el(
  tag: string,
  options: ElementOptions,
  ...children: readonly Child[]
): (parent: ComputedStyle) => StyledElement {
  return (parent) => {
    const style: ComputedStyle = {
      ...startingStyle(parent),
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
const fontFaces = faces.map(([family, weight, path]) =>
  faceRule(family, `npm:@expo-google-fonts/${path}`, { weight: { min: weight, max: weight } }),
);

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
