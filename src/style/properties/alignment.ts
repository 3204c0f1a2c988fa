import type { ContentAlignment, SelfAlignment } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, takeKeyword, tryRead } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import type { AnyLonghand, Shorthand } from './property.ts';
import { field } from './property.ts';

const POSITIONS = ['flex-start', 'flex-end', 'start', 'end', 'center'] as const;
const SELF_POSITIONS = [...POSITIONS, 'self-start', 'self-end'] as const;
const JUSTIFIED_POSITIONS = [...POSITIONS, 'left', 'right'] as const;
const DISTRIBUTIONS = ['normal', 'stretch', 'space-between', 'space-around', 'space-evenly'] as const;

/** Takes a position with its `safe` or `unsafe`; the latter is how layout does it anyway. */
function takePosition<P extends string>(
  reader: Reader,
  positions: readonly P[],
): P | `safe ${P}` | undefined {
  return tryRead(reader, (r) => {
    const overflow = takeKeyword(r, ['safe', 'unsafe']);
    const position = takeKeyword(r, positions);
    return position !== undefined && overflow === 'safe' ? (`safe ${position}` as const) : position;
  });
}

function takeBaseline(reader: Reader): 'baseline' | 'last baseline' | undefined {
  return tryRead(reader, (r) => {
    const which = takeKeyword(r, ['first', 'last']);
    if (takeKeyword(r, ['baseline']) === undefined) return undefined;
    return which === 'last' ? 'last baseline' : 'baseline';
  });
}

/** In flex containers the baselines of lines are not aligned: as in browsers, they stand at the start. */
function takeContent<P extends string>(
  reader: Reader,
  positions: readonly P[],
): Specified<(typeof DISTRIBUTIONS)[number] | P | `safe ${P}`> | undefined {
  const word = takeKeyword(reader, DISTRIBUTIONS) ?? takePosition(reader, positions);
  return word === undefined ? undefined : constant(word);
}

function takeAlignContent(reader: Reader): Specified<ContentAlignment> | undefined {
  const baseline = takeBaseline(reader);
  if (baseline) return constant(baseline === 'baseline' ? 'start' : 'end');
  return takeContent(reader, POSITIONS);
}

function takeSelf(reader: Reader): Specified<SelfAlignment> | undefined {
  const word =
    takeKeyword(reader, ['normal', 'stretch']) ??
    takeBaseline(reader) ??
    takePosition(reader, SELF_POSITIONS);
  return word === undefined ? undefined : constant(word);
}

const takeJustifyContent = (reader: Reader) => takeContent(reader, JUSTIFIED_POSITIONS);

const OVERFLOW = '[ safe | unsafe ]?';
const SELF_SYNTAX = `normal | stretch | [ first | last ]? baseline | ${OVERFLOW} [ ${SELF_POSITIONS.join(' | ')} ]`;
const ALIGN_CONTENT_SYNTAX = `${DISTRIBUTIONS.join(' | ')} | [ first | last ]? baseline | ${OVERFLOW} [ ${POSITIONS.join(' | ')} ]`;
const JUSTIFY_SYNTAX = `${DISTRIBUTIONS.join(' | ')} | ${OVERFLOW} [ ${JUSTIFIED_POSITIONS.join(' | ')} ]`;

/** css-align-3, as far as flex containers need it. */
export const alignmentProperties: readonly AnyLonghand[] = [
  field('justifyContent', { syntax: JUSTIFY_SYNTAX }, 'normal', takeJustifyContent),
  field('alignContent', { syntax: ALIGN_CONTENT_SYNTAX }, 'normal', takeAlignContent),
  field('alignItems', { syntax: SELF_SYNTAX }, 'normal', takeSelf),
  field('alignSelf', { syntax: `auto | ${SELF_SYNTAX}` }, 'auto', (reader) =>
    takeKeyword(reader, ['auto']) ? constant('auto' as const) : takeSelf(reader),
  ),
];

/** A `place-…` shorthand; its second part is left out where there is no such property for flex containers. */
function place(
  part: 'content' | 'items' | 'self',
  align: (reader: Reader) => Specified<unknown> | undefined,
  justify: (reader: Reader) => Specified<unknown> | undefined,
): Shorthand {
  const isContent = part === 'content';
  return {
    name: `place-${part}`,
    longhands: isContent ? ['align-content', 'justify-content'] : [`align-${part}`],
    syntax: `<align-${part}> <justify-${part}>?`,
    parse(reader) {
      const start = reader.index;
      const first = align(reader);
      if (!first) return undefined;
      const again = atEnd(reader) ? { ...reader, index: start } : reader;
      const second = justify(again);
      if (!second) return undefined;
      return isContent ? { 'align-content': first, 'justify-content': second } : { [`align-${part}`]: first };
    },
  };
}

/** A baseline in `place-content` aligns at the start along the line (css-align-3 §5.4). */
const takePlacedContent = (reader: Reader): Specified<unknown> | undefined =>
  takeBaseline(reader) ? constant('start') : takeJustifyContent(reader);

const takeSelfOrAuto = (reader: Reader): Specified<unknown> | undefined =>
  takeKeyword(reader, ['auto']) ? constant('auto') : takeSelf(reader);

/** What `justify-items` and `justify-self` take; both are without effect on flex items. */
function takeJustifiedSelf(reader: Reader): Specified<unknown> | undefined {
  const self = takeSelfOrAuto(reader);
  if (self) return self;
  const word = takeKeyword(reader, ['legacy', 'left', 'right']);
  return word === undefined ? undefined : constant(word);
}

/** `place-content`, `place-items` and `place-self`. */
export const alignmentShorthands: readonly Shorthand[] = [
  place('content', takeAlignContent, takePlacedContent),
  place('items', takeSelf, takeJustifiedSelf),
  place('self', takeSelfOrAuto, takeJustifiedSelf),
];
