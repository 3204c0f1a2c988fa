import { Lexer, type PdfValue, type ReadPdf, textOf } from '../support/read-pdf.ts';
import { pagesOf } from '../support/read-text.ts';
import { allElements, type Element, type Entries, isElement } from './structure-tree.ts';

const showing = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'EI']);

/** From keys to elements, by the parent tree. */
function parentTree(pdf: ReadPdf): ReadonlyMap<number, PdfValue> {
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  const root = pdf.dictionary(catalogue.get('StructTreeRoot'));
  const numbers = pdf.dictionary(root.get('ParentTree')).get('Nums') as PdfValue[];
  const entries = new Map<number, PdfValue>();
  for (let i = 0; i < numbers.length; i += 2) entries.set(numbers[i] as number, numbers[i + 1]!);
  return entries;
}

/**
 * What is wrong with what pages draw: everything is an artifact or belongs to an element, once, and element and
 * content lead to each other (ISO 14289-1 §7.1, ISO 32000-1 §14.7.4).
 */
export function checkContent(pdf: ReadPdf, root: Element): readonly string[] {
  const owners = new Map<string, Entries>();
  const pages: readonly Entries[] = pagesOf(pdf);
  for (const element of allElements(root)) {
    for (const child of element.children) {
      if (isElement(child) || child.kind === 'annotation') continue;
      const page = pages.indexOf(child.page);
      owners.set(`${page} ${JSON.stringify(child.stream ?? null)} ${child.mcid}`, element.entries);
    }
  }
  const tree = parentTree(pdf);
  const drawn = new Set<string>();
  const faults = pages.flatMap((page, index) => {
    const check = (dictionary: Entries, stream: PdfValue, form: PdfValue | undefined) =>
      checkStream(pdf, dictionary, stream, (mcid) => {
        const key = `${index} ${JSON.stringify(form ?? null)} ${mcid}`;
        drawn.add(key);
        const owner = owners.get(key);
        if (!owner) return [`marked content ${mcid} of page ${index + 1} belongs to no element`];
        const list = pdf.get(tree.get(dictionary.get('StructParents') as number)) as PdfValue[];
        return pdf.dictionary(list?.[mcid]) === owner
          ? []
          : [`marked content ${mcid} of page ${index + 1} does not lead back to its element`];
      });
    const forms = [...formsOf(pdf, page)].flatMap((form) => check(pdf.dictionary(form), form, form));
    return [...check(page, page.get('Contents')!, undefined), ...forms];
  });
  const lost = [...owners.keys()].filter((key) => !drawn.has(key));
  return [...faults, ...lost.map((key) => `an element refers to marked content that is not there: ${key}`)];
}

/** The form XObjects that a page draws, those inside them too. */
function* formsOf(pdf: ReadPdf, dictionary: Entries): Generator<PdfValue> {
  const resources = pdf.dictionary(dictionary.get('Resources'));
  const objects = pdf.get(resources.get('XObject'));
  if (!(objects instanceof Map)) return;
  for (const object of objects.values()) {
    const own = pdf.dictionary(object);
    if (own.get('Subtype') !== '/Form') continue;
    yield object;
    yield* formsOf(pdf, own);
  }
}

function checkStream(
  pdf: ReadPdf,
  dictionary: Entries,
  stream: PdfValue,
  marked: (mcid: number) => readonly string[],
): readonly string[] {
  const faults: string[] = [];
  const objects = pdf.get(pdf.dictionary(dictionary.get('Resources')).get('XObject')) as Entries | null;
  const lexer = new Lexer(Buffer.from(pdf.stream(stream)).toString('latin1'));
  let depth = 0;
  let operands: PdfValue[] = [];
  for (lexer.skipSpace(); lexer.position < lexer.source.length; lexer.skipSpace()) {
    const token = lexer.value();
    if (typeof token !== 'string' || token.startsWith('/')) {
      operands.push(token);
      continue;
    }
    if (token === 'BDC') faults.push(...marked((operands[1] as Entries).get('MCID') as number));
    if (token === 'BDC' || token === 'BMC') depth++;
    if (token === 'EMC') depth--;
    if (depth < 0 || depth > 1) faults.push(`marks nest ${depth} deep`);
    const name = typeof operands[0] === 'string' ? operands[0].slice(1) : '';
    const isPicture = token === 'Do' && pdf.dictionary(objects?.get(name)).get('Subtype') === '/Image';
    if (depth === 0 && (showing.has(token) || isPicture))
      faults.push(`${token} draws outside of marked content`);
    operands = [];
  }
  return depth === 0 ? faults : [...faults, 'marked content is not closed'];
}

/** What is wrong with links and fields: each has words, and belongs to an element of its kind. */
export function checkAnnotations(pdf: ReadPdf, root: Element): readonly string[] {
  const owners = new Map<Entries, Element>();
  for (const element of allElements(root)) {
    for (const child of element.children)
      if (!isElement(child) && child.kind === 'annotation') owners.set(child.annotation, element);
  }
  const tree = parentTree(pdf);
  return pagesOf(pdf).flatMap((page, index) => {
    const annotations = ((pdf.get(page.get('Annots')) ?? []) as PdfValue[]).map((a) => pdf.dictionary(a));
    const faults = annotations.flatMap((annotation) => checkAnnotation(pdf, annotation, owners, tree));
    const hasOrder = page.get('Tabs') === '/S';
    return [...faults, ...(hasOrder ? [] : [`page ${index + 1} has another tab order than the structure`])];
  });
}

const ownerTypes: Readonly<Record<string, string>> = { '/Link': 'Link', '/Widget': 'Form' };

function checkAnnotation(
  pdf: ReadPdf,
  annotation: Entries,
  owners: ReadonlyMap<Entries, Element>,
  tree: ReadonlyMap<number, PdfValue>,
): readonly string[] {
  const subtype = annotation.get('Subtype') as string;
  const owner = owners.get(annotation);
  const back = tree.get(annotation.get('StructParent') as number);
  const faults: string[] = [];
  if (owner?.type !== ownerTypes[subtype]) faults.push(`an annotation ${subtype} belongs to ${owner?.type}`);
  else if (pdf.get(back) !== owner?.entries)
    faults.push(`an annotation ${subtype} does not lead to its element`);
  const contents = annotation.get('Contents');
  if (subtype === '/Link' && (!contents || textOf(contents).trim() === ''))
    faults.push('a link has no words');
  if (((annotation.get('F') as number) & 4) === 0) faults.push(`an annotation ${subtype} is not printed`);
  return faults;
}
