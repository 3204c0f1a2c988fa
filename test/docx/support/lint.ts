import { walkXml, type XmlElement } from '../../../src/docx/xml.ts';
import { parseXml } from './package.ts';

/** Faults that Microsoft's validator passes over; one pass over the parts. */
export function lint(files: ReadonlyMap<string, Uint8Array>): string[] {
  const faults: string[] = [];
  const parts = new Map<string, XmlElement>();
  for (const [name, bytes] of files) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    try {
      parts.set(name, parseXml(Buffer.from(bytes).toString('utf8')));
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message}`);
    }
  }
  if ([...files.keys()][0] !== '[Content_Types].xml') faults.push('[Content_Types].xml is not first');
  const all = (part: string, name: string): XmlElement[] => {
    const root = parts.get(part);
    return root ? [...walkXml(root)].filter((element) => element.name === name) : [];
  };
  const texts = [...parts.keys()].filter((name) =>
    /^word\/(document|footnotes|header\d+|footer\d+)\.xml$/.test(name),
  );
  const every = (name: string) => texts.flatMap((part) => all(part, name));
  const value = (element: XmlElement) => element.attributes['w:val'] ?? '';
  const child = (element: XmlElement, name: string) =>
    element.children.find((c): c is XmlElement => typeof c !== 'string' && c.name === name);

  // Styles.
  const styles = all('word/styles.xml', 'w:style');
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const names = styles.map((style) => value(child(style, 'w:name')!).toLowerCase());
  if (byId.size !== styles.length) faults.push('two styles with one id');
  for (const name of twice(names)) faults.push(`two styles named ${name}`);
  const typeOf = { 'w:pStyle': 'paragraph', 'w:rStyle': 'character', 'w:tblStyle': 'table' };
  for (const [element, type] of Object.entries(typeOf)) {
    for (const use of [...every(element), ...all('word/numbering.xml', element)]) {
      if (byId.get(value(use))?.attributes['w:type'] !== type) faults.push(`no ${type} style ${value(use)}`);
    }
  }
  for (const name of ['w:basedOn', 'w:next', 'w:link']) {
    for (const use of all('word/styles.xml', name))
      if (!byId.has(value(use))) faults.push(`${name} ${value(use)}`);
  }
  for (const style of styles) {
    const seen = new Set<XmlElement>();
    for (
      let s: XmlElement | undefined = style;
      s;
      s = byId.get(value(child(s, 'w:basedOn') ?? emptyElement))
    ) {
      if (seen.has(s)) {
        faults.push(`style ${style.attributes['w:styleId']} is based on itself`);
        break;
      }
      seen.add(s);
    }
  }
  // Lists.
  const nums = new Set(all('word/numbering.xml', 'w:num').map((num) => num.attributes['w:numId']));
  for (const use of [...every('w:numId'), ...all('word/styles.xml', 'w:numId')]) {
    if (!nums.has(value(use))) faults.push(`no list ${value(use)}`);
  }
  const abstracts = new Set(
    all('word/numbering.xml', 'w:abstractNum').map((a) => a.attributes['w:abstractNumId']),
  );
  for (const num of all('word/numbering.xml', 'w:num')) {
    if (!abstracts.has(value(child(num, 'w:abstractNumId')!))) faults.push('a list without a definition');
  }
  // Ids and anchors.
  const ids = (name: string, attribute: string) =>
    every(name).map((element) => element.attributes[attribute] ?? '');
  const unique: readonly (readonly [string, string[]])[] = [
    ['drawing', ids('wp:docPr', 'id')],
    ['bookmark', ids('w:bookmarkStart', 'w:id')],
    ['bookmark name', ids('w:bookmarkStart', 'w:name')],
    ['control', every('w:sdtPr').map((p) => value(child(p, 'w:id')!))],
  ];
  for (const [kind, values] of unique) for (const id of twice(values)) faults.push(`${kind} ${id} twice`);
  if (ids('w:bookmarkStart', 'w:id').sort().join() !== ids('w:bookmarkEnd', 'w:id').sort().join()) {
    faults.push('a bookmark that is not closed');
  }
  const bookmarks = new Set(ids('w:bookmarkStart', 'w:name'));
  for (const link of every('w:hyperlink')) {
    const anchor = link.attributes['w:anchor'];
    if (anchor !== undefined && !bookmarks.has(anchor)) faults.push(`no bookmark ${anchor}`);
  }
  const notes = new Set(all('word/footnotes.xml', 'w:footnote').map((note) => note.attributes['w:id']));
  for (const id of ids('w:footnoteReference', 'w:id')) if (!notes.has(id)) faults.push(`no footnote ${id}`);
  for (const id of twice(ids('w:footnoteReference', 'w:id'))) faults.push(`footnote ${id} referred to twice`);
  // Relationships.
  for (const part of texts) {
    const relations = all(part.replace('word/', 'word/_rels/').replace(/$/, '.rels'), 'Relationship');
    const known = new Map(relations.map((relation) => [relation.attributes.Id, relation.attributes]));
    for (const element of walkXml(parts.get(part)!)) {
      for (const key of ['r:id', 'r:embed']) {
        const id = element.attributes[key];
        if (id !== undefined && !known.has(id)) faults.push(`${part}: no relationship ${id}`);
      }
    }
    for (const { Target = '', TargetMode } of known.values()) {
      if (TargetMode === 'External' ? !/^(https?|mailto|tel):/.test(Target) : !files.has(`word/${Target}`)) {
        faults.push(`${part}: target ${Target}`);
      }
    }
  }
  // Pictures, cells, languages.
  for (const drawing of every('wp:docPr'))
    if (!drawing.attributes.descr) faults.push('a picture without a text');
  for (const cell of every('w:tc')) {
    const last = cell.children.at(-1);
    if (typeof last !== 'object' || last.name !== 'w:p')
      faults.push('a cell that does not end in a paragraph');
  }
  for (const table of every('w:tbl')) {
    const columns = child(table, 'w:tblGrid')?.children.length ?? 0;
    for (const row of table.children) {
      if (typeof row === 'string' || row.name !== 'w:tr') continue;
      const cells = row.children.filter((c): c is XmlElement => typeof c !== 'string' && c.name === 'w:tc');
      const width = cells.reduce((sum, cell) => {
        const properties = child(cell, 'w:tcPr');
        return sum + Number((properties && child(properties, 'w:gridSpan')?.attributes['w:val']) ?? 1);
      }, 0);
      if (width !== columns) faults.push(`a row of ${width} in a grid of ${columns}`);
    }
  }
  const languages = [
    ...every('w:lang'),
    ...all('word/styles.xml', 'w:lang'),
    ...all('word/settings.xml', 'w:themeFontLang'),
  ];
  for (const tag of languages.flatMap((element) => Object.values(element.attributes))) {
    if (!/^[a-z]{2,3}-[A-Z]{2}$/.test(tag)) faults.push(`language ${tag}`);
  }
  return faults;
}

const emptyElement: XmlElement = { name: '', attributes: {}, children: [] };

function twice(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}
