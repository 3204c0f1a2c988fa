import type { FontProfile } from '../campaign/campaign.ts';
import type { BorderSide, ComputedStyle } from '../style/computed-style.ts';
import { latinFont } from './fonts.ts';
import { naturalLineHeight, scriptOf } from './languages.ts';
import {
  type EdgeProperties,
  noEdges,
  type ParagraphProperties,
  type RunProperties,
} from './style-properties.ts';
import { eighths, halfPoints, hex, twips } from './units.ts';

/** The run properties that a computed style amounts to. `ground` is the fill behind the text. */
export function runProperties(
  style: ComputedStyle,
  ground: string | undefined,
  fonts: FontProfile,
): RunProperties {
  return {
    latin: latinFont(style.fontFamily, fonts),
    size: halfPoints(style.fontSize),
    complexSize: halfPoints(style.fontSize * complexScale(style.fontFamily)),
    bold: style.fontWeight >= 600,
    italic: style.fontStyle !== 'normal',
    colour: hex(style.color, ground),
    caps: style.textTransform.letters === 'uppercase',
    tracking: twips(style.letterSpacing),
    underline: style.textDecorationLine.includes('underline'),
    strike: style.textDecorationLine.includes('line-through'),
    position: 'baseline',
    mark: emphasisMark(style),
    shade: undefined,
  };
}

/** Arial's Arabic at 0.88 of its size has the colour on the page of Amiri and its like. */
function complexScale(families: readonly string[]): number {
  return /amiri|naskh|scheherazade|lateef/i.test(families[0] ?? '') ? 0.88 : 1;
}

/** Properties of an inline element as they depart from those of its paragraph. */
export function runDifference(run: RunProperties, paragraph: RunProperties): Partial<RunProperties> {
  const entries = Object.entries(run).filter(
    ([key, value]) => value !== paragraph[key as keyof RunProperties],
  );
  return Object.fromEntries(entries) as Partial<RunProperties>;
}

/** The styles that Word has under the same name; the others are plain lines there. */
const drawn: ReadonlySet<string> = new Set(['double', 'dashed', 'dotted']);

/** A paragraph border for a CSS border and the padding inside it, in pt; undefined where there is no border. */
export function edgeOf(
  side: BorderSide,
  padding: number,
  ground: string | undefined,
): EdgeProperties | undefined {
  if (side.width <= 0 || side.style === 'none' || side.style === 'hidden') return undefined;
  return {
    size: eighths(side.width),
    value: drawn.has(side.style) ? (side.style as EdgeProperties['value']) : 'single',
    colour: hex(side.colour, ground),
    space: Math.min(31, Math.max(0, Math.round(padding))),
  };
}

/**
 * `line-height`, as a least height where it is more than fonts have of their own: then it is the same in any font,
 * grows with larger text and never cuts a picture. Tight lines are a multiple, in 240ths of the font's own.
 */
function lineHeight(style: ComputedStyle): ParagraphProperties['line'] {
  const height = style.lineHeight;
  if (height.kind === 'normal') return { rule: 'auto', value: 240 };
  const factor = height.kind === 'number' ? height.value : height.pt / style.fontSize;
  const natural = naturalLineHeight(style.language);
  const size = style.fontSize * (style.direction === 'rtl' ? complexScale(style.fontFamily) : 1);
  if (factor >= natural) return { rule: 'atLeast', value: twips(factor * size) };
  return { rule: 'auto', value: Math.max(170, Math.round((240 * factor) / natural)) };
}

function alignment(style: ComputedStyle): ParagraphProperties['align'] {
  const rtl = style.direction === 'rtl';
  switch (style.textAlign) {
    case 'center':
      return 'center';
    case 'justify':
      return style.textJustify === 'none' ? 'start' : 'both';
    case 'left':
      return rtl ? 'end' : 'start';
    case 'right':
      return rtl ? 'start' : 'end';
    default:
      return style.textAlign;
  }
}

/**
 * What Word does by itself with East Asian text, and CSS does where it is asked. In other languages Word is left to do
 * with the odd Chinese word as it likes.
 */
function eastAsian(
  style: ComputedStyle,
): Pick<ParagraphProperties, 'lineRules' | 'trimsStart' | 'spacesLetters' | 'spacesDigits'> {
  const { textAutospace, textSpacingTrim } = style;
  const isOwn = ['Hant', 'Hans', 'Jpan', 'Kore'].includes(scriptOf(style.language));
  const spaces = (which: 'alpha' | 'numeric'): boolean =>
    !isOwn || textAutospace === 'all' || textAutospace === which;
  return {
    lineRules: style.lineBreak !== 'anywhere',
    trimsStart: ['space-first', 'trim-start', 'trim-both', 'trim-all'].includes(textSpacingTrim),
    spacesLetters: spaces('alpha'),
    spacesDigits: spaces('numeric'),
  };
}

/** The paragraph properties that an element's own computed style gives; indents, spaces and box come from its scope. */
export function paragraphProperties(style: ComputedStyle): ParagraphProperties {
  return {
    before: 0,
    after: 0,
    line: lineHeight(style),
    start: 0,
    end: 0,
    first: twips(style.textIndent.pt),
    align: alignment(style),
    keepNext: style.breakAfter.startsWith('avoid'),
    keepLines: style.breakInside.startsWith('avoid'),
    pageBreakBefore: false,
    contextualSpacing: false,
    ...eastAsian(style),
    hyphenated: style.hyphens === 'auto',
    bidi: style.direction === 'rtl',
    shade: undefined,
    edges: noEdges,
    tabs: [],
    outline: 9,
    list: undefined,
  };
}

/** The mark that is nearest to `text-emphasis`: Word has dots, circles and sesames (§17.18.24), below only a dot. */
function emphasisMark({
  textEmphasisStyle: mark,
  textEmphasisPosition,
}: ComputedStyle): RunProperties['mark'] {
  if (mark.kind === 'none') return 'none';
  if (textEmphasisPosition.line === 'under') return 'underDot';
  if (mark.kind === 'string') return 'dot';
  switch (mark.shape) {
    case 'circle':
    case 'double-circle':
      return 'circle';
    case 'sesame':
      return 'comma';
    case 'dot':
    case 'triangle':
      return 'dot';
    default:
      return 'circle';
  }
}
