import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { partOfSpan } from '../diagnostics/source.ts';
import type { FontFaceRule } from '../style/rules.ts';
import { needsNoGlyph } from './character.ts';
import { covers, type UncoveredCluster } from './choose-faces.ts';
import { type DeclaredFace, type FontBook, inRange } from './font-book.ts';
import { npmAddress } from './font-file.ts';
import type { Paragraph, TextItem } from './paragraph.ts';

/** One diagnostic for each different cluster of a paragraph that no face has, at its first place. */
export function reportUncovered(
  paragraph: Paragraph,
  uncovered: readonly (UncoveredCluster & { readonly item: number })[],
  book: FontBook,
): readonly Diagnostic[] {
  const told = new Set<string>();
  return uncovered.flatMap(({ item, start, end, absent }) => {
    const { text, style, span } = paragraph.items[item] as TextItem;
    const cluster = text.slice(start, end);
    const place = partOfSpan(span, text, start, end);
    if (absent) return book.reportMissing(absent, place) ?? [];
    if (told.has(cluster)) return [];
    told.add(cluster);
    const points = [...cluster].map((c) => c.codePointAt(0)!).filter((c) => !needsNoGlyph(c));
    const names = points.map((c) => `U+${c.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
    const fonts = style.fontFamily.map((name) => `“${name}”`).join(', ');
    const message = `no font has “${cluster}” (${names}, language ${style.language}) among ${fonts}`;
    return diagnose('glyph-missing', message, place, hintFor(cluster, points, style.language, book));
  });
}

/** What would bring the character: a package to install, or the language that a declared face is chosen by. */
function hintFor(cluster: string, points: readonly number[], language: string, book: FontBook): string {
  const promising = book.declared.filter(({ rule }) => points.every((c) => inRange(rule, c)));
  const installed = promising.find((declared) => {
    const file = declared.file();
    return file.state === 'open' && covers({ stored: file.stored }, cluster);
  });
  const script = book.shaper.scriptOf(points.find((c) => book.shaper.scriptOf(c) !== 'Zyyy') ?? 0);
  const absent = promising.find((face) => face.file().state === 'absent' && promises(face.rule, script));
  if (installed) {
    return `the font “${installed.rule.family}” has it: mark the words with their language (now ${language}), :lang[…]{lang="…"}, or add the font to font-family`;
  }
  return absent
    ? `npm i ${packageOf(absent)}`
    : 'declare a font that has it with @font-face, and name it in font-family';
}

/** Whether a face that cannot be looked into is for a script: by its unicode-range, else by its family's name. */
function promises(rule: FontFaceRule, script: string): boolean {
  if (rule.unicodeRange) return true;
  const regional: Readonly<Record<string, RegExp>> = {
    Hani: / (SC|TC|HK|JP)$/,
    Hira: / JP$/,
    Kana: / JP$/,
    Hang: / KR$/,
  };
  const name = new Intl.DisplayNames('en', { type: 'script' }).of(script) ?? script;
  return regional[script]?.test(rule.family) ?? rule.family.includes(name);
}

function packageOf({ rule }: DeclaredFace): string {
  return npmAddress(rule.url)?.name ?? rule.url;
}
