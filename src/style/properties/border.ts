import type { BorderSide, BorderStyle, Colour } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword } from '../syntax/reader.ts';
import { BLACK, TRANSPARENT, takeColour } from '../values/colour.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeLength } from '../values/length.ts';
import type { AnyLonghand, Longhand } from './property.ts';
import { borderPart, field, SIDES } from './property.ts';

/**
 * The initial colour of borders, rules and decorations. Known by identity: once the style is whole, it is replaced
 * by the element's `color`, as `currentcolor` demands.
 */
export const CURRENT_COLOUR: Colour = { ...BLACK };

/** Pt of the width keywords, with `medium` at CSS's usual 3px. */
const WIDTHS = { thin: 0.75, medium: 2.25, thick: 3.75 } as const;

/** A side nobody set, before `none` makes its width 0. */
export const INITIAL_SIDE: BorderSide = { width: WIDTHS.medium, style: 'none', colour: CURRENT_COLOUR };

const STYLES: readonly BorderStyle[] = [
  'none',
  'hidden',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
];

/** Takes a border or rule width in pt. */
export function takeBorderWidth(reader: Reader): Specified<number> | undefined {
  const word = takeKeyword(reader, ['thin', 'medium', 'thick']);
  return word === undefined ? takeLength(reader, { negative: false }) : constant(WIDTHS[word]);
}

/** Takes a border style that is drawn. */
export function takeBorderStyle(reader: Reader): Specified<BorderStyle> | undefined {
  const word = takeKeyword(reader, STYLES);
  return word === undefined ? undefined : constant(word);
}

function rulePart<P extends keyof BorderSide>(
  part: P,
  syntax: string,
  parse: (reader: Reader) => Specified<BorderSide[P]> | undefined,
): Longhand<BorderSide[P]> {
  return {
    name: `column-rule-${part === 'colour' ? 'color' : part}`,
    inherited: false,
    traced: false,
    syntax,
    initial: INITIAL_SIDE[part],
    parse,
    read: (draft) => draft.style.columnRule[part],
    write(draft, value) {
      draft.style.columnRule = { ...draft.style.columnRule, [part]: value };
    },
  };
}

const WIDTH_SYNTAX = 'thin | medium | thick | <length>';
const STYLE_SYNTAX = STYLES.join(' | ');

/** css-backgrounds-3, css-color-4, and the column rule of css-multicol-1. */
export const borderProperties: readonly AnyLonghand[] = [
  ...SIDES.flatMap((at): readonly AnyLonghand[] => [
    borderPart(at, 'width', WIDTH_SYNTAX, INITIAL_SIDE.width, takeBorderWidth),
    borderPart(at, 'style', STYLE_SYNTAX, 'none', takeBorderStyle),
    borderPart(at, 'colour', '<color>', CURRENT_COLOUR, takeColour),
  ]),
  rulePart('width', WIDTH_SYNTAX, takeBorderWidth),
  rulePart('style', STYLE_SYNTAX, takeBorderStyle),
  rulePart('colour', '<color>', takeColour),
  field('backgroundColor', { syntax: '<color>', traced: true }, TRANSPARENT, takeColour),
  field('color', { syntax: '<color>', inherited: true, traced: true }, BLACK, takeColour),
];
