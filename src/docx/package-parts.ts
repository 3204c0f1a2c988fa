import type { CanonicalDocument, CanonicalPart } from './canonical.ts';
import type { Relationship } from './compile-document.ts';
import type { Glossary } from './glossary.ts';
import { contentTypesNamespace, packageRelationships, relationshipNamespace } from './namespaces.ts';
import { serializePart, type XmlElement, xml } from './xml.ts';

/** The parts that are written without docx. */
export interface OwnParts {
  readonly styles: XmlElement;
  readonly numbering: XmlElement;
  readonly settings: XmlElement;
  readonly fontTable: XmlElement;
  readonly theme: XmlElement;
  readonly core: XmlElement;
  readonly app: XmlElement;
  /** Undefined where there are no blanks. */
  readonly glossary: Glossary | undefined;
  /** Undefined for a page of HTML, which comes from no document. */
  readonly custom: XmlElement | undefined;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Parts of the main document that are always there: relationship type, target, content type. */
const fixed = [
  ['styles', 'styles.xml', `${wordType}.styles+xml`],
  ['numbering', 'numbering.xml', `${wordType}.numbering+xml`],
  ['settings', 'settings.xml', `${wordType}.settings+xml`],
  ['fontTable', 'fontTable.xml', `${wordType}.fontTable+xml`],
  ['theme', 'theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
  ['glossaryDocument', 'glossary/document.xml', `${wordType}.document.glossary+xml`],
  ['footnotes', 'footnotes.xml', `${wordType}.footnotes+xml`],
] as const;

/** How many relationships the document has before those of its text, at most. */
export const reservedRelationships = fixed.length;

/** All files of the package by name: [Content_Types].xml first, the others by code unit order. */
export function packageFiles(document: CanonicalDocument, own: OwnParts): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, root: XmlElement): void => {
    files.set(name, new TextEncoder().encode(serializePart(root)));
  };
  const addPart = (name: string, part: CanonicalPart, before: readonly Relationship[] = []): void => {
    add(`word/${name}`, part.root);
    const relationships = [...before, ...part.relationships];
    if (relationships.length > 0) add(`word/_rels/${name}.rels`, relationshipsPart(relationships));
  };
  const isThere = (type: string): boolean => {
    if (type === 'footnotes') return document.footnotes !== undefined;
    return type !== 'glossaryDocument' || own.glossary !== undefined;
  };
  addPart('document.xml', document.document, fixedRelationships(isThere));
  document.headers.forEach((part, i) => void addPart(`header${i + 1}.xml`, part));
  document.footers.forEach((part, i) => void addPart(`footer${i + 1}.xml`, part));
  if (document.footnotes) addPart('footnotes.xml', document.footnotes);
  add('word/styles.xml', own.styles);
  add('word/numbering.xml', own.numbering);
  add('word/settings.xml', own.settings);
  add('word/fontTable.xml', own.fontTable);
  add('word/theme/theme1.xml', own.theme);
  add('docProps/core.xml', own.core);
  add('docProps/app.xml', own.app);
  if (own.custom) add('docProps/custom.xml', own.custom);
  if (own.glossary) {
    const styles = `${relationshipNamespace}/styles`;
    add('word/glossary/document.xml', own.glossary.document);
    add('word/glossary/styles.xml', own.glossary.styles);
    add(
      'word/glossary/_rels/document.xml.rels',
      relationshipsPart([{ id: 'rId1', type: styles, target: 'styles.xml', external: false }]),
    );
  }
  add('_rels/.rels', relationshipsPart(rootRelationships(own.custom !== undefined)));
  for (const [name, bytes] of document.media) files.set(`word/media/${name}`, bytes);
  const names = [...files.keys()].sort((a, b) => (a < b ? -1 : 1));
  const types = new TextEncoder().encode(serializePart(contentTypes(names)));
  return new Map([
    ['[Content_Types].xml', types],
    ...names.map((name): [string, Uint8Array] => [name, files.get(name)!]),
  ]);
}

function fixedRelationships(isThere: (type: string) => boolean): Relationship[] {
  return fixed.flatMap(([type, target], i) =>
    isThere(type)
      ? [{ id: `rId${i + 1}`, type: `${relationshipNamespace}/${type}`, target, external: false }]
      : [],
  );
}

function rootRelationships(hasCustom: boolean): Relationship[] {
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const parts: readonly (readonly [type: string, target: string])[] = [
    [`${relationshipNamespace}/officeDocument`, 'word/document.xml'],
    [core, 'docProps/core.xml'],
    [`${relationshipNamespace}/extended-properties`, 'docProps/app.xml'],
    ...(hasCustom ? [[`${relationshipNamespace}/custom-properties`, 'docProps/custom.xml'] as const] : []),
  ];
  return parts.map(([type, target], index) => ({ id: `rId${index + 1}`, type, target, external: false }));
}

function relationshipsPart(relationships: readonly Relationship[]): XmlElement {
  return xml(
    'Relationships',
    { xmlns: packageRelationships },
    relationships.map(({ id, type, target, external }) =>
      xml('Relationship', {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: external ? 'External' : undefined,
      }),
    ),
  );
}

function contentTypes(names: readonly string[]): XmlElement {
  const override = (name: string): string | undefined => {
    if (name === 'word/document.xml') return `${wordType}.document.main+xml`;
    if (/^word\/header\d+\.xml$/.test(name)) return `${wordType}.header+xml`;
    if (/^word\/footer\d+\.xml$/.test(name)) return `${wordType}.footer+xml`;
    if (name === 'word/glossary/styles.xml') return `${wordType}.styles+xml`;
    if (name === 'docProps/core.xml') return 'application/vnd.openxmlformats-package.core-properties+xml';
    if (name === 'docProps/app.xml')
      return 'application/vnd.openxmlformats-officedocument.extended-properties+xml';
    if (name === 'docProps/custom.xml')
      return 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
    return fixed.find(([, target]) => `word/${target}` === name)?.[2];
  };
  const standard = (extension: string, type: string) =>
    xml('Default', { Extension: extension, ContentType: type });
  const has = (extension: string): boolean => names.some((name) => name.endsWith(`.${extension}`));
  return xml('Types', { xmlns: contentTypesNamespace }, [
    standard('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
    standard('xml', 'application/xml'),
    has('jpeg') ? standard('jpeg', 'image/jpeg') : undefined,
    has('png') ? standard('png', 'image/png') : undefined,
    ...names.flatMap((name) => {
      const type = override(name);
      return type === undefined ? [] : [xml('Override', { PartName: `/${name}`, ContentType: type })];
    }),
  ]);
}
