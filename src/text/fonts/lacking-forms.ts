import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { partOfSpan } from '../../diagnostics/source.ts';
import type { ComputedStyle } from '../../style/computed-style.ts';
import type { ParagraphText } from '../paragraph-text.ts';
import type { TextRun } from '../shaping/itemize.ts';
import type { FontBook } from './font-book.ts';

/** A form that a style asks for and a face has not, in words, with what would bring it. */
interface Lack {
  readonly form: string;
  readonly hint: string;
}

/** Scripts that have italics; text of others stays upright in italic surroundings, as it should. */
const slanted: readonly string[] = ['Latn', 'Grek', 'Cyrl'];

const capitals = ['smcp', 'c2sc', 'pcap', 'c2pc', 'unic', 'titl'];
const positions = ['subs', 'sups'];

const bold: Lack = {
  form: 'bold face',
  hint: 'declare one with @font-face, or accept what there is with font-synthesis: none',
};
const italic: Lack = { ...bold, form: 'italic face' };
const smallCapitals: Lack = {
  form: 'small capitals',
  hint: 'take a font that has them, or accept what there is with font-synthesis: none',
};
const scripts: Lack = { ...smallCapitals, form: 'raised and lowered figures' };

/**
 * Warns once a family and document of forms that its faces lack: nothing is made up by thickening, slanting or shrinking
 * (css-fonts-4 §2.8.5 lets browsers do that).
 */
export function reportLacking(
  text: ParagraphText,
  runs: readonly TextRun[],
  book: FontBook,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const run of runs) {
    const item = text.items[run.item]!;
    if (item.kind !== 'text' || !mayLack(item.style)) continue;
    for (const { form, hint } of lacksOf(run, item.style)) {
      const family = run.face.rule?.family ?? '';
      if (!book.isFirst(`${family} ${form}`)) continue;
      const start = text.segments[text.segmentAt[run.start]!]!.start;
      const place = partOfSpan(item.span, item.text, run.start - start, run.end - start);
      const message = `the font “${family}” has no ${form}, and none is made up`;
      diagnostics.push(diagnose('font-synthesis', message, place, hint));
    }
  }
  return diagnostics;
}

/** False for most text: it asks for nothing special. */
function mayLack({ fontWeight, fontStyle, fontFeatures }: ComputedStyle): boolean {
  if (fontWeight >= 600 || fontStyle !== 'normal') return true;
  for (const _tag in fontFeatures) return true;
  return false;
}

function lacksOf({ face, script }: TextRun, style: ComputedStyle): readonly Lack[] {
  const { rule, stored } = face;
  if (!rule) return [];
  const lacks: Lack[] = [];
  const isLight = style.fontWeight >= 600 && rule.weight.max < 600;
  if (isLight && style.fontSynthesisWeight === 'auto') lacks.push(bold);
  const isUpright = style.fontStyle !== 'normal' && rule.style === 'normal' && slanted.includes(script);
  if (isUpright && style.fontSynthesisStyle === 'auto') lacks.push(italic);
  const lacksAny = (tags: readonly string[]) =>
    tags.some((tag) => (style.fontFeatures[tag] ?? 0) > 0 && !stored.face.hasFeature(tag));
  if (style.fontSynthesisSmallCaps === 'auto' && lacksAny(capitals)) lacks.push(smallCapitals);
  if (style.fontSynthesisPosition === 'auto' && lacksAny(positions)) lacks.push(scripts);
  return lacks;
}
