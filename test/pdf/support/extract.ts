import { Lexer, type PdfValue, type ReadPdf } from './read-pdf.ts';
import { toUnicode } from './read-text.ts';

/** A character as it is drawn; ems and pt. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

interface ReadFont {
  readonly texts: ReadonlyMap<number, string>;
  widthOf(code: number): number;
}

function readFont(pdf: ReadPdf, value: PdfValue): ReadFont {
  const font = pdf.dictionary(value);
  const cidFont = pdf.dictionary((font.get('DescendantFonts') as PdfValue[])[0]);
  const widths = new Map<number, number>();
  const list = (cidFont.get('W') ?? []) as PdfValue[];
  for (let i = 0; i < list.length; i += 2) {
    (list[i + 1] as number[]).forEach((width, k) => {
      widths.set((list[i] as number) + k, width);
    });
  }
  const texts = toUnicode(Buffer.from(pdf.stream(font.get('ToUnicode'))).toString('latin1'));
  return { texts, widthOf: (code) => widths.get(code) ?? (cidFont.get('DW') as number) };
}

/** Every character of a page in the order of drawing. */
export function drawnCharacters(pdf: ReadPdf, page: Map<string, PdfValue>): readonly Drawn[] {
  const fonts = new Map<string, ReadFont>();
  for (const [name, value] of pdf.dictionary(pdf.dictionary(page.get('Resources')).get('Font'))) {
    fonts.set(`/${name}`, readFont(pdf, value));
  }
  const drawn: Drawn[] = [];
  let font: ReadFont | undefined;
  let [x, y, size] = [0, 0, 0];
  let line: readonly [x: number, y: number] = [0, 0];
  const show = (part: PdfValue) => {
    if (typeof part === 'number') {
      x -= (part * size) / 1000;
      return;
    }
    const codes = (part as { text: string }).text;
    for (let i = 0; i < codes.length; i += 2) {
      const code = (codes.charCodeAt(i) << 8) | codes.charCodeAt(i + 1);
      const width = (font!.widthOf(code) * size) / 1000;
      drawn.push({ text: font!.texts.get(code)!, x, y, width, size });
      x += width;
    }
  };
  const lexer = new Lexer(Buffer.from(pdf.stream(page.get('Contents'))).toString('latin1'));
  let operands: PdfValue[] = [];
  for (lexer.skipSpace(); lexer.position < lexer.source.length; lexer.skipSpace()) {
    const token = lexer.value();
    if (typeof token !== 'string' || token.startsWith('/')) {
      operands.push(token);
      continue;
    }
    if (token === 'BT') line = [0, 0];
    else if (token === 'Td') {
      line = [line[0] + (operands[0] as number), line[1] + (operands[1] as number)];
      [x, y] = line;
    } else if (token === 'Tf') [font, size] = [fonts.get(operands[0] as string)!, operands[1] as number];
    else if (token === 'Tj') show(operands[0]!);
    else if (token === 'TJ') for (const part of operands[0] as PdfValue[]) show(part);
    operands = [];
  }
  return drawn;
}

const RIGHT = /^[\u200f\p{Script=Hebrew}\p{Script=Arabic}]$/u;
const NUMBER = /^[\p{Nd}#$%+,\-./:\u060c\u066a]$/u;
const isRight = (c: string) => RIGHT.test(c) && !NUMBER.test(c);
const isLeft = (c: string) => NUMBER.test(c) || (/^[\u200e\p{L}]$/u.test(c) && !isRight(c));

/** From visual to reading order as poppler's `reorderText` does it, given the page's main direction. */
function reorder(text: string, direction: 'ltr' | 'rtl'): string {
  const visual = [...text];
  const characters = direction === 'rtl' ? visual.reverse() : visual;
  const isMain = direction === 'rtl' ? isRight : isLeft;
  const isOther = direction === 'rtl' ? isLeft : isRight;
  let out = '';
  for (let i = 0; i < characters.length; ) {
    let end = i;
    while (end < characters.length && !isOther(characters[end]!)) end++;
    out += characters.slice(i, end).join('');
    i = end;
    while (end < characters.length && !isMain(characters[end]!)) end++;
    out += characters.slice(i, end).reverse().join('');
    i = end;
  }
  return out;
}

/**
 * A page's text as a reader gets it that goes by positions, like poppler's pdftotext: lines from the top, characters
 * from the left, then turned by bidi class. Direction marks are left out and compatibility forms folded.
 */
export function extract(pdf: ReadPdf, page: Map<string, PdfValue>, direction: 'ltr' | 'rtl'): string {
  const lines = new Map<number, Drawn[]>();
  for (const character of drawnCharacters(pdf, page)) {
    const key = Math.round(character.y);
    lines.set(key, [...(lines.get(key) ?? []), character]);
  }
  const ordered = [...lines].sort(([a], [b]) => b - a).map(([, line]) => line.sort((a, b) => a.x - b.x));
  const text = ordered.map((line) => reorder(line.map((character) => character.text).join(''), direction));
  return text
    .join('\n')
    .replace(/[\u200e\u200f]/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Pairs within a word that such a reader would take for one character drawn twice, or for two words. A direction mark may
 * be a word of its own: nothing is seen of it, and no space comes of it.
 */
export function tornPlaces(pdf: ReadPdf, page: Map<string, PdfValue>): readonly string[] {
  const torn: string[] = [];
  let previous: Drawn | undefined;
  for (const character of drawnCharacters(pdf, page)) {
    if (/^[\u200e\u200f]$/.test(character.text)) continue;
    const isSpace = /^\s$/.test(character.text);
    if (previous && !isSpace && previous.y === character.y && previous.size === character.size) {
      const step = (character.x - previous.x) / character.size;
      const gap = (character.x - previous.x - previous.width) / character.size;
      if (step > 0 && gap < 0.6 && (step < 0.1 || Math.abs(gap) > 0.1))
        torn.push(previous.text + character.text);
    }
    previous = isSpace ? undefined : character;
  }
  return torn;
}
