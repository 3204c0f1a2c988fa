import { scriptOf } from './languages.ts';

/** A stretch of text that one run can hold: Word wants right-to-left and complex scripts marked. */
export interface ScriptRun {
  readonly text: string;
  readonly kind: 'plain' | 'rtl' | 'complex';
}

const rtlScript = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const complexScript =
  /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Gujr}\p{sc=Guru}]/u;
// Letters of no script of their own, as the tatweel, go with those around them.
const letter = /(?!\p{sc=Zyyy})(?!\p{sc=Zinh})\p{L}/u;

function kindOf(character: string): ScriptRun['kind'] | undefined {
  if (!letter.test(character)) return /[\u0660-\u0669\u06f0-\u06f9]/.test(character) ? 'rtl' : undefined;
  if (rtlScript.test(character)) return 'rtl';
  return complexScript.test(character) ? 'complex' : 'plain';
}

/**
 * Splits a text by script. Spaces, digits and punctuation go with the letters around them where these agree, and
 * otherwise with the paragraph, so that each keeps the place that UAX #9 gives it.
 */
export function splitByScript(
  text: string,
  direction: 'ltr' | 'rtl',
  language: string,
): readonly ScriptRun[] {
  const home = direction === 'rtl' ? 'rtl' : isComplex(language) ? 'complex' : 'plain';
  const parts = [
    ...text.matchAll(/(?:\p{L}\p{M}*|[\u0660-\u0669\u06f0-\u06f9])+|[^\p{L}\u0660-\u0669\u06f0-\u06f9]+/gu),
  ].flatMap(([part]) => letterRuns(part));
  const runs: { text: string; kind: ScriptRun['kind'] }[] = [];
  parts.forEach((part, i) => {
    const before = parts.slice(0, i).findLast((p) => p.kind !== undefined)?.kind;
    const after = parts.slice(i + 1).find((p) => p.kind !== undefined)?.kind;
    const kind = part.kind ?? (before === after && before !== undefined ? before : home);
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += part.text;
    else runs.push({ text: part.text, kind });
  });
  return runs;
}

/** Letters of one kind each; `kind` undefined for what has none of its own. */
function letterRuns(part: string): { text: string; kind: ScriptRun['kind'] | undefined }[] {
  const runs: { text: string; kind: ScriptRun['kind'] | undefined }[] = [];
  for (const character of part) {
    const last = runs.at(-1);
    const kind = /\p{M}/u.test(character) ? last?.kind : kindOf(character);
    if (last && last.kind === kind) last.text += character;
    else runs.push({ text: character, kind });
  }
  return runs;
}

function isComplex(language: string): boolean {
  return ['Thai', 'Laoo', 'Khmr', 'Mymr', 'Deva', 'Beng', 'Taml'].includes(scriptOf(language));
}
