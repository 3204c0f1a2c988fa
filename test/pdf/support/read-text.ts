import { Lexer, type PdfValue, type ReadPdf } from './read-pdf.ts';

/** The pages' dictionaries in order. */
export function pagesOf(pdf: ReadPdf): readonly Map<string, PdfValue>[] {
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  const kids = pdf.dictionary(catalogue.get('Pages')).get('Kids') as PdfValue[];
  return kids.map((kid) => pdf.dictionary(kid));
}

/** Code to text, as a ToUnicode CMap says. */
export function toUnicode(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const decode = (hex: string) => new TextDecoder('utf-16be').decode(Buffer.from(hex, 'hex'));
  for (const [, section] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, first, last, text, list] of section!.matchAll(/<(\w+)><(\w+)>(?:<(\w+)>|\[(.*?)\])/g)) {
      const from = Number.parseInt(first!, 16);
      const listed = [...(list ?? '').matchAll(/<(\w*)>/g)];
      for (let code = from; code <= Number.parseInt(last!, 16); code++) {
        const next = text && String.fromCharCode(Number.parseInt(text, 16) + code - from);
        map.set(code, next ?? decode(listed[code - from]![1]!));
      }
    }
  }
  return map;
}

/**
 * Text by marked content number, in the order of drawing, of a page or of a form whose stream is given; key -1 is
 * artifacts. Pictures and paths leave a sign.
 */
export function markedText(
  pdf: ReadPdf,
  page: Map<string, PdfValue>,
  contents = page.get('Contents'),
): ReadonlyMap<number, string> {
  const fonts = pdf.dictionary(pdf.dictionary(page.get('Resources')).get('Font') ?? new Map());
  const maps = new Map<string, ReadonlyMap<number, string>>();
  for (const [name, font] of fonts) {
    const cmap = Buffer.from(pdf.stream(pdf.dictionary(font).get('ToUnicode'))).toString('latin1');
    maps.set(`/${name}`, toUnicode(cmap));
  }
  const texts = new Map<number, string>();
  let mark = -1;
  let font = '';
  const add = (text: string) => texts.set(mark, (texts.get(mark) ?? '') + text);
  const show = (codes: string) => {
    for (let i = 0; i < codes.length; i += 2) {
      add(maps.get(font)!.get((codes.charCodeAt(i) << 8) | codes.charCodeAt(i + 1)) ?? '\ufffd');
    }
  };
  const lexer = new Lexer(Buffer.from(pdf.stream(contents)).toString('latin1'));
  let operands: PdfValue[] = [];
  for (lexer.skipSpace(); lexer.position < lexer.source.length; lexer.skipSpace()) {
    const token = lexer.value();
    if (typeof token !== 'string' || token.startsWith('/')) {
      operands.push(token);
      continue;
    }
    if (token === 'BDC') mark = (operands[1] as Map<string, PdfValue>).get('MCID') as number;
    else if (token === 'BMC' || token === 'EMC') mark = -1;
    else if (token === 'Tf') font = operands[0] as string;
    else if (token === 'Tj') show((operands[0] as { text: string }).text);
    else if (token === 'TJ') {
      for (const part of operands[0] as PdfValue[])
        if (typeof part === 'object') show((part as { text: string }).text);
    } else if (token === 'Do') add('[picture]');
    else if (token === 'f' || token === 'S' || token === 'B') add('[shape]');
    operands = [];
  }
  return texts;
}
