import { bidiClass, bidiClassOf, mayRunRightToLeft } from '../unicode/bidi/bidi-class.ts';
import { isOfCategory } from '../unicode/general-category.ts';
import { scriptOf } from '../unicode/script.ts';

/** A stretch of text that one run can hold: Word wants right-to-left text marked (§17.3.2.30). */
export interface DirectionRun {
  readonly text: string;
  readonly rtl: boolean;
}

/** True where a character runs right to left, for numbers of Arabic too; undefined for spaces, points, digits and marks. */
function directionOf(character: string): boolean | undefined {
  const point = character.codePointAt(0)!;
  const own = bidiClassOf(point);
  if (own === bidiClass.AN || isEasternDigit(point)) return isOfCategory(point, 'N') || undefined;
  // Letters of no script of their own, as the tatweel, go with those around them.
  if (!isOfCategory(point, 'L') || scriptOf(point) === 'Zyyy') return undefined;
  return own === bidiClass.R || own === bidiClass.AL;
}

/** Digits of Persian and Urdu, which UAX #9 has among the European ones. */
function isEasternDigit(point: number): boolean {
  return point >= 0x6f0 && point <= 0x6f9;
}

/**
 * Splits a text by direction. Spaces, digits and points go with the letters around them where these agree, and
 * otherwise with the paragraph, so that each keeps the place that UAX #9 gives it; a mark goes with its letter.
 */
export function splitByDirection(text: string, direction: 'ltr' | 'rtl'): readonly DirectionRun[] {
  const home = direction === 'rtl';
  // Most texts: nothing in them runs the other way.
  if (!home && !mayRunRightToLeft(text)) return text === '' ? [] : [{ text, rtl: false }];
  const runs: { text: string; rtl: boolean }[] = [];
  const put = (part: string, rtl: boolean): void => {
    const last = runs.at(-1);
    if (part === '') return;
    if (last?.rtl === rtl) last.text += part;
    else runs.push({ text: part, rtl });
  };
  let before: boolean | undefined;
  let waiting = '';
  for (const character of text) {
    if (waiting === '' && before !== undefined && isOfCategory(character.codePointAt(0)!, 'M')) {
      put(character, before);
      continue;
    }
    const own = directionOf(character);
    if (own === undefined) {
      waiting += character;
      continue;
    }
    put(waiting, before === own ? own : home);
    put(character, own);
    waiting = '';
    before = own;
  }
  put(waiting, home);
  return runs;
}
