import { didYouMean } from '../../diagnostics/suggest.ts';
import type { CounterStyle, CounterSystem, WeightedSymbol } from '../counter-styles/counter-style.ts';
import type { CounterStyleRule } from '../counter-styles/counter-styles.ts';
import { FIXED_COUNTER_STYLES, PREDEFINED_COUNTER_STYLES } from '../counter-styles/predefined.ts';
import { takeSymbol } from '../properties/counter-style-name.ts';
import type { SheetAtRule, SheetDeclaration } from '../syntax/parse-sheet.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, readerOf, takeDelim, takeIdent, takeKeyword } from '../syntax/reader.ts';
import { takeInteger } from '../values/length.ts';
import type { SheetContext } from './sheet-context.ts';
import { spanAt } from './sheet-context.ts';

/** What a rule's descriptors say; symbols and system come together at the end. */
interface Written {
  system?: WrittenSystem;
  symbols?: readonly string[];
  additive?: readonly WeightedSymbol[];
  descriptors: Partial<Omit<CounterStyle, 'system'>>;
}

type WrittenSystem =
  | { readonly kind: 'cyclic' | 'numeric' | 'alphabetic' | 'symbolic' | 'additive' }
  | { readonly kind: 'fixed'; readonly first: number }
  | { readonly kind: 'extends'; readonly base: string };

/** Reads an `@counter-style` rule (css-counter-styles-3 §3). What cannot be used is reported, and undefined. */
export function readCounterStyle(rule: SheetAtRule, sheet: SheetContext): CounterStyleRule | undefined {
  const name = counterStyleName(rule, sheet);
  if (name === undefined) return undefined;
  const written: Written = { descriptors: {} };
  for (const node of rule.children ?? []) {
    if (node.type === 'declaration') readDescriptor(node, written, sheet);
  }
  const system = systemOf(written);
  if (system) return { name, system, descriptors: written.descriptors };
  const message = `@counter-style ${name} lacks the symbols that its system needs; it is left out`;
  sheet.reporter.report('css-syntax', message, spanAt(sheet, rule.place), SYMBOLS_HINT);
  return undefined;
}

const SYMBOLS_HINT =
  'cyclic, symbolic and fixed need one of the symbols, numeric and alphabetic two, additive additive-symbols';

function counterStyleName(rule: SheetAtRule, sheet: SheetContext): string | undefined {
  const reader = readerOf(rule.prelude);
  const name = takeIdent(reader);
  const lower = name?.toLowerCase() ?? '';
  const reserved = ['', 'none', 'inherit', 'initial', 'unset', 'revert', ...FIXED_COUNTER_STYLES];
  if (name === undefined || !atEnd(reader) || reserved.includes(lower)) {
    const message = 'a counter style needs a name, and not one that CSS keeps for itself';
    sheet.reporter.report('css-syntax', message, spanAt(sheet, rule.place));
    return undefined;
  }
  return PREDEFINED_COUNTER_STYLES.includes(lower) ? lower : name;
}

function systemOf({ system, symbols = [], additive }: Written): CounterStyleRule['system'] | undefined {
  const kind = system?.kind ?? 'symbolic';
  if (system?.kind === 'extends') return symbols.length > 0 || additive ? undefined : system;
  if (kind === 'additive') return additive && { kind, symbols: additive };
  const least = kind === 'numeric' || kind === 'alphabetic' ? 2 : 1;
  if (symbols.length < least) return undefined;
  return system?.kind === 'fixed'
    ? { ...system, symbols }
    : ({ kind, symbols } as Extract<CounterSystem, { kind: 'cyclic' }>);
}

type ReadDescriptor = (reader: Reader) => ((written: Written) => void) | undefined;

/** A descriptor that is a field of the style. */
function field<K extends keyof Written['descriptors']>(
  key: K,
  read: (reader: Reader) => Written['descriptors'][K] | undefined,
): ReadDescriptor {
  return (reader) => {
    const value = read(reader);
    if (value === undefined) return undefined;
    return (written) => {
      written.descriptors[key] = value;
    };
  };
}

const DESCRIPTORS: Readonly<Record<string, ReadDescriptor>> = {
  system: (reader) => {
    const system = takeSystem(reader);
    return system && ((written) => (written.system = system));
  },
  symbols: (reader) => {
    const symbols = takeSymbols(reader);
    return symbols && ((written) => (written.symbols = symbols));
  },
  'additive-symbols': (reader) => {
    const additive = takeAdditive(reader);
    return additive && ((written) => (written.additive = additive));
  },
  prefix: field('prefix', takeSymbol),
  suffix: field('suffix', takeSymbol),
  negative: field('negative', (reader) => {
    const before = takeSymbol(reader);
    return before === undefined ? undefined : [before, takeSymbol(reader) ?? ''];
  }),
  pad: field('pad', (reader) => {
    const length = takeInteger(reader, 0);
    const symbol = takeSymbol(reader);
    const size = length ?? takeInteger(reader, 0);
    return size === undefined || size > LONGEST_PAD || symbol === undefined
      ? undefined
      : { length: size, symbol };
  }),
  range: field('ranges', takeRanges),
  fallback: field('fallback', takeIdent),
};

/** Padding is for columns of numbers, not for filling pages. */
const LONGEST_PAD = 60;

/** The names that may stand in `@counter-style`. */
export const COUNTER_STYLE_DESCRIPTORS: readonly string[] = Object.keys(DESCRIPTORS);

function readDescriptor(node: SheetDeclaration, written: Written, sheet: SheetContext): void {
  const name = node.property.toLowerCase();
  if (!Object.hasOwn(DESCRIPTORS, name)) {
    const hint = didYouMean(name, COUNTER_STYLE_DESCRIPTORS);
    const message = `${name} is not supported in @counter-style`;
    sheet.reporter.report('css-unsupported', message, spanAt(sheet, node.place), hint);
    return;
  }
  const reader = readerOf(node.components);
  const apply = DESCRIPTORS[name]!(reader);
  if (apply && atEnd(reader)) {
    apply(written);
    return;
  }
  const text = sheet.source.text.slice(node.valuePlace.start, node.valuePlace.end);
  const message = `${JSON.stringify(text)} is not a supported value of ${name} in @counter-style`;
  sheet.reporter.report('css-unsupported', message, spanAt(sheet, node.valuePlace));
}

function takeSystem(reader: Reader): WrittenSystem | undefined {
  const kind = takeKeyword(reader, ['cyclic', 'numeric', 'alphabetic', 'symbolic', 'additive']);
  if (kind) return { kind };
  if (takeKeyword(reader, ['fixed'])) return { kind: 'fixed', first: takeInteger(reader) ?? 1 };
  const base = takeKeyword(reader, ['extends']) && takeIdent(reader);
  return base === undefined ? undefined : { kind: 'extends', base };
}

function takeSymbols(reader: Reader): readonly string[] | undefined {
  const symbols: string[] = [];
  for (let symbol = takeSymbol(reader); symbol !== undefined; symbol = takeSymbol(reader))
    symbols.push(symbol);
  return symbols.length > 0 ? symbols : undefined;
}

/** Weights must fall (css-counter-styles-3 §3.8). */
function takeAdditive(reader: Reader): readonly WeightedSymbol[] | undefined {
  const symbols: WeightedSymbol[] = [];
  do {
    const before = takeInteger(reader, 0);
    const symbol = takeSymbol(reader);
    const weight = before ?? takeInteger(reader, 0);
    const last = symbols.at(-1)?.[0] ?? Infinity;
    if (weight === undefined || symbol === undefined || weight >= last) return undefined;
    symbols.push([weight, symbol]);
  } while (takeDelim(reader, ','));
  return symbols;
}

function takeRanges(reader: Reader): CounterStyle['ranges'] | undefined {
  if (takeKeyword(reader, ['auto'])) return 'auto';
  const ranges: (readonly [number, number])[] = [];
  do {
    const least = takeKeyword(reader, ['infinite']) ? -Infinity : takeInteger(reader);
    const most = takeKeyword(reader, ['infinite']) ? Infinity : takeInteger(reader);
    if (least === undefined || most === undefined || least > most) return undefined;
    ranges.push([least, most]);
  } while (takeDelim(reader, ','));
  return ranges;
}
