import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { Host } from '../../host/host.ts';
import type { FontFaceRule } from '../../style/rules.ts';
import type { Hyphenation } from '../hyphenation/hyphenation.ts';
import type { Shaper } from '../shaping/shaper.ts';
import type { AxisValues } from '../variation/axes.ts';
import type { Face } from './face.ts';
import { type FontFile, missingPackage, openFontFile } from './font-file.ts';
import type { FontStore, StoredFace } from './font-store.ts';
import type { HalvingLookup } from './halving.ts';
import { createLastResort } from './last-resort.ts';
import { axesFor, type FontStyle, matchFaces } from './match-face.ts';
import { withOverrides } from './overridden-face.ts';

/** A declared face at a place in its design space; its file is opened when a text first asks for it. */
export interface DeclaredFace {
  readonly rule: FontFaceRule;
  file(): FontFile;
}

/** A `@font-face` rule, with its faces by the values of their axes. */
interface DeclaredRule {
  readonly rule: FontFaceRule;
  at(axes: AxisValues): DeclaredFace;
  opened(): readonly { readonly rule: FontFaceRule; readonly face: Face }[];
}

/** The faces of a style's families in the order they are tried, with what has been found among them. */
export interface FaceList {
  readonly faces: readonly DeclaredFace[];
  /** By grapheme cluster. */
  readonly covering: Map<string, Covering>;
  /** The first face, where it has all of ASCII; null where it has not. Found at the first text that asks. */
  ascii: PrimaryFace | null | undefined;
}

/** The face that has a cluster, or the face that promises it and is not installed; neither where none has it. */
export interface Covering {
  readonly found: PrimaryFace | undefined;
  readonly absent: DeclaredFace | undefined;
}

/** The declared faces of one document over the fonts a process has open. */
export interface FontBook {
  readonly shaper: Shaper;
  readonly halvingOf: HalvingLookup;
  readonly hyphenation: Hyphenation;
  readonly declared: readonly DeclaredFace[];
  facesOf(style: FontStyle): FaceList;
  /** The face that gives a line its metrics: the first that is there and may hold a space (css-fonts-4 §5.3). */
  primaryFace(style: FontStyle): Face;
  /** The primary face with what shapes it; characters that no face has are drawn as its `.notdef`. */
  primary(style: FontStyle): PrimaryFace;
  /** Faces whose files are broken, each once; the first call of a document's paragraphs gets it. */
  takeDiagnostics(): readonly Diagnostic[];
  /** The faces that were opened so far, in the order of their rules. */
  readonly opened: readonly { readonly rule: FontFaceRule; readonly face: Face }[];
  /** Packages that would bring what texts lacked so far. */
  readonly missing: ReadonlySet<string>;
  /** True at the first call of a document with a key: for what is told once. */
  isFirst(key: string): boolean;
  /** Told of a package that would bring a character. */
  noteMissing(name: string): void;
  /** The error for a face that is needed and not installed; undefined where the book has told of it before. */
  reportMissing(face: DeclaredFace, span: Span): Diagnostic | undefined;
}

/** A face that is open, with what its rule says of it. */
export interface PrimaryFace {
  readonly stored: StoredFace;
  readonly sizeAdjust: number;
  /** Undefined for the last resort. */
  readonly rule: FontFaceRule | undefined;
}

/** A book of a document's `@font-face` rules in cascade order. */
export function createFontBook(host: Host, faces: readonly FontFaceRule[], store: FontStore): FontBook {
  const found: Diagnostic[] = [];
  const told = new Set<string>();
  const lacking = new Set<string>();
  const said = new Set<string>();
  const declared = faces.map((rule) => declare(host, store, rule, found));
  const families = byFamily(declared);
  const initial = declared.map((face) => face.at({}));
  const lists = new Map<string, FaceList>();
  /** Many elements share a style, and each is asked for often. */
  const byStyle = new WeakMap<FontStyle, FaceList>();
  const lastResort = createLastResort();
  const facesOf = (style: FontStyle): FaceList => {
    const known = byStyle.get(style);
    if (known) return known;
    const list = listFor(style);
    byStyle.set(style, list);
    return list;
  };
  const listFor = (style: FontStyle): FaceList => {
    const key = keyOf(style);
    const known = lists.get(key);
    if (known) return known;
    const faces = style.fontFamily.flatMap((name) =>
      matchFaces(families.get(name.toLowerCase()) ?? [], style).map((face) =>
        face.at(axesFor(face.rule, style)),
      ),
    );
    const list: FaceList = { faces, covering: new Map(), ascii: undefined };
    lists.set(key, list);
    return list;
  };
  const primary = (style: FontStyle): PrimaryFace => {
    for (const candidate of facesOf(style).faces) {
      if (!inRange(candidate.rule, 0x20)) continue;
      const file = candidate.file();
      if (file.state === 'open')
        return { stored: file.stored, sizeAdjust: candidate.rule.sizeAdjust, rule: candidate.rule };
    }
    return { stored: lastResort, sizeAdjust: 1, rule: undefined };
  };
  return {
    shaper: store.shaper,
    halvingOf: store.halvingOf,
    hyphenation: store.hyphenation,
    declared: initial,
    facesOf,
    primary,
    primaryFace: (style) => primary(style).stored.face,
    takeDiagnostics: () => found.splice(0),
    get opened() {
      return declared.flatMap((rule) => rule.opened());
    },
    missing: lacking,
    isFirst(key) {
      const isNew = !said.has(key);
      said.add(key);
      return isNew;
    },
    noteMissing: (name) => lacking.add(name),
    reportMissing(face, span) {
      const file = face.file();
      if (file.state !== 'absent') return undefined;
      lacking.add(file.package);
      if (told.has(file.package)) return undefined;
      told.add(file.package);
      return missingPackage(face.rule, file.package, span);
    },
  };
}

/** Whether a rule's unicode-range has a code point. */
export function inRange(rule: FontFaceRule, codePoint: number): boolean {
  return !rule.unicodeRange || rule.unicodeRange.some(([from, to]) => codePoint >= from && codePoint <= to);
}

function keyOf({ fontWeight, fontStyle, fontStretch, fontVariationSettings, fontFamily }: FontStyle): string {
  const settings = Object.entries(fontVariationSettings).join(' ');
  return `${fontWeight} ${fontStyle} ${fontStretch} ${settings} ${fontFamily.join('\n')}`;
}

function declare(host: Host, store: FontStore, rule: FontFaceRule, found: Diagnostic[]): DeclaredRule {
  const places = new Map<string, DeclaredFace>();
  const faces = new Set<Face>();
  let isTold = false;
  const open = (axes: AxisValues): FontFile => {
    const file = openFontFile(host, store, rule, axes);
    if (file.state === 'broken' && !isTold) found.push(file.diagnostic);
    isTold ||= file.state === 'broken';
    if (file.state !== 'open') return file;
    const stored = withOverrides(file.stored, rule);
    faces.add(stored.face);
    return { ...file, stored };
  };
  return {
    rule,
    opened: () => [...faces].map((face) => ({ rule, face })),
    at(axes) {
      const key = JSON.stringify(axes);
      const known = places.get(key);
      if (known) return known;
      let file: FontFile | undefined;
      const face: DeclaredFace = {
        rule,
        file() {
          file ??= open(axes);
          return file;
        },
      };
      places.set(key, face);
      return face;
    },
  };
}

function byFamily(faces: readonly DeclaredRule[]): ReadonlyMap<string, readonly DeclaredRule[]> {
  const families = new Map<string, DeclaredRule[]>();
  for (const face of faces) {
    const name = face.rule.family.toLowerCase();
    const family = families.get(name);
    if (family) family.push(face);
    else families.set(name, [face]);
  }
  return families;
}
