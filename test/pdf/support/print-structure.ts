import { type PdfValue, type ReadPdf, textOf } from './read-pdf.ts';
import { markedText, pagesOf } from './read-text.ts';

function attributes(pdf: ReadPdf, element: Map<string, PdfValue>): string {
  let out = '';
  if (element.has('Lang')) out += ` lang=${textOf(element.get('Lang'))}`;
  if (element.has('Alt')) out += ` alt=${JSON.stringify(textOf(element.get('Alt')))}`;
  if (element.has('ActualText')) out += ` actual=${JSON.stringify(textOf(element.get('ActualText')))}`;
  if (element.has('ID')) out += ` id=${textOf(element.get('ID'))}`;
  const value = pdf.get(element.get('A'));
  const lists = Array.isArray(value) ? value : value === null ? [] : [value];
  for (const list of lists) {
    for (const [key, entry] of list as Map<string, PdfValue>) out += ` ${key}=${JSON.stringify(entry)}`;
  }
  return out;
}

/** The logical structure as an indented tree: type, attributes, and the text of the leaves. */
export function printStructure(pdf: ReadPdf): string {
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  const pages = pagesOf(pdf);
  const texts = new Map(pages.map((page) => [page, markedText(pdf, page)]));
  const lines: string[] = [];
  const leaf = (page: Map<string, PdfValue>, mcid: number, depth: number) => {
    const text = texts.get(page)!.get(mcid);
    lines.push(`${'  '.repeat(depth)}p${pages.indexOf(page) + 1}: ${JSON.stringify(text ?? '')}`);
  };
  const visit = (kid: PdfValue, page: Map<string, PdfValue> | undefined, depth: number): void => {
    if (typeof kid === 'number') {
      leaf(page!, kid, depth);
      return;
    }
    const node = pdf.dictionary(kid);
    const own = node.has('Pg') ? pdf.dictionary(node.get('Pg')) : page;
    if (node.get('Type') === '/MCR') leaf(own!, node.get('MCID') as number, depth);
    else if (node.get('Type') === '/OBJR') {
      const annotation = pdf.dictionary(node.get('Obj'));
      const action = annotation.get('A') as Map<string, PdfValue> | undefined;
      const target = textOf(action?.get('URI') ?? annotation.get('Dest'));
      lines.push(`${'  '.repeat(depth)}-> ${target} ${JSON.stringify(textOf(annotation.get('Contents')))}`);
    } else {
      lines.push(`${'  '.repeat(depth)}${(node.get('S') as string).slice(1)}${attributes(pdf, node)}`);
      const kids = pdf.get(node.get('K'));
      for (const child of Array.isArray(kids) ? kids : kids === null ? [] : [node.get('K')!])
        visit(child, own, depth + 1);
    }
  };
  visit(pdf.dictionary(catalogue.get('StructTreeRoot')).get('K')!, undefined, 0);
  const artifacts = pages.map(
    (page, index) => `artifacts p${index + 1}: ${JSON.stringify(texts.get(page)!.get(-1) ?? '')}`,
  );
  return `${[...lines, ...artifacts].join('\n')}\n`;
}
