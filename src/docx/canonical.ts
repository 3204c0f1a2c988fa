import type { CompiledDocument, CompiledPart, Relationship } from './compile-document.ts';
import { mapXml, type XmlElement, xml } from './xml.ts';

/** A part with its relationships under their final ids. */
export interface CanonicalPart {
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
}

/** A document's parts with ids that depend on the text alone. */
export interface CanonicalDocument {
  readonly document: CanonicalPart;
  readonly headers: readonly CanonicalPart[];
  readonly footers: readonly CanonicalPart[];
  /** Undefined where there are none. */
  readonly footnotes: CanonicalPart | undefined;
  /** Pictures by file name, in order of appearance. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

const imageType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

/** Counters and pictures over all parts. */
interface Shared {
  readonly media: Map<string, string>;
  readonly source: ReadonlyMap<string, Uint8Array>;
  drawings: number;
  controls: number;
  bookmarks: number;
}

/**
 * Gives every id anew in order of appearance: relationships, pictures, drawings, content controls, bookmarks. docx
 * draws some from a generator of random names and some from counters that a process never resets. `reserved`: how
 * many relationships the document has before those of its text.
 */
export function canonicalDocument(
  compiled: CompiledDocument,
  reserved: number,
  rtl: boolean,
): CanonicalDocument {
  const shared: Shared = { media: new Map(), source: compiled.media, drawings: 0, controls: 0, bookmarks: 0 };
  const part = (from: CompiledPart, first = 0) => canonicalPart(from, first, rtl, shared);
  const result = {
    document: part(compiled.document, reserved),
    headers: compiled.headers.map((header) => part(header)),
    footers: compiled.footers.map((footer) => part(footer)),
    footnotes: compiled.footnotes && withPlainSeparators(part(compiled.footnotes)),
  };
  const media = new Map([...shared.media].map(([key, name]) => [name, compiled.media.get(key)!]));
  return { ...result, media };
}

function canonicalPart(part: CompiledPart, reserved: number, rtl: boolean, shared: Shared): CanonicalPart {
  const byId = new Map(part.relationships.map((relationship) => [relationship.id, relationship]));
  const kept = new Map<string, Relationship>();
  const relate = (id: string): string => {
    const key = /^rId\{(.+)\}$/.exec(id)?.[1];
    const found = key === undefined ? byId.get(id) : imageRelationship(key, shared);
    if (!found) throw new Error(`relationship ${id} leads nowhere`);
    const same = `${found.type} ${found.target}`;
    const known = kept.get(same);
    const relationship = known ?? { ...found, id: `rId${reserved + kept.size + 1}` };
    kept.set(same, relationship);
    return relationship.id;
  };
  const ids = new Map<string, string>();
  const root = mapInOrder(part.root, (element) => renumber(element, relate, ids, rtl, shared));
  return { root, relationships: [...kept.values()] };
}

/** The rules above the notes hold no number (§17.11.23); docx puts one there. */
function withPlainSeparators(part: CanonicalPart): CanonicalPart {
  const children = part.root.children.map((child) =>
    typeof child !== 'string' && child.attributes['w:type'] !== undefined ? withoutNumber(child) : child,
  );
  return { ...part, root: { ...part.root, children } };
}

function withoutNumber(element: XmlElement): XmlElement {
  const children = element.children.filter((child) => typeof child === 'string' || !isNumber(child));
  return {
    ...element,
    children: children.map((child) => (typeof child === 'string' ? child : withoutNumber(child))),
  };
}

function isNumber({ name, children }: XmlElement): boolean {
  return (
    name === 'w:r' && children.some((child) => typeof child !== 'string' && child.name === 'w:footnoteRef')
  );
}

function imageRelationship(key: string, shared: Shared): Relationship {
  const extension = key.slice(key.lastIndexOf('.') + 1) === 'png' ? 'png' : 'jpeg';
  const name = shared.media.get(key) ?? `image${shared.media.size + 1}.${extension}`;
  shared.media.set(key, name);
  return { id: '', type: imageType, target: `media/${name}`, external: false };
}

/** Maps a parent before its children, so that counters follow the order of the text. */
function mapInOrder(element: XmlElement, change: (element: XmlElement) => XmlElement): XmlElement {
  const changed = change(element);
  return {
    ...changed,
    children: changed.children.map((child) =>
      typeof child === 'string' ? child : mapInOrder(child, change),
    ),
  };
}

function renumber(
  element: XmlElement,
  relate: (id: string) => string,
  bookmarks: Map<string, string>,
  rtl: boolean,
  shared: Shared,
): XmlElement {
  const { attributes } = element;
  switch (element.name) {
    case 'w:numId':
      return withAttribute(element, 'w:val', (attributes['w:val'] ?? '').replace(/^\{list(\d+)-0\}$/, '$1'));
    case 'wp:docPr': {
      const id = String(++shared.drawings);
      return { ...element, attributes: { id, name: `Picture ${id}`, descr: attributes.descr ?? '' } };
    }
    case 'pic:cNvPr':
      return {
        ...element,
        attributes: { id: String(shared.drawings), name: `Picture ${shared.drawings}`, descr: '' },
      };
    case 'w:bookmarkStart': {
      const id = String(++shared.bookmarks);
      bookmarks.set(attributes['w:id'] ?? '', id);
      return withAttribute(element, 'w:id', id);
    }
    case 'w:bookmarkEnd':
      return withAttribute(element, 'w:id', bookmarks.get(attributes['w:id'] ?? '') ?? '0');
    case 'w:sdtPr':
      return mapXml(element, (child) =>
        child.name === 'w:id' ? withAttribute(child, 'w:val', String(++shared.controls)) : child,
      );
    case 'w:sectPr':
      return rtl ? withBidi(relatedOf(element, relate)) : relatedOf(element, relate);
    default:
      return relatedOf(element, relate);
  }
}

const relationshipAttributes = ['r:id', 'r:embed', 'r:link'];

function relatedOf(element: XmlElement, relate: (id: string) => string): XmlElement {
  const name = relationshipAttributes.find((attribute) => element.attributes[attribute] !== undefined);
  return name === undefined ? element : withAttribute(element, name, relate(element.attributes[name]!));
}

function withAttribute(element: XmlElement, name: string, value: string): XmlElement {
  return { ...element, attributes: { ...element.attributes, [name]: value } };
}

/** `w:bidi` of a section goes before the document grid (CT_SectPr); docx has no way to ask for it. */
function withBidi(section: XmlElement): XmlElement {
  const at = section.children.findIndex((child) => typeof child !== 'string' && child.name === 'w:docGrid');
  const children = [...section.children];
  children.splice(at < 0 ? children.length : at, 0, xml('w:bidi'));
  return { ...section, children };
}
