import { bracketOf } from '../../unicode/bidi/bidi-class.ts';
import { scriptExtensions, scriptOf } from '../../unicode/script.ts';
import { endsLine } from '../character.ts';

/** How many brackets may be open at once, as in UAX #9. */
const maxOpen = 63;

/** Printable characters of ASCII alone, as in most texts of many documents. */
const ascii = /^[\x20-\x7e]*$/;

/** The script of a text on one line in which all letters are of one, or which has none: of most. */
export function singleScript(text: string): string | undefined {
  if (ascii.test(text)) return /[a-z]/i.test(text) ? 'Latn' : 'Zyyy';
  let only = 'Zyyy';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (endsLine(unit) || (unit & 0xf800) === 0xd800) return undefined;
    const script = scriptOf(unit);
    if (script === 'Zyyy' || script === only) continue;
    if (only !== 'Zyyy') return undefined;
    only = script;
  }
  return only;
}

/**
 * The script of each code unit. Shared characters take the script before them, at the start of a line the one that
 * follows (UAX #24 §5.1, §5.2); so does one that is not used with the script before it but with the one that follows
 * (Script_Extensions). A closing bracket is of the script of its opening one.
 */
export function resolveScripts(text: string): readonly string[] {
  const scripts = new Array<string>(text.length);
  const open: { readonly pair: number; readonly at: number }[] = [];
  let current: string | undefined;
  // Where the characters begin that may be of the script that follows, and the scripts they may be of; all without a list.
  let pending = 0;
  let wanted: readonly string[] | undefined;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)!;
    const next = at + (point > 0xffff ? 2 : 1);
    const own = scriptOf(point);
    if (own !== 'Zyyy') {
      if (current === undefined || wanted?.includes(own)) scripts.fill(own, pending, at);
      current = own;
      wanted = undefined;
    } else if (current !== undefined && wanted === undefined) {
      const list = scriptExtensions(point);
      if (list && !list.includes(current)) [pending, wanted] = [at, list];
    }
    scripts.fill(current ?? 'Zyyy', at, next);
    const bracket = own === 'Zyyy' ? bracketOf(point) : undefined;
    if (bracket && pairUp(bracket, at, open, scripts)) current = scripts[at];
    if (endsLine(point)) {
      current = undefined;
      wanted = undefined;
      pending = next;
    }
    at = next;
  }
  return scripts;
}

/** Gives a closing bracket the script of its opening one; false where that is none. */
function pairUp(
  bracket: { readonly opens: boolean; readonly pair: number },
  at: number,
  open: { readonly pair: number; readonly at: number }[],
  scripts: string[],
): boolean {
  if (bracket.opens) {
    if (open.length < maxOpen) open.push({ pair: bracket.pair, at });
    return false;
  }
  const found = open.findLastIndex(({ pair }) => pair === bracket.pair);
  if (found < 0) return false;
  const script = scripts[open[found]!.at]!;
  open.length = found;
  if (script === 'Zyyy') return false;
  scripts[at] = script;
  return true;
}
