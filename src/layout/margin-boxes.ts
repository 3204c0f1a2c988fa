import type { ComputedStyle } from '../style/computed-style.ts';
import type { CounterStyles } from '../style/counter-styles/counter-styles.ts';
import { formatCounter } from '../style/counter-styles/format-counter.ts';
import type { MarginBox, MarginBoxName } from '../style/rules.ts';
import type { InlineContent, InlineRootBox } from './box.ts';
import type { Formatting, Laid } from './formatting.ts';
import { type BoxFragment, moved } from './fragment.ts';
import type { Rectangle } from './geometry.ts';
import { strutValue } from './margins.ts';
import type { PageContext } from './page-context.ts';

/** What page furniture says on one page. */
export interface PageNumbers {
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  readonly string: (name: string) => string;
  readonly counterStyles: CounterStyles;
}

/** The margin boxes of a page as fragments in page coordinates (css-page-3 §5). */
export function layOutMarginBoxes(
  page: PageContext,
  numbers: PageNumbers,
  formatting: Formatting,
): readonly BoxFragment[] {
  const made = page.boxes.flatMap((box) => {
    const { name } = box;
    if (name === 'footnote') return [];
    const text = contentText(box, numbers);
    return text === '' ? [] : [{ name, box, root: marginRoot(box, text) }];
  });
  return made.map(({ name: own, box, root }) => {
    const width = (name: MarginBoxName): number => {
      const other = made.find((candidate) => candidate.name === name);
      return other ? formatting.intrinsic(other.root).max : 0;
    };
    return placeMarginBox(box, root, areaOf(own, page, width), formatting);
  });
}

function contentText(box: MarginBox, numbers: PageNumbers): string {
  return box.content
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'string') return numbers.string(part.name);
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

/** The rectangle a margin box fills; boxes on one side share it by what they hold (css-page-3 §5.3). */
function areaOf(name: MarginBoxName, page: PageContext, width: (name: MarginBoxName) => number): Rectangle {
  const inner = page.width - page.marginLeft - page.marginRight;
  const right = page.width - page.marginRight;
  const top = name.startsWith('top');
  const band = {
    y: top ? 0 : page.height - page.marginBottom,
    height: top ? page.marginTop : page.marginBottom,
  };
  if (name.endsWith('left-corner')) return { ...band, x: 0, width: page.marginLeft };
  if (name.endsWith('right-corner')) return { ...band, x: right, width: page.marginRight };
  if (top || name.startsWith('bottom')) {
    return { ...band, ...share(name, page.marginLeft, inner, width) };
  }
  const height = (page.height - page.marginTop - page.marginBottom) / 3;
  const third = name.endsWith('top') ? 0 : name.endsWith('middle') ? 1 : 2;
  const left = name.startsWith('left');
  return {
    x: left ? 0 : right,
    width: left ? page.marginLeft : page.marginRight,
    y: page.marginTop + third * height,
    height,
  };
}

function share(
  name: MarginBoxName,
  start: number,
  inner: number,
  width: (name: MarginBoxName) => number,
): { x: number; width: number } {
  const edge = name.startsWith('top') ? 'top' : 'bottom';
  const left = width(`${edge}-left`);
  const center = width(`${edge}-center`);
  const right = width(`${edge}-right`);
  if (center > 0) {
    const side = Math.max(left, right);
    const middle =
      Math.min(center, inner) + Math.max(0, inner - center - 2 * side) * (center / (center + 2 * side));
    const outer = (inner - middle) / 2;
    if (name.endsWith('center')) return { x: start + outer, width: middle };
    return { x: name.endsWith('left') ? start : start + inner - outer, width: outer };
  }
  const total = left + right;
  const leftWidth = total === 0 ? inner / 2 : left + ((inner - total) * left) / total;
  return name.endsWith('left')
    ? { x: start, width: leftWidth }
    : { x: start + leftWidth, width: inner - leftWidth };
}

function placeMarginBox(
  box: MarginBox,
  root: InlineRootBox,
  area: Rectangle,
  formatting: Formatting,
): BoxFragment {
  const laid = formatting.layOut(root, {
    width: area.width,
    height: area.height,
    independent: true,
    page: 'auto',
  });
  const height = laid.fragment.height + strutValue(laid.top) + strutValue(laid.bottom);
  const y = area.y + strutValue(laid.top) + verticalOffset(box.style, area.height - height);
  return moved(laid.fragment, area.x + xOffset(laid), y);
}

function xOffset(laid: Laid): number {
  return laid.margin.left;
}

function verticalOffset(style: ComputedStyle, free: number): number {
  if (style.verticalAlign === 'top') return 0;
  return style.verticalAlign === 'bottom' ? free : free / 2;
}
