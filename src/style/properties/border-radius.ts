import { type Flow, physicalSide } from '../flow.ts';
import type { CornerRadius } from '../painted-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeDelim, tryRead } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { fixed, takeLengthPercentage } from '../values/length.ts';
import type { Expansion, Logical, Longhand, Shorthand } from './property.ts';

const ZERO: CornerRadius = { horizontal: fixed(0), vertical: fixed(0) };

const CORNERS = [
  ['topLeft', 'border-top-left-radius'],
  ['topRight', 'border-top-right-radius'],
  ['bottomRight', 'border-bottom-right-radius'],
  ['bottomLeft', 'border-bottom-left-radius'],
] as const;
const NAMES = CORNERS.map(([, name]) => name);

const takeRadius = (reader: Reader) => takeLengthPercentage(reader, { negative: false });

function takeCorner(reader: Reader): Specified<CornerRadius> | undefined {
  const horizontal = takeRadius(reader);
  if (!horizontal) return undefined;
  const vertical = tryRead(reader, takeRadius) ?? horizontal;
  return (context) => ({ horizontal: horizontal(context), vertical: vertical(context) });
}

/** css-backgrounds-3 §5.1. */
export const radiusProperties: readonly Longhand<CornerRadius>[] = CORNERS.map(([at, name]) => ({
  name,
  inherited: false,
  traced: false,
  syntax: '<length-percentage>{1,2}',
  initial: ZERO,
  parse: takeCorner,
  read: (draft) => draft.style.borderRadius[at],
  write(draft, value) {
    draft.style.borderRadius = { ...draft.style.borderRadius, [at]: value };
  },
}));

type Radii = readonly Specified<CornerRadius['horizontal']>[];

/** One to four radii, clockwise from the top left; those left out are as the opposite corner's. */
function takeRadii(reader: Reader): Radii | undefined {
  const found: Radii[number][] = [];
  for (let next = tryRead(reader, takeRadius); next && found.length < 4; next = tryRead(reader, takeRadius)) {
    found.push(next);
  }
  const [first, second = first, third = first, fourth = second] = found;
  return first && [first, second!, third!, fourth!];
}

function parseRadius(reader: Reader): Expansion | undefined {
  const horizontal = takeRadii(reader);
  const vertical = horizontal && takeDelim(reader, '/') ? takeRadii(reader) : horizontal;
  if (!horizontal || !vertical) return undefined;
  const corner = (index: number): Specified<CornerRadius> => {
    return (context) => ({ horizontal: horizontal[index]!(context), vertical: vertical[index]!(context) });
  };
  return Object.fromEntries(NAMES.map((name, index) => [name, corner(index)]));
}

/** `border-radius`. */
export const radiusShorthand: Shorthand = {
  name: 'border-radius',
  longhands: NAMES,
  syntax: '<length-percentage>{1,4} [ / <length-percentage>{1,4} ]?',
  parse: parseRadius,
};

/** The corners by the flow of text (css-logical-1 §4.6). */
export const logicalRadii: readonly Logical[] = (['start', 'end'] as const).flatMap((block) =>
  (['start', 'end'] as const).map((inline): Logical => {
    const physical = (flow: Flow): string => {
      const sides = [physicalSide(`block-${block}`, flow), physicalSide(`inline-${inline}`, flow)];
      const edge = sides.find((side) => side === 'top' || side === 'bottom')!;
      return `border-${edge}-${sides.find((side) => side !== edge)!}-radius`;
    };
    return { name: `border-${block}-${inline}-radius`, physical };
  }),
);
