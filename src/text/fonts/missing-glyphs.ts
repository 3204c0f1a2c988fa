import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { partOfSpan } from '../../diagnostics/source.ts';
import type { FontFaceRule } from '../../style/rules.ts';
import { scriptOf } from '../../unicode/script.ts';
import { needsNoGlyph } from '../character.ts';
import type { Paragraph, TextItem } from '../paragraph.ts';
import { covers, type UncoveredCluster } from './choose-faces.ts';
import { type DeclaredFace, type FontBook, inRange } from './font-book.ts';
import { npmAddress } from './font-file.ts';

type Uncovered = UncoveredCluster & { readonly item: number };

/**
 * What no face of a paragraph has: one diagnostic a script, at its first place, with the code points of all that
 * are missing; and one for each package that is not installed.
 */
export function reportUncovered(
  paragraph: Paragraph,
  uncovered: readonly Uncovered[],
  book: FontBook,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const byScript = new Map<string, Uncovered[]>();
  for (const place of uncovered) {
    const { item, start, end, absent } = place;
    const { text, span } = textItem(paragraph, item);
    const told = absent && book.reportMissing(absent, partOfSpan(span, text, start, end));
    if (told) diagnostics.push(told);
    if (absent) continue;
    const script = clusterScript(pointsOf(text.slice(start, end)));
    byScript.set(script, [...(byScript.get(script) ?? []), place]);
  }
  for (const places of byScript.values()) diagnostics.push(missingGlyphs(paragraph, places, book));
  return diagnostics;
}

function textItem(paragraph: Paragraph, item: number): TextItem {
  return paragraph.items[item] as TextItem;
}

/** More code points than this are only counted. */
const mostNamed = 12;

function missingGlyphs(paragraph: Paragraph, places: readonly Uncovered[], book: FontBook): Diagnostic {
  const clusterOf = ({ item, start, end }: Uncovered): string =>
    textItem(paragraph, item).text.slice(start, end);
  const first = places[0]!;
  const { text, style, span } = textItem(paragraph, first.item);
  const cluster = clusterOf(first);
  const others = [...new Set(places.flatMap((place) => pointsOf(clusterOf(place)).map(codePointName)))];
  const own = pointsOf(cluster).map(codePointName);
  const rest = others.filter((name) => !own.includes(name));
  const more = rest.length > mostNamed ? ` and ${rest.length - mostNamed} more` : '';
  const also = rest.length ? `; nor ${rest.slice(0, mostNamed).join(' ')}${more}` : '';
  const fonts = style.fontFamily.map((name) => `“${name}”`).join(', ');
  const message = `no font has “${cluster}” (${own.join(' ')}, language ${style.language}) among ${fonts}${also}`;
  const hint = hintFor(cluster, pointsOf(cluster), style.language, book);
  return diagnose('glyph-missing', message, partOfSpan(span, text, first.start, first.end), hint);
}

function pointsOf(cluster: string): readonly number[] {
  return [...cluster].map((c) => c.codePointAt(0)!).filter((c) => !needsNoGlyph(c));
}

function codePointName(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function clusterScript(points: readonly number[]): string {
  return scriptOf(points.find((c) => scriptOf(c) !== 'Zyyy') ?? 0);
}

/** What would bring the character: a package to install, or the language that a declared face is chosen by. */
function hintFor(cluster: string, points: readonly number[], language: string, book: FontBook): string {
  const promising = book.declared.filter(({ rule }) => points.every((c) => inRange(rule, c)));
  const installed = promising.find((declared) => {
    const file = declared.file();
    return file.state === 'open' && covers({ stored: file.stored }, cluster);
  });
  const script = clusterScript(points);
  const absent = promising.find((face) => face.file().state === 'absent' && promises(face.rule, script));
  if (installed) {
    return `the font “${installed.rule.family}” has it: mark the words with their language (now ${language}), :lang[…]{lang="…"}, or add the font to font-family`;
  }
  if (absent) book.noteMissing(packageOf(absent));
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
