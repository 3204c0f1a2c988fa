import { resolve } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../src/diagnostics/source.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import type { FontFaceRule } from '../../src/style/rules.ts';
import { createFontBook, type FontBook } from '../../src/text/fonts/font-book.ts';
import { createFontStore, type FontStore } from '../../src/text/fonts/font-store.ts';
import type { InlineItem, Line, ShapedParagraph, TextItem } from '../../src/text/paragraph.ts';
import { shapeParagraph } from '../../src/text/shape-paragraph.ts';
import { loadShaper } from '../../src/text/shaping/shaper.ts';
import { faceRule } from '../style/support/font-face.ts';
import { initialStyle } from '../style/support/initial-style.ts';

/** The packages whose faces the tests use. */
const packages = [
  'noto-sans',
  'noto-sans-hk',
  'noto-sans-sc',
  'amiri',
  'noto-kufi-arabic',
  'fira-sans-extra-condensed',
  'noto-sans-thai',
];

/** A host whose font packages are the installed ones. */
export function fontHost(campaign: Record<string, string | Uint8Array> = {}, more: readonly string[] = []) {
  const names = [...[...packages, ...more].map((name) => `@expo-google-fonts/${name}`), 'source-sans'];
  const packageRoots = Object.fromEntries(names.map((name) => [name, resolve('node_modules', name)]));
  return createMemoryHost({ campaign, packageRoots });
}

const npm = 'npm:@expo-google-fonts';
export const rules = {
  latin: faceRule('Noto Sans', `${npm}/noto-sans/400Regular/NotoSans_400Regular.ttf`),
  latinBold: faceRule('Noto Sans', `${npm}/noto-sans/700Bold/NotoSans_700Bold.ttf`, {
    weight: { min: 700, max: 700 },
  }),
  chinese: faceRule('Noto Sans HK', `${npm}/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf`),
  simplified: faceRule('Noto Sans SC', `${npm}/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf`),
  arabic: faceRule('Amiri', `${npm}/amiri/400Regular/Amiri_400Regular.ttf`),
  thai: faceRule('Noto Sans Thai', `${npm}/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf`),
  japanese: faceRule('Noto Sans JP', `${npm}/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf`, {
    unicodeRange: [
      [0x3000, 0x30ff],
      [0x4e00, 0x9fff],
    ],
  }),
};

/** The style of a paragraph in the three scripts that most tests write. */
export function style(more: Partial<ComputedStyle> = {}): ComputedStyle {
  return { ...initialStyle, fontFamily: ['Noto Sans', 'Noto Sans HK', 'Amiri'], ...more };
}

/** A text item whose span is the text itself, in a file of its own. */
export function textItem(text: string, itemStyle: ComputedStyle): TextItem {
  const source: SourceFile = { name: 'a.md', root: 'campaign', path: 'a.md', text };
  const span: Span = { source, start: 0, end: text.length };
  return { kind: 'text', text, style: itemStyle, span };
}

let store: Promise<FontStore> | undefined;

/** A book over the installed faces, and those of more packages; the store is shared by a test file. */
export async function book(
  faces: readonly FontFaceRule[] = Object.values(rules),
  more: readonly string[] = [],
): Promise<FontBook> {
  store ??= loadShaper().then(createFontStore);
  return createFontBook(fontHost({}, more), faces, await store);
}

/** Loads the hyphenation patterns of languages, for the books of a test file. */
export async function loadPatterns(...languages: readonly string[]): Promise<void> {
  const { hyphenation } = await book();
  for (const language of languages) await hyphenation.load(language);
}

/** Shapes and returns what it found too. */
export async function shapeItems(
  items: readonly InlineItem[],
  paragraphStyle: ComputedStyle,
  faces?: readonly FontFaceRule[],
  more?: readonly string[],
): Promise<{ readonly paragraph: ShapedParagraph; readonly diagnostics: readonly Diagnostic[] }> {
  const { value, diagnostics } = shapeParagraph({ items, style: paragraphStyle }, await book(faces, more));
  return { paragraph: value, diagnostics };
}

/** Shapes one text and fails on any diagnostic. */
export async function shapeText(text: string, more: Partial<ComputedStyle> = {}): Promise<ShapedParagraph> {
  const own = style(more);
  const { paragraph, diagnostics } = await shapeItems([textItem(text, own)], own);
  if (diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return paragraph;
}

/** A line's text in logical order, hanging white space included. */
export function textOf(line: Line): string {
  return line.pieces
    .flatMap((piece) => (piece.kind === 'glyphs' ? [piece] : []))
    .sort((a, b) => a.item - b.item || a.offset - b.offset)
    .map((piece) => piece.text)
    .join('');
}

/** The lines' texts at one width. */
export function linesAt(paragraph: ShapedParagraph, width: number): string[] {
  return paragraph.breakLines(() => width).map(textOf);
}
