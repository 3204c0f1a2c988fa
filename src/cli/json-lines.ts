import type { LocaleFonts } from '../build/run-build.ts';
import { renderJson } from '../diagnostics/render-json.ts';
import { type AnyDiagnostic, sortDiagnostics } from '../diagnostics/resolve.ts';
import type { Artifact } from '../pack/artifact.ts';
import type { Terminal } from './terminal.ts';

/** What a command that ran to its end did; `--json` tells it last. */
export interface Summary {
  /** False where errors, or warnings with --strict, kept the outputs from being made. */
  readonly ok: boolean;
  /** Documents in one locale each that were looked at. */
  readonly documents: number;
  readonly written: readonly Pick<Artifact, 'path' | 'sha256' | 'bytes'>[];
  /** Paths of an earlier pack that are there no more. */
  readonly removed: readonly string[];
}

/**
 * A run as JSON lines on stdout: each diagnostic in the order of place, each file written, each file of the earlier
 * pack removed, `others`, and a summary; without one where a failure will be told instead. `campaign-pack schema output`
 * describes them.
 */
export function printJsonLines(
  diagnostics: readonly AnyDiagnostic[],
  summary: Summary | undefined,
  terminal: Terminal,
  others: readonly string[] = [],
): void {
  const sorted = sortDiagnostics(diagnostics);
  const lines = [...sorted.map(renderJson), ...others, ...(summary ? summaryLines(sorted, summary) : [])];
  terminal.out(lines.map((text) => `${text}\n`).join(''));
}

function summaryLines(
  sorted: readonly AnyDiagnostic[],
  { ok, documents, written, removed }: Summary,
): readonly string[] {
  const errors = sorted.filter(({ severity }) => severity === 'error').length;
  return [
    ...written.map(({ path, sha256, bytes }) => line({ type: 'file', path, sha256, bytes: bytes.length })),
    ...removed.map((path) => line({ type: 'removed', path })),
    line({
      type: 'summary',
      ok,
      errors,
      warnings: sorted.length - errors,
      documents,
      files: written.length,
    }),
  ];
}

/** The fonts of each locale as JSON lines. */
export function fontLines(fonts: readonly LocaleFonts[]): readonly string[] {
  return fonts.map(({ locale, faces, missing }) => line({ type: 'fonts', locale, faces, missing }));
}

function line(value: { readonly type: string; readonly [key: string]: unknown }): string {
  return JSON.stringify(value);
}
