import type { SymbolsType } from '../counter-styles/counter-styles.ts';
import { SYMBOLS_TYPES, symbolsName } from '../counter-styles/counter-styles.ts';
import { PREDEFINED_COUNTER_STYLES } from '../counter-styles/predefined.ts';
import type { FunctionComponent } from '../syntax/component.ts';
import type { Reader } from '../syntax/reader.ts';
import {
  atEnd,
  peek,
  readerOf,
  takeFunction,
  takeIdent,
  takeKeyword,
  takeString,
  tryRead,
} from '../syntax/reader.ts';

/** CSS's words that no name may be (css-values-4 §4.2). */
const RESERVED = ['inherit', 'initial', 'unset', 'revert', 'default'];

/**
 * Takes `<counter-style>`: a name, or `symbols()`, which comes out as a name of its own. Whether there is a style of
 * that name is known only when all sheets are read. The predefined names are in lower case.
 */
export function takeCounterStyle(reader: Reader): string | undefined {
  const found = tryRead(reader, (r) => {
    const anonymous = takeFunction(r, ['symbols']);
    return anonymous && readSymbols(anonymous);
  });
  if (found !== undefined) return found;
  const next = peek(reader);
  if (next?.type !== 'ident' || RESERVED.includes(next.value.toLowerCase())) return undefined;
  const name = takeIdent(reader)!;
  const lower = name.toLowerCase();
  return lower === 'none' || PREDEFINED_COUNTER_STYLES.includes(lower) ? lower : name;
}

/** Takes `<symbol>`: a string or an identifier; a picture is none here. */
export function takeSymbol(reader: Reader): string | undefined {
  return takeString(reader) ?? takeIdent(reader);
}

function readSymbols(component: FunctionComponent): string | undefined {
  const reader = readerOf(component.children);
  const type: SymbolsType = takeKeyword(reader, SYMBOLS_TYPES) ?? 'symbolic';
  const symbols: string[] = [];
  while (!atEnd(reader)) {
    const symbol = takeString(reader);
    if (symbol === undefined) return undefined;
    symbols.push(symbol);
  }
  const least = type === 'numeric' || type === 'alphabetic' ? 2 : 1;
  return symbols.length < least ? undefined : symbolsName(type, symbols);
}
