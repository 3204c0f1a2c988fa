import type { SourceFile } from '../diagnostics/source.ts';
import type { Edition } from './edition.ts';

/** The front matter keys that every kind has. */
export const commonKeys = ['title', 'summary', 'lang', 'review', 'translates', 'facts'] as const;

/** What a front matter key of a kind may hold. */
export type KeyType = 'text' | 'date' | 'number' | 'count' | 'boolean' | 'list' | 'choice';

/** The most that a `count` may be; the least is 1. */
export const mostCounted = 100;

/** An optional front matter key that a kind adds. */
export interface KindKey {
  readonly name: string;
  readonly type: KeyType;
  readonly required: boolean;
  /** For `choice`. */
  readonly choices: readonly string[];
}

/**
 * A kind of document: a folder under `templates/` with kind.yaml, template.hbs and style.css. What of it belongs to the
 * tool may be read only when it is asked for.
 */
export interface Kind {
  /** Folder name under `templates/`: `leaflet`. */
  readonly name: string;
  readonly source: SourceFile;
  /** Folder of its documents in a campaign: `leaflets`. */
  readonly folder: string;
  /** The body is free Markdown, or the four sections of a resolution. */
  readonly body: 'text' | 'resolution';
  /** More pages than this in the reading edition is an error; undefined: any number. */
  readonly maxPages: number | undefined;
  readonly keys: readonly KindKey[];
  readonly formats: readonly ('pdf' | 'docx')[];
  /** Besides the reading edition; the names are distinct. */
  readonly editions: readonly Edition[];
  /** Paths inside the root the kind was found in, or the campaign's override, each resolved file by file. */
  readonly template: SourceFile;
  readonly style: SourceFile;
}
