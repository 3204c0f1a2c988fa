import type { LengthPercentage } from '../computed-style.ts';
import type { Position } from '../painted-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { peek, takeKeyword, tryRead } from '../syntax/reader.ts';
import type { Specified } from './context.ts';
import { constant } from './context.ts';
import { takeLengthPercentage } from './length.ts';

type Offset = Specified<LengthPercentage>;

/** A word or a length of a position; the axis is known for words but `center`. */
interface Part {
  readonly word: 'left' | 'right' | 'top' | 'bottom' | 'center' | undefined;
  readonly length: Offset | undefined;
}

const percent = (value: number): LengthPercentage => ({ pt: 0, percent: value });
const SHARES = { left: 0, top: 0, center: 50, right: 100, bottom: 100 } as const;
const isVertical = ({ word }: Part): boolean => word === 'top' || word === 'bottom';
const isHorizontal = ({ word }: Part): boolean => word === 'left' || word === 'right';

/** The middle of a box. */
export const CENTRE: Position = { x: percent(50), y: percent(50) };
/** The top left corner of a box. */
export const TOP_LEFT: Position = { x: percent(0), y: percent(0) };

/** Takes a `<position>` of one, two or four values (css-values-4 §9). */
export function takePosition(reader: Reader): Specified<Position> | undefined {
  return takeParts(reader, [4, 2, 1]);
}

/** Takes a position of one to four values, as backgrounds may have it (css-backgrounds-3 §2.6). */
export function takeBackgroundPosition(reader: Reader): Specified<Position> | undefined {
  return takeParts(reader, [4, 3, 2, 1]);
}

function takeParts(reader: Reader, counts: readonly number[]): Specified<Position> | undefined {
  const start = reader.index;
  const parts: Part[] = [];
  for (let part = takePart(reader); part; part = parts.length < 4 ? takePart(reader) : undefined)
    parts.push(part);
  for (const count of counts) {
    if (count > parts.length) continue;
    const found = positionOf(parts.slice(0, count));
    // What was not used is given back; a part is one component.
    reader.index = start + count;
    if (found) return found;
  }
  reader.index = start;
  return undefined;
}

function takePart(reader: Reader): Part | undefined {
  const word = takeKeyword(reader, ['left', 'right', 'top', 'bottom', 'center']);
  if (word) return { word, length: undefined };
  if (peek(reader)?.type === 'ident') return undefined;
  const length = tryRead(reader, takeLengthPercentage);
  return length && { word: undefined, length };
}

function positionOf(parts: readonly Part[]): Specified<Position> | undefined {
  if (parts.length > 2) return edgesPosition(parts);
  const [first, second] = parts as [Part, Part | undefined];
  if (!second) {
    const own = shareOf(first);
    return isVertical(first) ? both(constant(percent(50)), own) : both(own, constant(percent(50)));
  }
  const swapped = isVertical(first) || isHorizontal(second);
  if (swapped && (first.length || second.length || isHorizontal(first) || isVertical(second)))
    return undefined;
  if (!swapped && (isVertical(first) || isHorizontal(second))) return undefined;
  return swapped ? both(shareOf(second), shareOf(first)) : both(shareOf(first), shareOf(second));
}

function shareOf(part: Part): Offset {
  return part.length ?? constant(percent(SHARES[part.word ?? 'center']));
}

function both(x: Offset, y: Offset): Specified<Position> {
  return (context) => ({ x: x(context), y: y(context) });
}

/** `right 1cm bottom 2cm`: each edge with how far from it, which may be left out. */
function edgesPosition(parts: readonly Part[]): Specified<Position> | undefined {
  const axes: { x?: Offset; y?: Offset; centre?: Offset } = {};
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (!part.word) return undefined;
    const length = parts[i + 1]?.length;
    if (length && part.word === 'center') return undefined;
    if (length) i++;
    const key = isVertical(part) ? 'y' : isHorizontal(part) ? 'x' : 'centre';
    if (axes[key]) return undefined;
    axes[key] = length ? fromEdge(SHARES[part.word], length) : shareOf(part);
  }
  const x = axes.x ?? axes.centre;
  const y = axes.y ?? axes.centre;
  return x && y && !(axes.x && axes.y && axes.centre) ? both(x, y) : undefined;
}

function fromEdge(share: number, length: Offset): Offset {
  return (context) => {
    const near = length(context);
    if (share === 0) return near;
    const limits = near.limits?.map((limit) => ({ ...limit, factor: -limit.factor }));
    const far = { pt: -near.pt, percent: 100 - near.percent };
    return limits ? { ...far, limits } : far;
  };
}
