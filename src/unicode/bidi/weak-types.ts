import { bidiClass as n, startsIsolate } from './bidi-class.ts';
import type { IsolatingRun } from './isolating-runs.ts';

/** Rules W1 to W7: numbers, marks, terminators and separators of an isolating run sequence. */
export function resolveWeakTypes(classes: Uint8Array, run: IsolatingRun): void {
  resolveMarks(classes, run);
  resolveNumbers(classes, run);
  resolveSeparators(classes, run);
  resolveTerminators(classes, run);
  resolveLatinNumbers(classes, run);
}

/** W1: a mark is of the class of what it stands on. */
function resolveMarks(classes: Uint8Array, { offsets, before }: IsolatingRun): void {
  let previous = before;
  for (const at of offsets) {
    const own = classes[at]!;
    if (own === n.NSM) classes[at] = previous;
    else previous = startsIsolate(own) || own === n.PDI ? n.ON : own;
  }
}

/** W2 and W3: European numbers after Arabic letters are Arabic; then those letters are as any right-to-left one. */
function resolveNumbers(classes: Uint8Array, { offsets, before }: IsolatingRun): void {
  let strong = before;
  for (const at of offsets) {
    const own = classes[at]!;
    if (own === n.EN && strong === n.AL) classes[at] = n.AN;
    if (own === n.L || own === n.R || own === n.AL) strong = own;
    if (own === n.AL) classes[at] = n.R;
  }
}

/** W4: a single separator between two numbers of one kind is of their class. */
function resolveSeparators(classes: Uint8Array, { offsets }: IsolatingRun): void {
  for (let i = 1; i + 1 < offsets.length; i++) {
    const own = classes[offsets[i]!]!;
    if (own !== n.ES && own !== n.CS) continue;
    const number = classes[offsets[i - 1]!]!;
    const isNumber = number === n.EN || (number === n.AN && own === n.CS);
    if (isNumber && classes[offsets[i + 1]!] === number) classes[offsets[i]!] = number;
  }
}

/** W5 and W6: terminators beside European numbers are part of them; what is left is neutral. */
function resolveTerminators(classes: Uint8Array, { offsets }: IsolatingRun): void {
  for (let i = 0; i < offsets.length; ) {
    const own = classes[offsets[i]!]!;
    if (own === n.ES || own === n.CS) classes[offsets[i]!] = n.ON;
    if (own !== n.ET) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < offsets.length && classes[offsets[end]!] === n.ET) end++;
    const beside =
      (i > 0 && classes[offsets[i - 1]!] === n.EN) ||
      (end < offsets.length && classes[offsets[end]!] === n.EN);
    for (; i < end; i++) classes[offsets[i]!] = beside ? n.EN : n.ON;
  }
}

/** W7: European numbers after Latin letters run with them. */
function resolveLatinNumbers(classes: Uint8Array, { offsets, before }: IsolatingRun): void {
  let strong = before;
  for (const at of offsets) {
    const own = classes[at]!;
    if (own === n.L || own === n.R) strong = own;
    else if (own === n.EN && strong === n.L) classes[at] = n.L;
  }
}
