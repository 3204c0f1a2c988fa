import type { ComputedStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { takeKeyword, takeString } from '../syntax/reader.ts';
import { takeColour } from '../values/colour.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import type { AnyLonghand, Expansion, Shorthand } from './property.ts';
import { field } from './property.ts';
import { anyOrder } from './shorthand-parts.ts';

type Style = ComputedStyle['textEmphasisStyle'];
type Position = ComputedStyle['textEmphasisPosition'];

const fills = ['filled', 'open'] as const;
const shapes = ['dot', 'circle', 'double-circle', 'triangle', 'sesame'] as const;

/** Takes `none`, a string, or a fill and a shape in either order (css-text-decor-3 §3.1). */
function takeEmphasisStyle(reader: Reader): Specified<Style> | undefined {
  if (takeKeyword(reader, ['none'])) return constant({ kind: 'none' });
  const text = takeString(reader);
  if (text !== undefined) return constant(text === '' ? { kind: 'none' } : { kind: 'string', text });
  const before = takeKeyword(reader, fills);
  const shape = takeKeyword(reader, shapes);
  const fill = before ?? takeKeyword(reader, fills);
  if (!fill && !shape) return undefined;
  return constant({ kind: 'shape', fill: fill ?? 'filled', shape });
}

/** `currentcolor` stays what it is, so that what inherits it has marks of its own colour. */
function takeEmphasisColour(reader: Reader): Specified<ComputedStyle['textEmphasisColor']> | undefined {
  return takeKeyword(reader, ['currentcolor']) ? constant('currentcolor') : takeColour(reader);
}

/** Takes the side of horizontal lines, and that of vertical ones (css-text-decor-3 §3.4). */
function takeEmphasisPosition(reader: Reader): Specified<Position> | undefined {
  const sides = ['right', 'left'] as const;
  const before = takeKeyword(reader, sides);
  const line = takeKeyword(reader, ['over', 'under']);
  const side = before ?? takeKeyword(reader, sides) ?? 'right';
  return line && constant({ line, side });
}

const inherited = { inherited: true } as const;
const syntax = '[ filled | open ] || [ dot | circle | double-circle | triangle | sesame ]';

/** Emphasis marks (css-text-decor-3 §3). */
export const textEmphasisProperties: readonly AnyLonghand[] = [
  field(
    'textEmphasisStyle',
    { syntax: `none | [ ${syntax} ] | <string>`, traced: true, ...inherited },
    { kind: 'none' },
    takeEmphasisStyle,
  ),
  field('textEmphasisColor', { syntax: '<color>', ...inherited }, 'currentcolor', takeEmphasisColour),
  field(
    'textEmphasisPosition',
    { syntax: '[ over | under ] && [ right | left ]?', ...inherited },
    { line: 'over', side: 'right' },
    takeEmphasisPosition,
  ),
];

function parseTextEmphasis(reader: Reader): Expansion | undefined {
  return anyOrder(reader, {
    'text-emphasis-style': takeEmphasisStyle,
    'text-emphasis-color': takeEmphasisColour,
  });
}

/** `text-emphasis`; it leaves the position alone. */
export const textEmphasisShorthand: Shorthand = {
  name: 'text-emphasis',
  longhands: ['text-emphasis-style', 'text-emphasis-color'],
  syntax: '<text-emphasis-style> || <color>',
  parse: parseTextEmphasis,
};
