import { outputOf } from '../command.ts';

/** A word as poppler finds it, in pt from the top left of its page. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Half-way between ascender and descender, which does not depend on how a writer embeds its font. */
  readonly middle: number;
  /** From ascender to descender. */
  readonly height: number;
}

/** A page's paper in pt, and its words. */
export interface PageWords {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

/** The pages of a PDF, by `pdftotext -bbox`. */
export async function readWords(pdf: string): Promise<readonly PageWords[]> {
  const text = await outputOf('pdftotext', ['-enc', 'UTF-8', '-bbox', pdf, '-']);
  return text
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /^width="([^"]*)" height="([^"]*)"/.exec(page)!;
      return { width: Number(width), height: Number(height), words: linesOf(wordsOf(page)).flatMap(joined) };
    });
}

function wordsOf(page: string): readonly Word[] {
  const pattern = /<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</g;
  return [...page.matchAll(pattern)].flatMap(([, left, top, right, bottom, escaped]) => {
    const text = plain(escaped!);
    const [above, below] = [Number(top), Number(bottom)];
    const place = { left: Number(left), right: Number(right), middle: (above + below) / 2 };
    return text === '' ? [] : [{ text, ...place, height: below - above }];
  });
}

/** The least gap between words, as a part of a word's height. */
const leastGap = 0.08;

/** Letters alone: no controls or marks, which writers put in several orders, hyphens, ligatures and presentation forms as what they stand for. */
function plain(escaped: string): string {
  return escaped
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name]!)
    .normalize('NFKC')
    .replace(/[\u2010\u2011]|\u00ad$/g, '-')
    .replace(/[\p{Cc}\p{Cf}\p{Mn}\s]/gu, '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** A line's words as they are parted by a gap: poppler parts some at a place where letters touch or overlap. */
function joined(line: readonly Word[]): readonly Word[] {
  const words: Word[] = [];
  for (const word of line) {
    const last = words.at(-1);
    const touches = last && word.left - last.right < leastGap * Math.min(last.height, word.height);
    if (!touches) words.push(word);
    else words[words.length - 1] = union(last, word);
  }
  return words;
}

function union(a: Word, b: Word): Word {
  const top = Math.min(a.middle - a.height / 2, b.middle - b.height / 2);
  const bottom = Math.max(a.middle + a.height / 2, b.middle + b.height / 2);
  const place = { left: a.left, right: Math.max(a.right, b.right), middle: (top + bottom) / 2 };
  return { text: a.text + b.text, ...place, height: bottom - top };
}

/** A page's words by lines from top to bottom, each from left to right as it is seen. */
export function linesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.middle - b.middle || a.left - b.left)) {
    const line = lines.at(-1);
    if (line && word.middle - line[0]!.middle < Math.min(word.height, line[0]!.height) * 0.35)
      line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}
