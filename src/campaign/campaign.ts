import type { SourceFile } from '../diagnostics/source.ts';
import type { Imprint } from './imprint.ts';
import type { Locale } from './locale.ts';

/** Text in several locales, by tag; looked up through the locale's fallback chain. */
export type LocalizedText = Readonly<Record<string, string>>;

/** Paper families a reading edition or an imposed one is made for. */
export type Paper = 'a4' | 'letter';

/** Which fonts a Word file names: those that come with Word, or the open ones that its PDF is set in. */
export type FontProfile = 'office' | 'open';

/** Who publishes; an empty string where the campaign left it out. */
export interface Organisation {
  readonly name: LocalizedText;
  readonly email: string;
  readonly postalAddress: string;
}

/** campaign.yaml, validated, with its defaults filled in. */
export interface Campaign {
  readonly source: SourceFile;
  /** `[a-z0-9-]+`, used in file names. */
  readonly id: string;
  readonly version: string;
  /** ISO yyyy-mm-dd: `date`, else SOURCE_DATE_EPOCH's day in UTC, else undefined. */
  readonly date: string | undefined;
  readonly title: LocalizedText;
  readonly sourceLocale: Locale;
  /** In the order of campaign.yaml, the source locale among them. */
  readonly locales: readonly Locale[];
  readonly papers: readonly Paper[];
  readonly url: string;
  readonly organisation: Organisation;
  /** CSS colours by name; each becomes the custom property `--<name>`. */
  readonly colours: Readonly<Record<string, string>>;
  readonly fonts: { readonly system: boolean; readonly docx: FontProfile };
  readonly imprint: Imprint;
}
