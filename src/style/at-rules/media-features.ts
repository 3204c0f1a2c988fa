import type { BlockComponent, Component } from '../syntax/component.ts';
import { BLACK } from '../values/colour.ts';
import type { ComputeContext } from '../values/context.ts';
import { USUAL_MEASURE } from '../values/font-measure.ts';
import { lengthOf } from '../values/units.ts';
import type { Answer } from './condition.ts';
import { wordOf } from './condition.ts';
import type { PageArea } from './page-size.ts';

/** Which making of a document the sheets are read for. */
export interface MadeFor {
  /** The campaign's paper that the pages are for. */
  readonly paper: 'a4' | 'letter';
  readonly text: 'normal' | 'large';
}

/** What sheets are read for where nothing else is said. */
export const usualMaking: MadeFor = { paper: 'a4', text: 'normal' };

/** What media queries are asked of. */
export interface Medium extends MadeFor {
  /** The default page with its margins, as the specification has it; undefined while its rules are still read. */
  readonly page: PageArea | undefined;
  /** Set when a query wanted the page. */
  wantsPage: boolean;
}

/** Features whose answer is the same for every sheet of paper: the word that is true, none for a bare yes or no. */
const CONSTANT: Readonly<Record<string, string>> = {
  hover: 'none',
  'any-hover': 'none',
  pointer: 'none',
  'any-pointer': 'none',
  update: 'none',
  scripting: 'none',
  'overflow-inline': 'none',
  'overflow-block': 'paged',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'forced-colors': 'none',
  'color-gamut': 'srgb',
};

/** Features that are numbers of the page; lengths in pt. */
const MEASURED: Readonly<Record<string, (page: PageArea) => number>> = {
  width: (page) => page.width,
  height: (page) => page.height,
  'aspect-ratio': (page) => page.width / page.height,
  /** A page of glyphs and curves has no pixels (mediaqueries-5 §5.1). */
  resolution: () => Infinity,
  color: () => 8,
  monochrome: () => 0,
  grid: () => 0,
};

/** Features of our own, each of which is a word of what the sheets are read for. */
const MAKING: Readonly<Record<string, { readonly of: keyof MadeFor; readonly words: readonly string[] }>> = {
  '-paper': { of: 'paper', words: ['a4', 'letter'] },
  '-text': { of: 'text', words: ['normal', 'large'] },
};

/** The features of media queries that have an answer. */
export const MEDIA_FEATURES: readonly string[] = [
  ...Object.keys(MAKING),
  ...Object.keys(MEASURED),
  'orientation',
  ...Object.keys(CONSTANT),
];

/** Answers `(min-width: 10cm)`, `(width >= 10cm)`, `(orientation: landscape)`, `(color)`. */
export function evaluateFeature(block: BlockComponent, medium: Medium): Answer {
  const inner = block.children.filter((child) => child.type !== 'space');
  const [name, colon, ...value] = inner;
  const feature = wordOf(name);
  if (inner.length === 1) return evaluateBare(feature, medium);
  if (feature === '' || !isDelim(colon, ':')) return evaluateRange(inner, medium);
  const limit = /^(min|max)-(.+)$/.exec(feature);
  if (limit) {
    const operator = limit[1] === 'min' ? '>=' : '<=';
    return compare(limit[2]!, operator, value, medium);
  }
  if (Object.hasOwn(MEASURED, feature)) return compare(feature, '=', value, medium);
  const word = value.length === 1 ? wordOf(value[0]) : '';
  if (feature === 'orientation') return orientation(word, medium);
  const making = Object.hasOwn(MAKING, feature) ? MAKING[feature] : undefined;
  if (making) return making.words.includes(word) ? (medium[making.of] === word ? 'yes' : 'no') : 'unknown';
  if (!Object.hasOwn(CONSTANT, feature) || word === '') return 'unknown';
  return CONSTANT[feature] === word ? 'yes' : 'no';
}

function evaluateBare(feature: string, medium: Medium): Answer {
  // A media type in brackets is taken as the type.
  if (feature === 'print' || feature === 'all') return 'yes';
  if (feature === 'screen') return 'no';
  if (feature === 'orientation') return 'yes';
  if (Object.hasOwn(CONSTANT, feature)) {
    const value = CONSTANT[feature];
    return value === 'none' || value === 'no-preference' ? 'no' : 'yes';
  }
  const value = measure(feature, medium);
  return value === undefined ? 'unknown' : value === 0 ? 'no' : 'yes';
}

function measure(feature: string, medium: Medium): number | undefined {
  if (!Object.hasOwn(MEASURED, feature)) return undefined;
  medium.wantsPage = true;
  // Until the page is known nothing is said of it; all is read again then.
  return MEASURED[feature]!(medium.page ?? { width: NaN, height: NaN });
}

function orientation(word: string, medium: Medium): Answer {
  const ratio = measure('aspect-ratio', medium)!;
  if (word !== 'portrait' && word !== 'landscape') return 'unknown';
  return (ratio > 1 ? 'landscape' : 'portrait') === word ? 'yes' : 'no';
}

type Operator = '<' | '<=' | '=' | '>=' | '>';

const FLIPPED: Readonly<Record<Operator, Operator>> = {
  '<': '>',
  '<=': '>=',
  '=': '=',
  '>=': '<=',
  '>': '<',
};

/** `width >= 10cm`, `10cm <= width`, `10cm < width < 20cm` (mediaqueries-5 §2.4.3). */
function evaluateRange(inner: readonly Component[], medium: Medium): Answer {
  const at = inner.findIndex((part) => Object.hasOwn(MEASURED, wordOf(part)));
  if (at < 0) return 'unknown';
  const feature = wordOf(inner[at]);
  const left = operatorAt(inner.slice(0, at).reverse());
  const right = operatorAt(inner.slice(at + 1));
  const answers: Answer[] = [];
  if (left) answers.push(compare(feature, FLIPPED[left.operator], left.value.reverse(), medium));
  if (right) answers.push(compare(feature, right.operator, right.value, medium));
  const wrong = (at > 0 && !left) || (at < inner.length - 1 && !right);
  if (wrong || answers.includes('unknown')) return 'unknown';
  return answers.includes('no') ? 'no' : 'yes';
}

/** The operator next to the feature, whichever side it stands on, and the value beyond it. */
function operatorAt(parts: readonly Component[]): { operator: Operator; value: Component[] } | undefined {
  const signs = parts.slice(0, 2).filter((part) => part.type === 'delim' && /^[<>=]$/.test(part.value));
  const text = signs.map((sign) => (sign.type === 'delim' ? sign.value : '')).join('');
  const operator = ['<', '<=', '=', '>=', '>'].find(
    (known) => known === text || known === `${text[1]}${text[0]}`,
  );
  return operator ? { operator: operator as Operator, value: parts.slice(signs.length) } : undefined;
}

function compare(feature: string, operator: Operator, value: readonly Component[], medium: Medium): Answer {
  const have = measure(feature, medium);
  const wanted = numberOf(feature, value);
  if (have === undefined || wanted === undefined) return 'unknown';
  if (Math.abs(have - wanted) < TOLERANCE) return operator.includes('=') ? 'yes' : 'no';
  const holds = operator === '=' ? false : operator.startsWith('<') ? have < wanted : have > wanted;
  return holds ? 'yes' : 'no';
}

/** 210 mm less two margins of 20 mm is not quite 170 mm in floating point. */
const TOLERANCE = 1e-6;

function numberOf(feature: string, value: readonly Component[]): number | undefined {
  const [first, slash, second, ...rest] = value;
  if (feature === 'aspect-ratio') {
    if (first?.type !== 'number' || rest.length > 0) return undefined;
    if (!slash) return first.value;
    return isDelim(slash, '/') && second?.type === 'number' ? first.value / second.value : undefined;
  }
  if (value.length !== 1 || !first) return undefined;
  if (feature === 'resolution') return resolutionOf(first);
  if (first.type === 'number') return first.value === 0 || !isLength(feature) ? first.value : undefined;
  return first.type === 'dimension' && isLength(feature)
    ? lengthOf(first.value, first.unit)?.(INITIAL)
    : undefined;
}

const DOTS: Readonly<Record<string, number>> = { dppx: 1, x: 1, dpi: 1 / 96, dpcm: 2.54 / 96 };

function resolutionOf(value: Component): number | undefined {
  if (wordOf(value) === 'infinite') return Infinity;
  if (value.type !== 'dimension' || !Object.hasOwn(DOTS, value.unit)) return undefined;
  return value.value * DOTS[value.unit]!;
}

function isLength(feature: string): boolean {
  return feature === 'width' || feature === 'height';
}

function isDelim(component: Component | undefined, value: string): boolean {
  return component?.type === 'delim' && component.value === value;
}

/** Relative lengths in queries are of the initial font (mediaqueries-5 §1.3). */
const INITIAL: ComputeContext = {
  fontSize: 12,
  rootFontSize: 12,
  font: () => USUAL_MEASURE,
  rootFont: () => USUAL_MEASURE,
  lineHeight: 14.4,
  rootLineHeight: 14.4,
  viewport: { width: 0, height: 0 },
  colour: BLACK,
  direction: 'ltr',
  parentWeight: 400,
};
