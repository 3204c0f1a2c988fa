import type { ComputedStyle } from '../../style/computed-style.ts';
import { orientationOf } from '../../unicode/vertical-orientation.ts';
import { bidiLevels, type Levels } from '../bidi-levels.ts';
import type { Stop } from '../breaking/break-stops.ts';
import type { ParagraphText } from '../paragraph-text.ts';
import type { TextRun } from './itemize.ts';
import type { Upright } from './upright.ts';

/** The levels of a vertical paragraph: upright letters all run down (css-writing-modes-4 §5.1). */
export function verticalLevels(text: ParagraphText, style: ComputedStyle): Levels {
  if (style.textOrientation !== 'upright') return bidiLevels(text, style);
  return { levels: new Uint8Array(text.text.length), baseAt: () => 0 };
}

/** The stops of a paragraph without those inside of what is combined. */
export function outsideSquares(stops: readonly Stop[], runs: readonly TextRun[]): readonly Stop[] {
  const squares = runs.filter(({ upright }) => upright === 'combined');
  if (squares.length === 0) return stops;
  return stops.filter(
    ({ at, forced }) => forced || !squares.some(({ start, end }) => at > start && at < end),
  );
}

/** Cuts the runs of a vertical paragraph where letters change how they stand (css-writing-modes-4 §5, §9). */
export function uprightRuns(runs: readonly TextRun[], text: ParagraphText): readonly TextRun[] {
  const whole = wholeItems(runs, text);
  return whole.flatMap((run) => (run.upright ? [run] : cutRun(run, text)));
}

function styleOf(run: TextRun, text: ParagraphText): ComputedStyle {
  return (text.items[run.item] as { readonly style: ComputedStyle }).style;
}

/** `text-combine-upright: all`: the runs of an item as one, in the first one's face, where that has all of its characters. */
function wholeItems(runs: readonly TextRun[], text: ParagraphText): readonly TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs) {
    if (styleOf(run, text).textCombineUpright !== 'all') {
      result.push(run);
      continue;
    }
    const last = result.at(-1);
    const { face } = (last?.face ?? run.face).stored;
    const joins =
      last?.upright === 'combined' &&
      last.item === run.item &&
      last.end === run.start &&
      [...text.text.slice(run.start, run.end)].every((letter) => face.glyphOf(letter.codePointAt(0)!) !== 0);
    if (joins) result[result.length - 1] = { ...last, end: run.end };
    else result.push({ ...run, upright: 'combined' });
  }
  return result;
}

function cutRun(run: TextRun, text: ParagraphText): readonly TextRun[] {
  const style = styleOf(run, text);
  const { textCombineUpright: digits, textOrientation } = style;
  const cut: TextRun[] = [];
  const add = (start: number, end: number, upright: Upright | undefined): void => {
    const last = cut.at(-1);
    if (last && upright !== 'combined' && last.upright === upright) {
      cut[cut.length - 1] = { ...last, end };
    } else cut.push({ ...run, start, end, ...(upright && { upright }) });
  };
  const stands = (point: number): boolean =>
    textOrientation === 'upright' || (textOrientation === 'mixed' && isUpright(point, run));
  for (let at = run.start; at < run.end; ) {
    const point = text.text.codePointAt(at)!;
    const next = at + (point > 0xffff ? 2 : 1);
    const number = typeof digits === 'number' ? numberAt(text.text, at, run, digits) : at;
    if (number > at) add(at, number, 'combined');
    else if (at > run.start && isDependent(point)) add(at, next, cut.at(-1)!.upright);
    else add(at, next, stands(point) ? 'stacked' : undefined);
    at = Math.max(next, number);
  }
  return cut;
}

function isUpright(point: number, run: TextRun): boolean {
  const orientation = orientationOf(point);
  if (orientation === 'Tr') return hasVerticalForms(run);
  return orientation !== 'R';
}

/** Without forms for vertical lines a bracket is turned on its side. */
function hasVerticalForms({ face }: TextRun): boolean {
  const own = face.stored.face;
  return own.hasFeature('vert') || own.hasFeature('vrt2');
}

/** What stands as the letter before it does. */
function isDependent(point: number): boolean {
  return point >= 0x300 && /[\p{M}\u200d]/u.test(String.fromCodePoint(point));
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Where a number of at most so many digits ends that begins at an offset; the offset itself where there is none. */
function numberAt(text: string, at: number, run: TextRun, most: number): number {
  if (at > run.start ? isDigit(text.charCodeAt(at - 1)) : at > 0 && isDigit(text.charCodeAt(at - 1)))
    return at;
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end <= run.end && end - at <= most ? end : at;
}
