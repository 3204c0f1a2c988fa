import { eastAsianWidth, isWide } from '../../unicode/east-asian-width.ts';
import { type BreakContext, isChineseOrJapanese } from './line-break-context.ts';
import { classNumbers } from './line-break-numbers.ts';

const { XX, AI, AL, SA, CJ, ID, IDP, NS, EX, PO, PR, NU, HL, H2, H3, JL, JT, JV } = classNumbers;

/** Iteration marks: in loose text a line may begin with them. */
const iterationMarks = '々〻ゝゞヽヾ';

/** Hyphen-like characters that a line of Chinese or Japanese may begin with unless it is strict. */
const hyphenLike = '〜゠';

/** Centred punctuation that a line of loose Chinese or Japanese may begin with. */
const centred = '・：；･‼⁇⁈⁉！？';

/** The line breaking class of a character after LB1, `line-break` (css-text-3 §5.3) and `word-break` (§5.2). */
export function tailoredClass(raw: number, point: number, context: BreakContext): number {
  return byWordBreak(byLineBreak(raw, point, context), context.wordBreak);
}

/** `auto` is what browsers take it for: a line may begin with small kana, and with nothing that `strict` forbids else. */
function byLineBreak(raw: number, point: number, { lineBreak, language }: BreakContext): number {
  if (raw === XX || raw === SA || raw === AI) return AL; // LB1
  if (raw === CJ) return lineBreak === 'strict' ? NS : ID;
  if (lineBreak !== 'normal' && lineBreak !== 'loose') return raw;
  if (raw !== NS && raw !== EX && raw !== PO && raw !== PR) return raw;
  const character = String.fromCodePoint(point);
  const loose = lineBreak === 'loose';
  if (loose && iterationMarks.includes(character)) return ID;
  if (!isChineseOrJapanese(language)) return raw;
  if (hyphenLike.includes(character)) return ID;
  if (!loose) return raw;
  const affix = (raw === PO || raw === PR) && isWideOrAmbiguous(point);
  return affix || centred.includes(character) ? ID : raw;
}

function isWideOrAmbiguous(point: number): boolean {
  return isWide(point) || eastAsianWidth(point) === 'A';
}

function byWordBreak(value: number, wordBreak: BreakContext['wordBreak']): number {
  return wordBreak === 'break-all' && (value === AL || value === HL || value === NU) ? ID : value;
}

/** Whether a class is one of the letters and numbers that `word-break: keep-all` lets no line end between. */
export function isKept(value: number): boolean {
  return kept.includes(value);
}

const kept: readonly number[] = [AL, HL, NU, ID, IDP, H2, H3, JL, JT, JV];
