import { childOf, childrenOf, isOn, type PartElement, valOf } from './parse-part.ts';

/** What is known of styles and lists by their ids. */
export interface ReadStyles {
  /** Name of a style without the number that tells looks of one role apart; `Normal` for one that is not there. */
  nameOf(id: string | undefined): string;
  /** Whether a style's text is bold, or slanted, by itself or what it is based on. */
  hasMark(id: string | undefined, mark: 'w:b' | 'w:i'): boolean;
  /** The numbering of a paragraph by its own properties and, where they leave it open, those of its style. */
  numberingOf(properties: PartElement | undefined, style: string | undefined): Numbering | undefined;
  /** Whether a level of a list has bullets; undefined where the list has no such level. */
  isBullet(numbering: Numbering): boolean | undefined;
}

/** A list's id and level as a paragraph or its style names them. */
export interface Numbering {
  /** '' where there is none. */
  readonly list: string;
  /** 0-based. */
  readonly level: number;
}

/** What properties say of a list; each is undefined where they leave it to the style. */
type OwnNumbering = { readonly [key in keyof Numbering]: Numbering[key] | undefined };

/** How far styles are followed along what they are based on. */
const longestChain = 20;

/** Reads the styles of a document, and the lists that they or paragraphs name. */
export function readStyles(styles: PartElement | undefined, numbering: PartElement | undefined): ReadStyles {
  const byId = new Map(childrenOf(styles, 'w:style').map((style) => [style.attributes['w:styleId'], style]));
  const standard = [...byId.values()].find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  );
  const chainOf = (id: string | undefined): readonly PartElement[] => {
    const chain: PartElement[] = [];
    let style = id === undefined ? standard : byId.get(id);
    while (style && chain.length < longestChain) {
      chain.push(style);
      const base = valOf(style, 'w:basedOn');
      style = base === undefined ? undefined : byId.get(base);
    }
    return chain;
  };
  const levels = levelsOf(numbering);
  return {
    nameOf(id) {
      const [style] = chainOf(id);
      return canonicalName(valOf(style, 'w:name') ?? 'Normal');
    },
    hasMark(id, mark) {
      const marks = chainOf(id).map((style) => isOn(childOf(style, 'w:rPr'), mark));
      return marks.find((value) => value !== undefined) ?? false;
    },
    numberingOf(properties, id) {
      const own = numberingIn(properties);
      const ofStyles = chainOf(id).flatMap((style) => numberingIn(childOf(style, 'w:pPr')) ?? []);
      const ofStyle = ofStyles.find(({ list }) => list !== undefined);
      const list = own?.list ?? ofStyle?.list;
      if (list === undefined || list === '') return undefined;
      if (own?.list !== undefined) return { list, level: own.level ?? 0 };
      // A style that is linked to a level is named by it; its own properties may leave the level out.
      return { list, level: own?.level ?? levels.levelOf(list, id) ?? ofStyle?.level ?? 0 };
    },
    isBullet: ({ list, level }) => levels.isBullet(list, level),
  };
}

/** A style's name as we write it: LibreOffice has capitals in those of Word's headings, and takes ours for one of Word's. */
function canonicalName(name: string): string {
  const role = name.replace(/ \(\d+\)$/, '');
  if (/^heading \d$/i.test(role)) return role.toLowerCase();
  return role.toLowerCase() === 'envelope address' ? 'Addressee' : role;
}

/** The numbering that properties of a paragraph name; `list` is '' where they take it away (§17.9.18). */
function numberingIn(properties: PartElement | undefined): OwnNumbering | undefined {
  const numbering = childOf(properties, 'w:numPr');
  if (!numbering) return undefined;
  const [list, level] = [valOf(numbering, 'w:numId'), valOf(numbering, 'w:ilvl')];
  return { list: list === '0' ? '' : list, level: level === undefined ? undefined : Number(level) || 0 };
}

function levelsOf(numbering: PartElement | undefined) {
  const abstract = new Map(
    childrenOf(numbering, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'], list]),
  );
  const lists = new Map(childrenOf(numbering, 'w:num').map((list) => [list.attributes['w:numId'], list]));
  const levelsIn = (id: string): readonly PartElement[] => {
    const list = lists.get(id);
    const named = abstract.get(valOf(list, 'w:abstractNumId'));
    const link = valOf(named, 'w:numStyleLink');
    // A list of a list style has its levels where that style is defined (§17.9.21).
    const found =
      link === undefined ? named : [...abstract.values()].find((each) => valOf(each, 'w:styleLink') === link);
    const overrides = childrenOf(list, 'w:lvlOverride').flatMap((each) => childrenOf(each, 'w:lvl'));
    return [...overrides, ...childrenOf(found, 'w:lvl')];
  };
  return {
    levelOf(list: string, style: string | undefined): number | undefined {
      const found = levelsIn(list).find((level) => valOf(level, 'w:pStyle') === style);
      return found && Number(found.attributes['w:ilvl']);
    },
    isBullet(list: string, level: number): boolean | undefined {
      const found = levelsIn(list).find(({ attributes }) => attributes['w:ilvl'] === String(level));
      const format = valOf(found, 'w:numFmt');
      return format === undefined || format === 'none' ? undefined : format === 'bullet';
    },
  };
}
