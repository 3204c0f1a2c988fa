import type { BreakUnits } from './line-break-classes.ts';
import { classNumbers } from './line-break-numbers.ts';
import { closesQuote, isQuote, opensQuote, standsBetweenIdeographs } from './line-break-quotes.ts';

const n = classNumbers;

/** No break, allowed, forced: the values of `breakKind` (line-break.ts). */
type Kind = 0 | 1 | 2;

/**
 * The rules of UAX #14 over units: `result[i]` is the kind of break before unit `i`. Version 15.0, and LB25 by the
 * regular expression of §8.2, so that `18:30` and `1.234,56 €` hold together. If `tailored`, with what later versions
 * have learnt: LB15a to LB15c, LB19a, LB20a and LB21a of 16.0, and LB25's numbers that begin with their point (`.5`).
 */
export function pairBreaks(units: BreakUnits, tailored: boolean): Uint8Array {
  const { count, classes } = units;
  const result = new Uint8Array(count + 1);
  let before = -1; // the last unit that is not a space
  let flags = 0; // regional indicators in a row
  for (let i = 1; i < count; i++) {
    const previous = classes[i - 1]!;
    if (previous !== n.SP) before = i - 1;
    flags = previous === n.RI ? flags + 1 : 0;
    result[i] = breakBefore(units, i, before, flags, tailored);
  }
  joinNumbers(units, result);
  return result;
}

function breakBefore(units: BreakUnits, i: number, before: number, flags: number, tailored: boolean): Kind {
  const { classes } = units;
  const a = classes[i - 1]!;
  const b = classes[i]!;
  if (a === n.AL && b === n.AL) return 0; // LB28, first since it holds most often and no rule before it speaks of two letters
  if (a === n.BK || a === n.LF || a === n.NL) return 2; // LB4, LB5
  if (a === n.CR) return b === n.LF ? 0 : 2;
  if (b === n.BK || b === n.CR || b === n.LF || b === n.NL) return 0; // LB6
  if (b === n.SP || b === n.ZW) return 0; // LB7
  const p = before < 0 ? n.XX : classes[before]!;
  if (p === n.ZW) return 1; // LB8
  if (units.joins[i - 1]) return 0; // LB8a
  if (a === n.WJ || b === n.WJ || a === n.GL) return 0; // LB11, LB12
  if (b === n.GL && a !== n.SP && a !== n.BA && a !== n.HY) return 0; // LB12a
  if (tailored && a === n.SP && b === n.IS && classes[i + 1] === n.NU) return 1; // LB15c
  if (b === n.CL || b === n.CP || b === n.CPW || b === n.EX || b === n.IS || b === n.SY) return 0; // LB13
  if (p === n.OP || p === n.OPW) return 0; // LB14
  if (!tailored && isQuote(p) && (b === n.OP || b === n.OPW)) return 0; // LB15
  if (tailored && p === n.QUI && opensQuote(units, before)) return 0; // LB15a
  if (tailored && b === n.QUF && closesQuote(units, i)) return 0; // LB15b
  if ((p === n.CL || p === n.CP || p === n.CPW) && b === n.NS) return 0; // LB16
  if (p === n.B2 && b === n.B2) return 0; // LB17
  if (a === n.SP) return 1; // LB18
  if ((isQuote(a) || isQuote(b)) && !(tailored && standsBetweenIdeographs(units, i))) return 0; // LB19, LB19a
  if (a === n.CB || b === n.CB) return 1; // LB20
  if (tailored && (a === n.HY || a === n.BA) && isInitialHyphen(units, i)) return 0; // LB20a
  if (tailored && (a === n.IS || a === n.SY) && b === n.NU) return 0;
  return joins(units, i, flags, tailored) ? 0 : 1;
}

/** LB21 to LB30b: the pairs that hold together. */
function joins({ classes }: BreakUnits, i: number, flags: number, tailored: boolean): boolean {
  const a = classes[i - 1]!;
  const b = classes[i]!;
  if (b === n.BA || b === n.HY || b === n.NS || a === n.BB) return true; // LB21
  const hebrew = (a === n.HY || a === n.BA) && i >= 2 && classes[i - 2] === n.HL;
  if (hebrew && !(tailored && b === n.HL)) return true; // LB21a
  if (a === n.SY && b === n.HL) return true; // LB21b
  if (b === n.IN) return true; // LB22
  const letterA = a === n.AL || a === n.HL;
  const letterB = b === n.AL || b === n.HL;
  if ((letterA && b === n.NU) || (a === n.NU && letterB)) return true; // LB23
  const idA = a === n.ID || a === n.IDP || a === n.EB || a === n.EM;
  const idB = b === n.ID || b === n.IDP || b === n.EB || b === n.EM;
  if ((a === n.PR && idB) || (idA && b === n.PO)) return true; // LB23a
  if ((a === n.PR || a === n.PO) && letterB) return true; // LB24
  if (letterA && (b === n.PR || b === n.PO)) return true;
  if ((a === n.PR || a === n.PO || a === n.HY) && b === n.NU) return true; // LB25
  if (a === n.NU && (b === n.NU || b === n.PO || b === n.PR)) return true;
  if (joinsHangul(a, b)) return true;
  if (letterA && letterB) return true; // LB28
  if (a === n.IS && letterB) return true; // LB29
  if ((letterA || a === n.NU) && b === n.OP) return true; // LB30
  if (a === n.CP && (letterB || b === n.NU)) return true;
  if (a === n.RI && b === n.RI) return flags % 2 === 1; // LB30a
  return (a === n.EB || a === n.IDP) && b === n.EM; // LB30b
}

/** LB20a: whether unit `i` is a letter after a hyphen that begins its word, at the start of a line or after a space. */
function isInitialHyphen({ classes, points }: BreakUnits, i: number): boolean {
  if (classes[i] !== n.AL && classes[i] !== n.HL) return false;
  if (classes[i - 1] !== n.HY && !hyphens.includes(points[i - 1]!)) return false;
  return i === 1 || beforeWord.includes(classes[i - 2]!);
}

/** U+2010 and the dashes that begin a parenthesis, which Unicode 17 calls unambiguous hyphens. */
const hyphens: readonly number[] = [0x2010, 0x2012, 0x2013];

const beforeWord: readonly number[] = [n.BK, n.CR, n.LF, n.NL, n.SP, n.ZW, n.CB, n.GL];

/** LB26 and LB27. */
function joinsHangul(a: number, b: number): boolean {
  if (a === n.JL) return b === n.JL || b === n.JV || b === n.H2 || b === n.H3 || b === n.PO;
  if (a === n.JV || a === n.H2) return b === n.JV || b === n.JT || b === n.PO;
  if (a === n.JT || a === n.H3) return b === n.JT || b === n.PO;
  return a === n.PR && (b === n.JL || b === n.JV || b === n.JT || b === n.H2 || b === n.H3);
}

/** LB25 as §8.2 example 7 writes it: `(PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?`. */
function joinNumbers({ classes, count }: BreakUnits, result: Uint8Array): void {
  let free = 0; // where the last number ended
  for (let at = 0; at < count; at++) {
    if (classes[at] !== n.NU) continue;
    let start = at;
    if (start > free && opensNumber(classes[start - 1]!)) start--;
    // What ended the number before may begin this one too: (0,1)+(2,3).
    if (start > 0 && isAffix(classes[start - 1]!)) start--;
    let end = at + 1;
    while (end < count && isInNumber(classes[end]!)) end++;
    if (end < count && closesNumber(classes[end]!)) end++;
    if (end < count && isAffix(classes[end]!)) end++;
    result.fill(0, start + 1, end);
    free = end;
    at = end - 1;
  }
}

function isAffix(value: number): boolean {
  return value === n.PR || value === n.PO;
}

function opensNumber(value: number): boolean {
  return value === n.OP || value === n.OPW || value === n.HY;
}

function isInNumber(value: number): boolean {
  return value === n.NU || value === n.SY || value === n.IS;
}

function closesNumber(value: number): boolean {
  return value === n.CL || value === n.CP || value === n.CPW;
}
