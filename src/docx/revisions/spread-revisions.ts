import type { CompiledDocument } from '../compile-document.ts';
import { type XmlElement, xml } from '../xml.ts';

type Node = XmlElement | string;

/**
 * Revisions as Word has them. Paragraphs are compiled with one `w:ins` or `w:del` around whatever changed; it may
 * stand around runs alone (§17.13.5.14, 18), so it goes into links and fields, and around controls goes a range of its own.
 * Ids are given in the order of the text.
 */
export function spreadRevisions(compiled: CompiledDocument): CompiledDocument {
  let last = 0;
  const nextId = () => String(++last);
  return { ...compiled, document: { ...compiled.document, root: within(compiled.document.root, nextId) } };
}

function within(element: XmlElement, nextId: () => string): XmlElement {
  const children = element.children.flatMap((child): readonly Node[] => {
    if (typeof child === 'string') return [child];
    if (child.name !== 'w:ins' && child.name !== 'w:del') return [within(child, nextId)];
    // The mark of a paragraph or a row.
    if (child.children.length === 0) return [{ ...child, attributes: identified(child, nextId) }];
    return spread(child, nextId);
  });
  return { ...element, children };
}

function identified({ attributes }: XmlElement, nextId: () => string): XmlElement['attributes'] {
  return { ...attributes, 'w:id': nextId() };
}

function spread(revision: XmlElement, nextId: () => string): readonly Node[] {
  const result: Node[] = [];
  let runs: XmlElement[] = [];
  const flush = () => {
    if (runs.length > 0)
      result.push({ ...revision, attributes: identified(revision, nextId), children: runs });
    runs = [];
  };
  for (const child of revision.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:r') {
      runs.push(revision.name === 'w:del' ? deletedRun(child) : child);
      continue;
    }
    flush();
    const inner = (element: XmlElement) => spread({ ...revision, children: element.children }, nextId);
    if (child.name === 'w:sdt') result.push(...aroundControl(child, revision, inner, nextId));
    else if (/^w:bookmark/.test(child.name)) result.push(child);
    else result.push({ ...child, children: inner(child) });
  }
  flush();
  return result;
}

/** A control that comes in or goes (§17.13.5.4, 8), and its runs with it. */
function aroundControl(
  control: XmlElement,
  revision: XmlElement,
  inner: (element: XmlElement) => readonly Node[],
  nextId: () => string,
): readonly Node[] {
  const name = revision.name === 'w:del' ? 'w:customXmlDelRange' : 'w:customXmlInsRange';
  const attributes = identified(revision, nextId);
  const children = control.children.map((child) =>
    typeof child !== 'string' && child.name === 'w:sdtContent' ? { ...child, children: inner(child) } : child,
  );
  return [
    { name: `${name}Start`, attributes, children: [] },
    { ...control, children },
    xml(`${name}End`, { 'w:id': attributes['w:id'] }),
  ];
}

const deletedNames: Readonly<Record<string, string>> = {
  'w:t': 'w:delText',
  'w:instrText': 'w:delInstrText',
};

function deletedRun(run: XmlElement): XmlElement {
  const children = run.children.map((child) =>
    typeof child === 'string' ? child : { ...child, name: deletedNames[child.name] ?? child.name },
  );
  return { ...run, children };
}
