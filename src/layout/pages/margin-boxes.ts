import type { ComputedStyle } from '../../style/computed-style.ts';
import type { CounterStyles } from '../../style/counter-styles/counter-styles.ts';
import { formatCounter } from '../../style/counter-styles/format-counter.ts';
import type { NamedStringPlace } from '../../style/properties/generated-values.ts';
import type { MarginBox, MarginBoxName } from '../../style/rules.ts';
import type { InlineContent, InlineRootBox } from '../box.ts';
import type { Formatting } from '../formatting.ts';
import { type BoxFragment, bottomOf, moved } from '../fragment.ts';
import { definiteHeight, definiteWidth, edgesOf } from '../sizing.ts';
import { type MarginArea, marginAreas } from './margin-areas.ts';
import type { PageContext } from './page-context.ts';

/** What page furniture says on one page. */
export interface PageNumbers {
  /** As `counter(page)` gives it. */
  readonly page: number;
  readonly pages: number;
  readonly string: (name: string, which: NamedStringPlace) => string;
  readonly counterStyles: CounterStyles;
}

/** The margin boxes of a page as fragments in page coordinates (css-page-3 §5). */
export function layOutMarginBoxes(
  page: PageContext,
  numbers: PageNumbers,
  formatting: Formatting,
): readonly BoxFragment[] {
  const made = new Map<MarginBoxName, InlineRootBox>();
  for (const box of page.boxes) {
    const { name } = box;
    if (name === 'footnote') continue;
    const text = contentText(box, numbers);
    const isEmpty =
      text === '' && !(box.content.length > 0 && box.content.every(({ kind }) => kind === 'text'));
    if (!isEmpty) made.set(name, marginRoot(box, text));
  }
  const areas = marginAreas(page, made, formatting);
  return [...made].map(([name, root]) => placeMarginBox(root, areas.get(name)!, formatting));
}

function contentText(box: MarginBox, numbers: PageNumbers): string {
  return box.content
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'string') return numbers.string(part.name, part.which);
      return formatCounter(
        part.name === 'page' ? numbers.page : numbers.pages,
        part.counterStyle,
        numbers.counterStyles,
      );
    })
    .join('');
}

function marginRoot(box: MarginBox, text: string): InlineRootBox {
  const style = box.style;
  const context = {
    style,
    parent: undefined,
    element: undefined,
    decorations: [],
    link: undefined,
    isMoved: false,
  };
  const item = { kind: 'text', text, style, span: box.span } as const;
  const content: InlineContent = { kind: 'text', item, context, leaf: undefined };
  const shaped = { paragraph: undefined, width: Number.NaN };
  return {
    kind: 'inline-root',
    style,
    span: box.span,
    element: undefined,
    marker: undefined,
    content: [content],
    shaped,
  };
}

/** Lays a margin box out in its area: what is set stands beside the page's content, the rest fills the margin (css-page-3 §5.3). */
function placeMarginBox(root: InlineRootBox, area: MarginArea, formatting: Formatting): BoxFragment {
  const { style } = root;
  const edges = edgesOf(style, area.width);
  const { margin } = edges;
  const set = {
    width: definiteWidth(style, area.width, edges.horizontal),
    height: definiteHeight(style, area.height, edges.vertical),
  };
  const width =
    set.width === undefined ? area.width - margin.left - margin.right : set.width + edges.horizontal;
  const height =
    set.height === undefined ? area.height - margin.top - margin.bottom : set.height + edges.vertical;
  const { fragment } = formatting.layOut(root, {
    width: area.width,
    height: area.height,
    borderWidth: Math.max(width, edges.horizontal),
    borderHeight: Math.max(height, edges.vertical),
    independent: true,
    page: 'auto',
  });
  const x = area.x + (area.atEnd.x ? area.width - fragment.width - margin.right : margin.left);
  const y = area.y + (area.atEnd.y ? area.height - fragment.height - margin.bottom : margin.top);
  const end = fragment.children.reduce((most, child) => Math.max(most, bottomOf(child)), fragment.before);
  const free = fragment.height - fragment.after - end;
  const children = fragment.children.map((child) => moved(child, 0, contentOffset(style, free)));
  return { ...moved(fragment, x, y), children };
}

function contentOffset(style: ComputedStyle, free: number): number {
  if (style.verticalAlign === 'top') return 0;
  return style.verticalAlign === 'bottom' ? free : free / 2;
}
