import type { ComputedStyle } from '../../style/computed-style.ts';
import { isTransparent, type ParagraphText, textItemOf } from '../paragraph-text.ts';
import { type BorderClass, borderClass, isIdeograph } from './east-asian-classes.ts';

/** The part of an em that goes between scripts (css-text-4 §8.4). */
const share = 1 / 8;

/** The last character of what has been looked at. */
interface Before {
  readonly class: BorderClass;
  readonly end: number;
  readonly style: ComputedStyle;
}

/**
 * Pt that go behind a character because an ideograph meets a letter or digit there, by the offset at which the
 * character ends. Where white space, an atom or an invisible character stands between, nothing does.
 */
export function findGaps(text: ParagraphText): ReadonlyMap<number, number> | undefined {
  const asks = text.items.some((item) => item.kind === 'text' && item.style.textAutospace !== 'none');
  if (!asks || !hasIdeograph(text.text)) return undefined;
  const gaps = new Map<number, number>();
  let before: Before | undefined;
  for (const segment of text.segments) {
    if (segment.kind === 'atom') before = undefined;
    if (segment.kind !== 'text') continue;
    const { style } = textItemOf(text, segment);
    if (before && !isNextTo(text, before.end, segment.start)) before = undefined;
    for (let at = segment.start; at < segment.end; ) {
      const point = text.text.codePointAt(at)!;
      const end = at + (point > 0xffff ? 2 : 1);
      const own = borderClass(point);
      if (own === 'mark' && before) before = { ...before, end };
      else {
        if (before && isSpaced(before, own, style)) gaps.set(before.end, before.style.fontSize * share);
        before = { class: own, end, style };
      }
      at = end;
    }
  }
  return gaps.size > 0 ? gaps : undefined;
}

function hasIdeograph(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate may be one half of an ideograph.
    if (unit >= 0x1100 && (isIdeograph(unit) || (unit & 0xf800) === 0xd800)) return true;
  }
  return false;
}

function isNextTo(text: ParagraphText, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isTransparent(text, at)) return false;
  return true;
}

function isSpaced(before: Before, own: BorderClass, style: ComputedStyle): boolean {
  const other = before.class === 'ideograph' ? own : own === 'ideograph' ? before.class : undefined;
  return other !== undefined && allows(before.style, other) && allows(style, other);
}

function allows({ textAutospace }: ComputedStyle, other: BorderClass): boolean {
  if (other === 'letter') return textAutospace === 'all' || textAutospace === 'alpha';
  return other === 'digit' && (textAutospace === 'all' || textAutospace === 'numeric');
}
