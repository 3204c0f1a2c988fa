/** A stretch of text that one run can hold: Word wants right-to-left text marked (§17.3.2.30). */
export interface DirectionRun {
  readonly text: string;
  readonly rtl: boolean;
}

const rtlScript = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
// Letters of no script of their own, as the tatweel, go with those around them.
const letter = /(?!\p{sc=Zyyy})(?!\p{sc=Zinh})\p{L}/u;
const rtlDigit = /[\u0660-\u0669\u06f0-\u06f9]/;
const anyRtl = new RegExp(`${rtlScript.source}|${rtlDigit.source}`, 'u');

/** The direction a character has of itself; undefined for spaces, points, digits and marks. */
function directionOf(character: string): boolean | undefined {
  if (letter.test(character)) return rtlScript.test(character);
  return rtlDigit.test(character) ? true : undefined;
}

/**
 * Splits a text by direction. Spaces, digits and points go with the letters around them where these agree, and
 * otherwise with the paragraph, so that each keeps the place that UAX #9 gives it; a mark goes with its letter.
 */
export function splitByDirection(text: string, direction: 'ltr' | 'rtl'): readonly DirectionRun[] {
  const home = direction === 'rtl';
  // Most texts: nothing in them runs the other way.
  if (!home && !anyRtl.test(text)) return text === '' ? [] : [{ text, rtl: false }];
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
    if (waiting === '' && before !== undefined && /\p{M}/u.test(character)) {
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
