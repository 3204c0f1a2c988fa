import type { Locale } from './locale.ts';

/** A term in use: its text, and the locale it is in (the source's where the wanted locale lacks it). */
export interface Term {
  readonly text: string;
  readonly locale: Locale;
}

/** The fixed words of one locale (`templates/terms/<tag>.yaml`), keys with dots: `resolution.notes`. */
export interface Terms {
  readonly locale: Locale;
  /** Undefined only for a key that no terms file has. */
  get(key: string): Term | undefined;
  readonly keys: readonly string[];
}
