import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import type { PageRule } from '../../../src/style/rules.ts';
import type { StyledElement, StyledTree } from '../../../src/style/styled-tree.ts';
import {
  type ElementOptions,
  el,
  initialStyle,
  pageRule,
  pt,
  sides,
  treeOf,
} from '../../layout/support/tree.ts';

export { pt, sides };

/** Makes an element under its parent's style. */
export type Make = (parent: ComputedStyle) => StyledElement;

/** A colour of whole channels. */
export const rgb = (r: number, g: number, b: number) => ({ r: r / 255, g: g / 255, b: b / 255, a: 1 });

const block = (style: Partial<ComputedStyle>): Partial<ComputedStyle> => ({ display: 'block', ...style });
const margins = (top: number, bottom: number) => ({ ...sides(pt(0)), top: pt(top), bottom: pt(bottom) });

/** A user agent style sheet and a plain look, by tag. */
const looks: Readonly<Record<string, Partial<ComputedStyle>>> = {
  h1: block({ fontSize: 24, fontWeight: 800, margin: margins(0, 12), breakAfter: 'avoid' }),
  h2: block({ fontSize: 16, fontWeight: 800, margin: margins(12, 6), breakAfter: 'avoid' }),
  h3: block({ fontSize: 13, fontWeight: 800, margin: margins(8, 4), breakAfter: 'avoid' }),
  p: block({ margin: margins(0, 6) }),
  section: block({}),
  header: block({}),
  blockquote: block({}),
  strong: { fontWeight: 700 },
  em: { fontStyle: 'italic' },
  a: { textDecorationLine: ['underline'] },
  sup: { verticalAlign: 'super', fontSize: 8 },
};

/** An element with its tag's look. */
export function h(tag: string, options: ElementOptions, ...children: readonly (string | Make)[]): Make {
  return el(tag, { ...options, style: { ...looks[tag], ...options.style } }, ...children);
}

const paddingFor = (direction: 'ltr' | 'rtl') =>
  direction === 'rtl' ? { ...sides(pt(0)), right: pt(20) } : { ...sides(pt(0)), left: pt(20) };

/** A list with its items' markers. */
export function list(
  tag: 'ul' | 'ol',
  options: ElementOptions & { readonly markers?: readonly string[]; readonly direction?: 'ltr' | 'rtl' },
  ...items: readonly (string | readonly (string | Make)[])[]
): Make {
  const { markers, direction = 'ltr', ...rest } = options;
  const type = rest.style?.listStyleType ?? (tag === 'ol' ? 'decimal' : 'disc');
  return h(
    tag,
    { ...rest, style: { display: 'block', padding: paddingFor(direction), ...rest.style } },
    ...items.map((item, i) =>
      h(
        'li',
        { marker: markers?.[i] ?? (tag === 'ol' ? `${i + 1}. ` : '• '), style: { listStyleType: type } },
        ...(typeof item === 'string' ? [item] : item),
      ),
    ),
  );
}

/** A document in a language on A5. */
export function page(
  language: string,
  options: { readonly direction?: 'ltr' | 'rtl'; readonly title?: string; readonly rule?: Partial<PageRule> },
  ...children: readonly (string | Make)[]
): StyledTree {
  const direction = options.direction ?? 'ltr';
  const style = {
    language,
    direction,
    fontSize: 12,
    lineHeight: { kind: 'number', value: 1.4 },
    textAutospace: /^(zh|ja)/.test(language) ? 'all' : 'none',
  } as const;
  const body = h('body', { style: { display: 'block', ...style } }, ...children);
  const rule = pageRule({
    size: { width: 419.53, height: 595.28 },
    marginTop: 36,
    marginRight: 36,
    marginBottom: 36,
    marginLeft: 36,
    ...options.rule,
  });
  const tree = treeOf(() => body({ ...initialStyle, ...style }), [rule]);
  const root = { ...tree.root, style: { ...tree.root.style, language, direction } };
  return { ...tree, root, language, title: options.title ?? 'Test' };
}
