import { isVertical, lineSides } from '../../style/flow.ts';
import type { MarginBox, PageRule } from '../../style/rules.ts';
import type { WritingMode } from '../../style/writing-style.ts';
import { turnStyle } from '../vertical/turn-style.ts';

/** What one page is like: the rules that match it, merged in cascade order. Pt. */
export interface PageContext {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly bleed: number;
  readonly marks: { readonly crop: boolean; readonly cross: boolean };
  readonly boxes: readonly MarginBox[];
}

/** What selectors ask of a page (css-page-3 §3). */
export interface PageKey {
  readonly name: string;
  readonly first: boolean;
  readonly right: boolean;
  readonly blank: boolean;
}

const a4 = { width: 595.28, height: 841.89 } as const;

/** Merges the matching rules; a later rule wins value by value, a margin box by its name. */
export function pageContext(rules: readonly PageRule[], key: PageKey): PageContext {
  const boxes = new Map<string, MarginBox>();
  let context: Omit<PageContext, 'boxes'> = {
    ...a4,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    bleed: 0,
    marks: { crop: false, cross: false },
  };
  for (const rule of rules) {
    if (!matches(rule, key)) continue;
    context = {
      width: rule.size?.width ?? context.width,
      height: rule.size?.height ?? context.height,
      marginTop: rule.marginTop ?? context.marginTop,
      marginRight: rule.marginRight ?? context.marginRight,
      marginBottom: rule.marginBottom ?? context.marginBottom,
      marginLeft: rule.marginLeft ?? context.marginLeft,
      bleed: rule.bleed ?? context.bleed,
      marks: rule.marks ?? context.marks,
    };
    for (const box of rule.boxes) boxes.set(box.name, box);
  }
  return { ...context, boxes: [...boxes.values()] };
}

/** The page as the lines of its content see it: turned with them. Its margin boxes are not, but for the footnotes. */
export function turnedPage(page: PageContext, mode: WritingMode): PageContext {
  if (!isVertical(mode)) return page;
  const { top, right, bottom, left } = lineSides(mode);
  const margins = {
    top: page.marginTop,
    right: page.marginRight,
    bottom: page.marginBottom,
    left: page.marginLeft,
  };
  return {
    ...page,
    width: page.height,
    height: page.width,
    marginTop: margins[top],
    marginRight: margins[right],
    marginBottom: margins[bottom],
    marginLeft: margins[left],
    boxes: page.boxes.map((box) =>
      box.name === 'footnote' ? { ...box, style: turnStyle(box.style, mode) } : box,
    ),
  };
}

function matches(rule: PageRule, key: PageKey): boolean {
  const { name, pseudo } = rule.selector;
  if (name !== undefined && name !== key.name) return false;
  return pseudo.every((p) =>
    p === 'first' ? key.first : p === 'blank' ? key.blank : p === 'right' ? key.right : !key.right,
  );
}
