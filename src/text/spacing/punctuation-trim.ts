import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Halving, HalvingLookup } from '../fonts/halving.ts';
import { isTransparent, type ParagraphText } from '../paragraph-text.ts';
import type { TextRun } from '../shaping/itemize.ts';
import { type MarkClass, type MarkKind, markKind, mayHaveMarks } from './east-asian-classes.ts';

/** The empty half of a full-width mark. */
export interface Trim {
  /** An opening mark has it before the ink, a closing one behind. */
  readonly side: 'open' | 'close';
  /** Pt. */
  readonly amount: number;
  /** What the glyph is moved by when the half goes, pt. */
  readonly shift: number;
  /** Gone inside a line already, because of the mark beside it. */
  readonly paired: boolean;
  /** What its style says. */
  readonly trim: ComputedStyle['textSpacingTrim'];
}

/** A mark while its neighbours are looked at. */
interface Mark {
  readonly at: number;
  readonly end: number;
  readonly class: MarkClass;
  readonly halving: Halving | undefined;
  readonly style: ComputedStyle;
  /** Pt of a font unit. */
  readonly scale: number;
}

/** Features that give marks widths of their own. */
const widths = ['halt', 'palt', 'pwid', 'hwid', 'twid', 'qwid'];

/**
 * The marks that can lose half of their square, by offset (css-text-4 §8.3). As browsers do, only where the font says
 * by `halt` which half is empty; a stop in the middle of its square (Taiwan, Hong Kong) stays whole.
 */
export function findTrims(
  text: ParagraphText,
  runs: readonly TextRun[],
  halvingOf: HalvingLookup,
): ReadonlyMap<number, Trim> | undefined {
  if (!mayHaveMarks(text.text)) return undefined;
  const trims = new Map<number, Trim>();
  let before: Mark | undefined;
  for (const run of runs) {
    // A mark of text that runs to the left has its empty half on the other side: left as it is.
    if (run.level % 2 === 1) continue;
    for (let at = run.start; at < run.end; ) {
      const point = text.text.codePointAt(at)!;
      const kind = run.upright ? verticalKind(run, point) : markKind(point);
      const end = at + (point > 0xffff ? 2 : 1);
      if (kind) {
        const mark = markAt(text, run, at, end, kind, halvingOf);
        const previous = before && meets(text, before.end, at) ? before : undefined;
        if (previous && losesEnd(previous, mark)) keep(trims, previous, true);
        keep(trims, mark, previous !== undefined && losesStart(previous, mark));
        before = mark;
      }
      at = end;
    }
  }
  return trims.size > 0 ? trims : undefined;
}

function keep(trims: Map<number, Trim>, mark: Mark, paired: boolean): void {
  const { halving, style, scale } = mark;
  const side = mark.class;
  const trim = style.textSpacingTrim;
  if (!halving || trim === 'space-all' || (side !== 'open' && side !== 'close')) return;
  trims.set(mark.at, {
    side,
    amount: halving.advance * scale,
    shift: halving.shift * scale,
    paired: paired || trim === 'trim-all',
    trim,
  });
}

/** Whether nothing but edges of boxes stands between two offsets. */
function meets(text: ParagraphText, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isTransparent(text, at)) return false;
  return true;
}

function losesStart(before: Mark, mark: Mark): boolean {
  return mark.class === 'open' && before.class !== 'narrow-close';
}

function losesEnd(mark: Mark, after: Mark): boolean {
  return (
    mark.class === 'close' &&
    (after.class === 'close' || after.class === 'middle' || after.class === 'narrow-close')
  );
}

function markAt(
  text: ParagraphText,
  run: TextRun,
  at: number,
  end: number,
  kind: MarkKind,
  halvingOf: HalvingLookup,
): Mark {
  const { style } = text.items[run.item] as { readonly style: ComputedStyle };
  const { stored, sizeAdjust } = run.face;
  const hasWidths = widths.some((tag) => style.fontFeatures[tag]);
  const isWide = kind !== 'narrow-open' && kind !== 'narrow-close' && kind !== 'middle';
  const halving =
    isWide && !hasWidths
      ? halvingOf({
          font: stored.font(),
          character: text.text.slice(at, end),
          script: run.script,
          language: style.language,
        })
      : undefined;
  const scale = (style.fontSize * sizeAdjust) / stored.face.unitsPerEm;
  return { at, end, class: classOf(kind, halving), halving, style, scale };
}

const colons: readonly number[] = [0xff1a, 0xff1b];

/**
 * Down a vertical line a mark has the half empty that it has along a horizontal one, but for colons, which are no marks
 * there to browsers. What is combined has no square of its own.
 */
function verticalKind({ upright }: TextRun, point: number): MarkKind | undefined {
  return upright === 'combined' || colons.includes(point) ? undefined : markKind(point);
}

function classOf(kind: MarkKind, halving: Halving | undefined): MarkClass {
  switch (kind) {
    case 'by-glyph':
      return halving && halving.shift === 0 ? 'close' : 'middle';
    case 'open-quote':
      return halving ? 'open' : 'narrow-open';
    case 'close-quote':
      return halving ? 'close' : 'narrow-close';
    default:
      return kind;
  }
}
