import type { ComputedStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword } from '../syntax/reader.ts';
import { takeColour } from '../values/colour.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeLengthPercentage } from '../values/length.ts';
import type { AnyLonghand, Expansion, Shorthand } from './property.ts';
import { field, keywords } from './property.ts';
import { anyOrder } from './shorthand-parts.ts';
import { takeDecorationLine } from './text.ts';

type Style = ComputedStyle['textDecorationStyle'];

const styles = ['solid', 'double', 'dotted', 'dashed', 'wavy'] as const;
const inherited = { inherited: true } as const;

function takeStyle(reader: Reader): Specified<Style> | undefined {
  const word = takeKeyword(reader, styles);
  return word === undefined ? undefined : constant(word);
}

function takeThickness(reader: Reader): Specified<ComputedStyle['textDecorationThickness']> | undefined {
  const word = takeKeyword(reader, ['auto', 'from-font']);
  return word === undefined ? takeLengthPercentage(reader) : constant(word);
}

function takeOffset(reader: Reader): Specified<ComputedStyle['textUnderlineOffset']> | undefined {
  return takeKeyword(reader, ['auto']) ? constant('auto') : takeLengthPercentage(reader);
}

/** How underlines and lines through text look (css-text-decor-4 §2); which there are is with the text. */
export const textDecorationProperties: readonly AnyLonghand[] = [
  keywords('textDecorationStyle', styles),
  field(
    'textDecorationThickness',
    { syntax: 'auto | from-font | <length-percentage>' },
    'auto',
    takeThickness,
  ),
  field('textUnderlineOffset', { syntax: 'auto | <length-percentage>', ...inherited }, 'auto', takeOffset),
  keywords('textUnderlinePosition', ['auto', 'from-font', 'under'], inherited),
  keywords('textDecorationSkipInk', ['auto', 'all', 'none'], inherited),
];

function parseTextDecoration(reader: Reader): Expansion | undefined {
  return anyOrder(reader, {
    'text-decoration-line': takeDecorationLine,
    'text-decoration-style': takeStyle,
    'text-decoration-thickness': takeThickness,
    'text-decoration-color': takeColour,
  });
}

/** `text-decoration`. */
export const textDecorationShorthand: Shorthand = {
  name: 'text-decoration',
  longhands: [
    'text-decoration-line',
    'text-decoration-style',
    'text-decoration-thickness',
    'text-decoration-color',
  ],
  syntax: '<text-decoration-line> || <text-decoration-style> || <text-decoration-thickness> || <color>',
  parse: parseTextDecoration,
};
