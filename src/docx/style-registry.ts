import { createListRegistry, type ListRegistry, type NumberingLink } from './list-registry.ts';
import type { TableLook } from './model.ts';
import type { ListLevel, RunProperties, StyleProperties } from './style-properties.ts';

/** A style as styles.xml will have it. `base`: the role's first style, where this is another look of it. */
export type StyleDefinition = ParagraphStyle | CharacterStyle | TableStyle;

/** A paragraph style. */
export interface ParagraphStyle {
  readonly kind: 'paragraph';
  readonly id: string;
  readonly name: string;
  /** What it is before a box or a number is added to tell looks apart. */
  readonly role: string;
  readonly base: ParagraphStyle | undefined;
  readonly properties: StyleProperties;
  readonly numbering: NumberingLink | undefined;
}

/** A character style, as it departs from the paragraph's. */
export interface CharacterStyle {
  readonly kind: 'character';
  readonly id: string;
  readonly name: string;
  readonly base: CharacterStyle | undefined;
  readonly difference: Partial<RunProperties>;
}

/** A table style. */
export interface TableStyle {
  readonly kind: 'table';
  readonly id: string;
  readonly name: string;
  readonly base: undefined;
  readonly look: TableLook;
}

/** The named styles and lists of one document; they are made as its text is compiled. Every call gives a style's id. */
export interface StyleRegistry {
  /** `box`: the named box that the paragraph stands in: `Action` makes `Action List Bullet` of `List Bullet`. */
  paragraph(role: string, properties: StyleProperties, box?: string): string;
  /** The first style of a role, which looks as Normal where there is none yet. */
  styleOf(role: string): string;
  character(role: string, difference: Partial<RunProperties>): string;
  table(role: string, look: TableLook): string;
  /** The first paragraph style of a role. */
  firstParagraph(role: string): ParagraphStyle | undefined;
  hasCharacter(role: string): boolean;
  hasTable(role: string): boolean;
  readonly styles: readonly StyleDefinition[];
  readonly lists: ListRegistry;
}

/** An id made of a style's name; ids are ASCII, so a name in another script is numbered. */
function idOf(name: string, taken: ReadonlySet<string>): string {
  const [, role = '', number = ''] = /^(.*?)(?: \((\d+)\))?$/s.exec(name) ?? [];
  const words = role
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Style';
  const stem = number === '' ? joined : `${joined}-${number}`;
  let id = stem;
  for (let n = 2; taken.has(id.toLowerCase()); n++) id = `${stem}-${n}`;
  return id;
}

interface Book<S extends StyleDefinition> {
  readonly byLook: Map<string, S>;
  /** First style of each role. */
  readonly first: Map<string, S>;
  readonly counts: Map<string, number>;
}

const newBook = <S extends StyleDefinition>(): Book<S> => ({
  byLook: new Map(),
  first: new Map(),
  counts: new Map(),
});

/** The name of a role's style in a box: the box itself, or both names. */
function nameIn(box: string | undefined, role: string): string {
  if (box === undefined || box.toLowerCase() === role.toLowerCase()) return role;
  return `${box} ${role.charAt(0).toUpperCase()}${role.slice(1)}`;
}

/** A registry with Normal alone. */
export function createStyleRegistry(normal: StyleProperties): StyleRegistry {
  const styles: StyleDefinition[] = [];
  const names = new Set<string>();
  const ids = new Set<string>();
  const lists = createListRegistry();
  const paragraphs = newBook<ParagraphStyle>();
  const characters = newBook<CharacterStyle>();
  const tables = newBook<TableStyle>();

  const uniqueName = (role: string, count: number, kind: string): string => {
    const wanted = count === 1 ? role : `${role} (${count})`;
    // Word's style names are unique over all kinds, whatever their case.
    return names.has(wanted.toLowerCase()) ? `${wanted} ${kind}` : wanted;
  };
  const find = <S extends StyleDefinition>(
    book: Book<S>,
    kind: S['kind'],
    role: string,
    look: unknown,
    make: (id: string, name: string, base: S | undefined) => S,
    box?: string,
  ): string => {
    const wanted = nameIn(box, role);
    const family = wanted.toLowerCase();
    const key = JSON.stringify([family, look]);
    const known = book.byLook.get(key);
    if (known) return known.id;
    const count = (book.counts.get(family) ?? 0) + 1;
    const name = uniqueName(wanted, count, kind);
    const id = idOf(name, ids);
    const style = make(id, name, book.first.get(role.toLowerCase()));
    names.add(name.toLowerCase());
    ids.add(id.toLowerCase());
    book.byLook.set(key, style);
    book.counts.set(family, count);
    if (!book.first.has(role.toLowerCase())) book.first.set(role.toLowerCase(), style);
    styles.push(style);
    return id;
  };
  const numberingOf = (
    id: string,
    role: string,
    level: ListLevel | undefined,
    properties: StyleProperties,
    base: ParagraphStyle | undefined,
  ): NumberingLink | undefined => {
    const inherited = base?.properties.paragraph.list;
    if (!level || (inherited && JSON.stringify(inherited) === JSON.stringify(level))) return undefined;
    const linked = styles.find(
      (style) => style.kind === 'paragraph' && style.numbering && familyStyle(style, role, level),
    ) as ParagraphStyle | undefined;
    return linked?.numbering ?? lists.link(id, role, level, properties);
  };
  const familyStyle = (style: ParagraphStyle, role: string, level: ListLevel): boolean =>
    style.role.toLowerCase() === role.toLowerCase() &&
    JSON.stringify(style.properties.paragraph.list) === JSON.stringify(level);

  const registry: StyleRegistry = {
    styles,
    lists,
    firstParagraph: (role) => paragraphs.first.get(role.toLowerCase()),
    hasCharacter: (role) => characters.first.has(role.toLowerCase()),
    hasTable: (role) => tables.first.has(role.toLowerCase()),
    paragraph: (role, properties, box) =>
      find(
        paragraphs,
        'paragraph',
        role,
        properties,
        (id, name, base) => {
          const numbering = numberingOf(id, role, properties.paragraph.list, properties, base);
          return { kind: 'paragraph', id, name, role, base, properties, numbering };
        },
        box,
      ),
    styleOf: (role) => registry.firstParagraph(role)?.id ?? registry.paragraph(role, normal),
    character: (role, difference) =>
      find(characters, 'character', role, difference, (id, name, base) => ({
        kind: 'character',
        id,
        name,
        base,
        difference,
      })),
    table: (role, look) =>
      find(tables, 'table', role, look, (id, name) => ({ kind: 'table', id, name, base: undefined, look })),
  };
  registry.paragraph('Normal', normal);
  return registry;
}
