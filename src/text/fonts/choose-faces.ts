import type { ComputedStyle } from '../../style/computed-style.ts';
import { generalCategory, isOfCategory } from '../../unicode/general-category.ts';
import { clusterEnds } from '../../unicode/grapheme-clusters.ts';
import { scriptOf } from '../../unicode/script.ts';
import { needsNoGlyph } from '../character.ts';
import { isEastAsian } from '../line-break/line-break-context.ts';
import {
  type Covering,
  type DeclaredFace,
  type FaceList,
  type FontBook,
  inRange,
  type PrimaryFace,
} from './font-book.ts';

/** A stretch of a text that one face draws. */
export interface FaceRun {
  readonly start: number;
  end: number;
  readonly face: PrimaryFace;
}

/** What `chooseFaces` could not cover. */
export interface UncoveredCluster {
  readonly start: number;
  readonly end: number;
  /** A face whose unicode-range has the cluster but whose package is not installed. */
  readonly absent: DeclaredFace | undefined;
}

/** Punctuation whose width differs between Latin and East Asian faces. */
const ambiguous = /^[“”‘’—…·‧‥]$/u;
const opening = '([{（［｛«“‘「『《〈【';
const closing = ')]}）］｝»”’」』》〉】';

/**
 * The face of each grapheme cluster of one text: the first of the style's faces that has it all (css-fonts-4 §5.3).
 * Spaces and punctuation stay with the face before them where it has them, so that a run is not cut at each of
 * them; a closing bracket takes the face of its opening one.
 */
export function chooseFaces(
  text: string,
  style: ComputedStyle,
  book: FontBook,
): { readonly runs: readonly FaceRun[]; readonly uncovered: readonly UncoveredCluster[] } {
  const single = singleFace(text, book.facesOf(style), isEastAsian(style.language));
  if (single) return { runs: [{ start: 0, end: text.length, face: single }], uncovered: [] };
  const runs: FaceRun[] = [];
  const uncovered: UncoveredCluster[] = [];
  const chooser = createChooser(style, book);
  let start = 0;
  for (const end of clusterEnds(text)) {
    const choice = chooser.choose(text, start, end);
    if (choice.missing) uncovered.push({ start, end, absent: choice.absent });
    const last = runs.at(-1);
    if (last && last.face.stored === choice.face.stored && last.face.sizeAdjust === choice.face.sizeAdjust) {
      last.end = end;
    } else runs.push({ start, end, face: choice.face });
    start = end;
  }
  return { runs, uncovered };
}

/** The one face that draws all of a text, where it is so for each of its characters by itself: of most texts without marks. */
function singleFace(text: string, list: FaceList, eastAsian: boolean): PrimaryFace | undefined {
  const ascii = asciiFace(list);
  if (ascii && text !== '' && !notAscii.test(text)) return ascii;
  let face: PrimaryFace | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!standsAlone(unit) && (eastAsian || !isPunctuation(unit))) return undefined;
    const found = ascii && unit < 0x7f ? ascii : firstCovering(text.charAt(at), list).found;
    if (!found) return undefined;
    if (face && (found.stored !== face.stored || found.sizeAdjust !== face.sizeAdjust)) return undefined;
    face ??= found;
  }
  return face;
}

const notAscii = /[^\x20-\x7e]/;

const printable = String.fromCharCode(...Array.from({ length: 0x5f }, (_, i) => 0x20 + i));

/** The face of all of ASCII: the first of a list, if it has it. No other needs to be opened for that. */
function asciiFace(list: FaceList): PrimaryFace | undefined {
  if (list.ascii === undefined) {
    const first = list.faces[0];
    const file = first && !first.rule.unicodeRange ? first.file() : undefined;
    const isWhole = file?.state === 'open' && [...printable].every((character) => covers(file, character));
    list.ascii = isWhole ? (firstCovering(' ', list).found ?? null) : null;
  }
  return list.ascii ?? undefined;
}

/** Dashes, quotes and dots that stand by themselves; East Asian text takes some of them from another face. */
function isPunctuation(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2027) || unit === 0xb7;
}

/** Characters that are clusters of their own, drawn, and taken from the same face in all languages. */
function standsAlone(unit: number): boolean {
  if (unit < 0x250) return unit >= 0x20 && (unit < 0x7f || unit > 0x9f) && unit !== 0xad && unit !== 0xb7;
  for (let i = 0; i < alone.length; i += 2) if (unit <= alone[i + 1]!) return unit >= alone[i]!;
  return false;
}

/**
 * First and last of each stretch of them beyond Latin: letters and punctuation of Greek, Cyrillic, Hebrew and Arabic; of
 * East Asian text, marks of tone and voice left out.
 */
const alone: readonly number[] = [
  ...[0x370, 0x481, 0x48a, 0x52f, 0x5d0, 0x5ea, 0x60c, 0x60c, 0x61b, 0x61b, 0x61f, 0x63a, 0x641, 0x64a],
  ...[0x660, 0x66f, 0x671, 0x6d3, 0x3001, 0x3029, 0x3041, 0x3096, 0x30a0, 0x30ff, 0x3400, 0x4dbf],
  ...[0x4e00, 0x9fff, 0xac00, 0xd7a3, 0xff01, 0xff60],
];

interface Choice {
  readonly face: PrimaryFace;
  readonly missing: boolean;
  readonly absent: DeclaredFace | undefined;
}

function createChooser(style: ComputedStyle, book: FontBook) {
  const primary = book.primary(style);
  const list = book.facesOf(style);
  const eastAsian = isEastAsian(style.language);
  const open: { readonly bracket: string; readonly face: PrimaryFace }[] = [];
  let previous: PrimaryFace | undefined;
  const keep = (face: PrimaryFace): Choice => {
    previous = face;
    return { face, missing: false, absent: undefined };
  };
  const choose = (text: string, start: number, end: number): Choice => {
    const cluster = text.slice(start, end);
    const point = cluster.codePointAt(0)!;
    if (isInvisible(cluster)) return keep(previous ?? primary);
    const common = isCommon(point);
    const opener = opening[closing.indexOf(cluster)];
    const partner = opener && closing.includes(cluster) ? takePartner(open, opener) : undefined;
    const wide = eastAsian && ambiguous.test(cluster) && !insideWord(text, start, end);
    const preferred =
      partner ??
      (wide ? firstCovering('、', list).found : common ? (previous ?? after(text, end)) : undefined);
    if (preferred && mayTake(preferred, cluster)) {
      if (opening.includes(cluster)) open.push({ bracket: cluster, face: preferred });
      return keep(preferred);
    }
    const { found, absent } = firstCovering(cluster, list);
    if (!found) {
      return { face: previous ?? primary, missing: true, absent };
    }
    if (opening.includes(cluster)) open.push({ bracket: cluster, face: found });
    return keep(found);
  };
  /** The face of the first letter that follows: a text that starts with punctuation goes with what it opens. */
  const after = (text: string, from: number): PrimaryFace | undefined => {
    for (const character of text.slice(from, from + 16)) {
      const point = character.codePointAt(0)!;
      if (!isCommon(point) && !isOfCategory(point, 'N')) return firstCovering(character, list).found;
    }
    return undefined;
  };
  return { choose };
}

function takePartner(open: { readonly bracket: string; readonly face: PrimaryFace }[], bracket: string) {
  const at = open.findLastIndex((entry) => entry.bracket === bracket);
  return at < 0 ? undefined : open.splice(at)[0]!.face;
}

/**
 * The first face of the style, in order, that has the cluster. A face that is not installed stops the search where
 * its unicode-range promises the cluster, or where it is the style's first: another would draw the text in a
 * language's wrong forms without a word. One further on that promises nothing is passed over, as CSS does.
 */
function firstCovering(cluster: string, list: FaceList): Covering {
  const known = list.covering.get(cluster);
  if (known) return known;
  const found = findCovering(cluster, list.faces);
  list.covering.set(cluster, found);
  return found;
}

function findCovering(cluster: string, faces: readonly DeclaredFace[]): Covering {
  const points = [...cluster].map((c) => c.codePointAt(0)!).filter((c) => !needsNoGlyph(c));
  for (const declared of faces) {
    if (!points.every((c) => inRange(declared.rule, c))) continue;
    const file = declared.file();
    if (file.state === 'absent' && (declared.rule.unicodeRange || declared === faces[0])) {
      return { found: undefined, absent: declared };
    }
    if (file.state !== 'open' || !covers(file, cluster)) continue;
    const { rule } = declared;
    return { found: { stored: file.stored, sizeAdjust: rule.sizeAdjust, rule }, absent: undefined };
  }
  return { found: undefined, absent: undefined };
}

/** Whether a neighbour's face has a cluster and its unicode-range lets it be used. */
function mayTake(face: PrimaryFace, cluster: string): boolean {
  const { rule } = face;
  const allowed = !rule?.unicodeRange || [...cluster].every((c) => inRange(rule, c.codePointAt(0)!));
  return allowed && covers(face, cluster);
}

/** Whether a face has every character of a cluster, as it is or in another normal form. */
export function covers({ stored }: Pick<PrimaryFace, 'stored'>, cluster: string): boolean {
  const has = (text: string) => {
    for (const character of text) {
      const point = character.codePointAt(0)!;
      if (stored.face.glyphOf(point) === 0 && !needsNoGlyph(point) && !substituted(stored, point))
        return false;
    }
    return true;
  };
  return (
    has(cluster) ||
    (cluster.charCodeAt(0) > 0x7f || cluster.length > 1
      ? has(cluster.normalize('NFC')) || has(cluster.normalize('NFD'))
      : false)
  );
}

/** Characters that HarfBuzz makes from others: spaces from the space, the non-breaking hyphen from the hyphen. */
function substituted({ face }: PrimaryFace['stored'], point: number): boolean {
  if (point === 0xa0 || point === 0x202f || point === 0x205f || (point >= 0x2000 && point <= 0x200a)) {
    return face.glyphOf(0x20) !== 0;
  }
  return point === 0x2011 && face.glyphOf(0x2010) !== 0;
}

function isCommon(point: number): boolean {
  if (point < 0x80)
    return !((point | 0x20) >= 0x61 && (point | 0x20) <= 0x7a) && !(point >= 0x30 && point <= 0x39);
  if (point >= 0x4e00 && point <= 0x9fff) return false;
  const category = generalCategory(point);
  return category.startsWith('P') || category === 'Zs';
}

/** An apostrophe or dot between letters that are not East Asian. */
function insideWord(text: string, start: number, end: number): boolean {
  if (start === 0 || end === text.length) return false;
  return isNarrowLetter(text.charCodeAt(start - 1)) && isNarrowLetter(text.charCodeAt(end));
}

function isNarrowLetter(unit: number): boolean {
  return ['Latn', 'Cyrl', 'Grek'].includes(scriptOf(unit)) || isOfCategory(unit, 'N');
}

function isInvisible(cluster: string): boolean {
  if (cluster.length === 1) return needsNoGlyph(cluster.charCodeAt(0));
  return [...cluster].every((c) => needsNoGlyph(c.codePointAt(0)!));
}
