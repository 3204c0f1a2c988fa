/** Accents and breathings, which capitals go without: grave, acute, comma, reversed comma, circumflex, koronis. */
const dropped = '\u0300\u0301\u0304\u0306\u0311\u0313\u0314\u0342\u0343\u0302\u0303';
const accents = '\u0300\u0301\u0302\u0303\u0311\u0342';
const dialytika = '\u0308';
const ypogegrammeni = '\u0345';
const vowels = 'ΑΕΗΙΟΥΩ';

/** A letter with its marks, decomposed. */
interface Unit {
  readonly text: string;
  readonly upper: string;
  readonly marks: string;
  readonly isGreek: boolean;
}

/**
 * A Greek text in capitals: without accents and breathings; a dialytika stays, and comes to an iota or ypsilon where
 * only the accent of the vowel before kept the two apart (μάιος, ΜΑΪΟΣ); iota below the line becomes a letter; ή that
 * is a word of its own, “or”, keeps its accent.
 */
export function greekCapitals(text: string): string {
  const units = unitsOf(text);
  let result = '';
  let isSplit = false;
  units.forEach((unit, i) => {
    if (!unit.isGreek) {
      result += unit.upper;
      isSplit = false;
      return;
    }
    const isAccented = [...unit.marks].some((mark) => accents.includes(mark));
    const splits = unit.marks.includes(dialytika) || (isSplit && /[ΙΥ]/.test(unit.upper));
    isSplit = isAccented && !splits && vowels.includes(unit.upper);
    const isWord = unit.upper === 'Η' && isAccented && !isLetter(units[i - 1]) && !isLetter(units[i + 1]);
    const kept = [...unit.marks].filter((mark) => !dropped.includes(mark) && mark !== dialytika);
    const iotas = kept.map((mark) => (mark === ypogegrammeni ? 'Ι' : mark)).join('');
    const mark = isWord && iotas === '' ? '\u0301' : splits ? dialytika : '';
    result += (unit.upper + mark).normalize('NFC') + iotas;
  });
  return result;
}

function unitsOf(text: string): readonly Unit[] {
  const units = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  return units.map((unit): Unit => {
    const [base = '', ...marks] = unit.normalize('NFD');
    const isGreek = /\p{sc=Greek}/u.test(base);
    return { text: unit, upper: (isGreek ? base : unit).toUpperCase(), marks: marks.join(''), isGreek };
  });
}

function isLetter(unit: Unit | undefined): boolean {
  return unit !== undefined && /^[\p{L}’']/u.test(unit.text);
}
