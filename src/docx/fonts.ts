import type { FontProfile } from '../campaign/campaign.ts';
import { maximized, slotOf } from './languages.ts';

/** A font for each of Word's groups of scripts (§17.3.2.26). */
export interface FontSet {
  /** Of Latin, Greek and Cyrillic. */
  readonly latin: string;
  readonly eastAsian: string;
  readonly complex: string;
}

/** The fonts for text in a CSS font list, in a document of this language. */
export function fontSet(families: readonly string[], language: string, profile: FontProfile): FontSet {
  const latin = latinFont(families, profile);
  const slot = slotOf(language);
  const isOwn = (asked: 'eastAsia' | 'complex'): boolean => profile === 'open' && slot === asked;
  return {
    latin,
    eastAsian: isOwn('eastAsia') ? latin : eastAsianFont(language, profile),
    complex: isOwn('complex') ? latin : complexFont(language, profile),
  };
}

const genericFamilies: ReadonlySet<string> = new Set(['serif', 'sans-serif', 'monospace', 'system-ui']);

/** The font for Latin, Greek and Cyrillic of a CSS font list: the first it names, or one that comes with every Word. */
export function latinFont(families: readonly string[], profile: FontProfile): string {
  const first = families[0] ?? 'sans-serif';
  if (profile === 'open' && !genericFamilies.has(first)) return first;
  if (/mono|courier|consol/i.test(first)) return 'Courier New';
  if (/condensed|narrow|compressed/i.test(first)) return 'Arial Narrow';
  if (/\bserif\b|times|georgia/i.test(first) && !/sans/i.test(first)) return 'Cambria';
  return 'Calibri';
}

/** The East Asian font for a language; it also decides Han glyph forms in Latin documents. */
function eastAsianFont(language: string, profile: FontProfile): string {
  const { language: own, script, region } = maximized(language);
  if (profile === 'open') {
    if (own === 'ja') return 'Noto Sans JP';
    if (own === 'ko') return 'Noto Sans KR';
    if (script === 'Hans') return 'Noto Sans SC';
    return region === 'TW' ? 'Noto Sans TC' : 'Noto Sans HK';
  }
  if (own === 'ja') return 'Yu Gothic';
  if (own === 'ko') return 'Malgun Gothic';
  return script === 'Hans' ? 'Microsoft YaHei' : 'Microsoft JhengHei';
}

const openFonts: Readonly<Record<string, string>> = {
  Hebr: 'Noto Sans Hebrew',
  Deva: 'Noto Sans Devanagari',
  Beng: 'Noto Sans Bengali',
  Taml: 'Noto Sans Tamil',
  Thai: 'Noto Sans Thai',
};

/** The font for a language in a complex script; that of Arabic where the language has none. */
function complexFont(language: string, profile: FontProfile): string {
  const script = maximized(language).script ?? 'Latn';
  if (profile === 'open') return openFonts[script] ?? 'Amiri';
  if (script === 'Thai' || script === 'Laoo' || script === 'Khmr') return 'Leelawadee UI';
  if (script === 'Mymr') return 'Myanmar Text';
  return ['Deva', 'Beng', 'Taml'].includes(script) ? 'Nirmala UI' : 'Arial';
}
