import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Folder, HostErrorReason } from './host.ts';
import { HostError } from './host.ts';

/**
 * A HostError as a diagnostic at the place that named the file; one of encoding stands at the bad byte itself.
 * Any other error is a fault and is thrown again.
 */
export function hostDiagnostic(error: unknown, span?: Span): Diagnostic {
  if (!(error instanceof HostError)) throw error;
  const { code, hint } = explanationOf(error.reason);
  const source = error.source;
  const place = source ? { source, start: source.text.length, end: source.text.length } : span;
  return diagnose(code, error.message, place, hint);
}

/** The beginning of a file that cannot be read, or need not be. */
export function startOfFile(folder: Folder, path: string): Span {
  const source = { name: folder.display(path), root: folder.root, path, text: '' };
  return { source, start: 0, end: 0 };
}

function explanationOf(reason: HostErrorReason): { code: DiagnosticCode; hint?: string } {
  switch (reason) {
    case 'missing':
      return { code: 'file-missing' };
    case 'outside':
      return {
        code: 'path-unsafe',
        hint: 'Put the file into the campaign folder and name it by a path relative to this one, with /',
      };
    case 'encoding':
      return { code: 'file-encoding', hint: 'Save the file as UTF-8; it may be GB18030, Big5 or Latin-1' };
    case 'too-large':
      return { code: 'file-too-large' };
    case 'not-a-file':
    case 'unreadable':
      return { code: 'file-unreadable' };
  }
}
