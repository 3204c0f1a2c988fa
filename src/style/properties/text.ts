import type { ComputedStyle, LengthPercentage } from '../computed-style.ts';
import type { TextTransform } from '../font-properties.ts';
import type { HangingPunctuation, TextIndent } from '../paragraph-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { peek, takeKeyword } from '../syntax/reader.ts';
import { takeColour } from '../values/colour.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { fixed, takeLength, takeLengthPercentage } from '../values/length.ts';
import { CURRENT_COLOUR } from './border.ts';
import { hyphenationProperties } from './hyphenation.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords } from './property.ts';

type DecorationLine = 'underline' | 'line-through';

/** Takes `none` or the lines that are drawn. */
export function takeDecorationLine(reader: Reader): Specified<readonly DecorationLine[]> | undefined {
  if (takeKeyword(reader, ['none'])) return constant([]);
  const lines: DecorationLine[] = [];
  for (;;) {
    const line = takeKeyword(reader, ['underline', 'line-through']);
    if (line === undefined) return lines.length === 0 ? undefined : constant(lines);
    if (lines.includes(line)) return undefined;
    lines.push(line);
  }
}

function takeSpacing(reader: Reader): Specified<number> | undefined {
  return takeKeyword(reader, ['normal']) ? constant(0) : takeLength(reader);
}

function takeTextAlign(reader: Reader): Specified<ComputedStyle['textAlign']> | undefined {
  const word = takeKeyword(reader, ['start', 'end', 'left', 'right', 'center', 'justify']);
  return word === undefined ? undefined : constant(word);
}

/** The length and its keywords, in any order. */
function takeTextIndent(reader: Reader): Specified<TextIndent> | undefined {
  let length: Specified<LengthPercentage> | undefined;
  const words = new Set<string>();
  for (;;) {
    const word = takeKeyword(reader, ['hanging', 'each-line']);
    if (word !== undefined) {
      if (words.has(word)) return undefined;
      words.add(word);
      continue;
    }
    const found = length ? undefined : takeLengthPercentage(reader);
    if (!found) break;
    length = found;
  }
  if (!length || words.size === 0) return length;
  const told = {
    ...(words.has('hanging') && { hanging: true }),
    ...(words.has('each-line') && { eachLine: true }),
  };
  const value = length;
  return (context) => ({ ...value(context), ...told });
}

function takeHanging(reader: Reader): Specified<HangingPunctuation | undefined> | undefined {
  if (takeKeyword(reader, ['none'])) return constant(undefined);
  const words: string[] = [];
  for (;;) {
    const word = takeKeyword(reader, ['first', 'force-end', 'allow-end', 'last']);
    if (word === undefined) break;
    words.push(word);
  }
  const ends = words.filter((word) => word.endsWith('-end'));
  if (words.length === 0 || ends.length > 1 || new Set(words).size < words.length) return undefined;
  const end = ends[0] === 'force-end' ? 'force' : ends[0] === 'allow-end' ? 'allow' : 'none';
  return constant({ first: words.includes('first'), last: words.includes('last'), end });
}

function takeTabSize(reader: Reader): Specified<ComputedStyle['tabSize']> | undefined {
  const next = peek(reader);
  if (next?.type === 'number' && next.value >= 0) {
    reader.index++;
    return constant(next.value);
  }
  const length = takeLength(reader, { negative: false });
  return length && ((context) => ({ pt: length(context) }));
}

const VERTICAL = ['baseline', 'sub', 'super', 'top', 'middle', 'bottom', 'text-top', 'text-bottom'] as const;

function takeVerticalAlign(
  reader: Reader,
): Specified<LengthPercentage | (typeof VERTICAL)[number]> | undefined {
  const word = takeKeyword(reader, VERTICAL);
  return word === undefined ? takeLengthPercentage(reader) : constant(word);
}

const NO_TRANSFORM = { letters: 'none', fullWidth: false, fullSizeKana: false } as const;
const CASES = ['uppercase', 'lowercase', 'capitalize'] as const;

/** Takes `none` or one of each kind of change. */
function takeTextTransform(reader: Reader): Specified<TextTransform> | undefined {
  if (takeKeyword(reader, ['none'])) return constant(NO_TRANSFORM);
  const words = [...CASES, 'full-width', 'full-size-kana'] as const;
  let found: TextTransform = NO_TRANSFORM;
  for (let word = takeKeyword(reader, words); word; word = takeKeyword(reader, words)) {
    const isTwice =
      word === 'full-width'
        ? found.fullWidth
        : word === 'full-size-kana'
          ? found.fullSizeKana
          : found.letters !== 'none';
    if (isTwice) return undefined;
    if (word === 'full-width') found = { ...found, fullWidth: true };
    else if (word === 'full-size-kana') found = { ...found, fullSizeKana: true };
    else found = { ...found, letters: word };
  }
  return found === NO_TRANSFORM ? undefined : constant(found);
}

const inherited = { inherited: true } as const;

/** css-text-4, css-text-decor-3 and the alignment of css-inline-3. */
export const textProperties: readonly AnyLonghand[] = [
  field(
    'verticalAlign',
    { syntax: `${VERTICAL.join(' | ')} | <length-percentage>` },
    'baseline',
    takeVerticalAlign,
  ),
  field(
    'textAlign',
    { syntax: 'start | end | left | right | center | justify', ...inherited },
    'start',
    takeTextAlign,
  ),
  keywords('textAlignLast', ['auto', 'start', 'end', 'left', 'right', 'center', 'justify'], inherited),
  keywords('textJustify', ['auto', 'none', 'inter-word', 'inter-character'], inherited),
  field(
    'textIndent',
    { syntax: '<length-percentage> && hanging? && each-line?', ...inherited },
    fixed(0),
    takeTextIndent,
  ),
  field('tabSize', { syntax: '<number> | <length>', ...inherited }, 8, takeTabSize),
  field(
    'hangingPunctuation',
    { syntax: 'none | [ first || [ force-end | allow-end ] || last ]', ...inherited },
    undefined,
    takeHanging,
  ),
  field(
    'textTransform',
    { syntax: 'none | [ uppercase | lowercase | capitalize ] || full-width || full-size-kana', ...inherited },
    NO_TRANSFORM,
    takeTextTransform,
  ),
  field('textDecorationLine', { syntax: 'none | [ underline || line-through ]' }, [], takeDecorationLine),
  field('textDecorationColor', { syntax: '<color>' }, CURRENT_COLOUR, takeColour),
  keywords('textWrap', ['wrap', 'nowrap', 'balance', 'pretty'], inherited),
  field('letterSpacing', { syntax: 'normal | <length>', ...inherited }, 0, takeSpacing),
  field('wordSpacing', { syntax: 'normal | <length>', ...inherited }, 0, takeSpacing),
  keywords('whiteSpace', ['normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line'], inherited),
  keywords('lineBreak', ['auto', 'loose', 'normal', 'strict', 'anywhere'], inherited),
  keywords('wordBreak', ['normal', 'keep-all', 'break-all', 'break-word'], inherited),
  keywords('overflowWrap', ['normal', 'break-word', 'anywhere'], inherited),
  ...hyphenationProperties,
];
