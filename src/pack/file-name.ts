import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { showControls } from '../diagnostics/terminal-text.ts';

/** An output path and what it is made from, for the message. */
export interface PlannedName {
  readonly path: string;
  /** The file it comes from. */
  readonly from: string;
  /** Where that file begins. */
  readonly span?: Span;
}

/** File systems hold 255 bytes or UTF-16 units; a build adds five while it puts an old file back. */
const maxNameBytes = 250;

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * Checks output names for every file system the zip may be opened on: no way out of the folder, no reserved or
 * invisible names, and none that are one file where case or Unicode normalization is folded.
 */
export function checkNames(names: readonly PlannedName[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, PlannedName>();
  for (const name of names) {
    const fault = nameFault(name.path);
    if (fault) {
      const message = `the output name "${showControls(name.path)}" (from ${name.from}) ${fault}`;
      diagnostics.push(diagnose('name-collision', message, name.span, 'Rename its folder'));
    }
    const folded = fold(name.path);
    const other = taken.get(folded);
    if (other) diagnostics.push(collision(name, other));
    else taken.set(folded, name);
  }
  return diagnostics;
}

/** What is wrong with a path inside a pack, or undefined. */
export function nameFault(path: string): string | undefined {
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path)) return 'is not a path inside the pack';
  if (/[\u0000-\u001f\u007f\\:*?"<>|]/.test(path)) return 'has a character that Windows does not allow';
  if (/[\u0080-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(path)) {
    return 'has a control or invisible character';
  }
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..') return 'leaves the pack or has an empty part';
    if (reserved.test(part)) return 'is a reserved name on Windows';
    if (Buffer.byteLength(part) > maxNameBytes) return `has a part of more than ${maxNameBytes} bytes`;
    if (/[. ]$/.test(part)) return 'ends in a dot or a space, which Windows drops';
  }
  return undefined;
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}

function collision(name: PlannedName, other: PlannedName): Diagnostic {
  const [one, two] = [other, name].map(({ path, from }) => `"${showControls(path)}" (from ${from})`);
  const message = `${one} and ${two} are one file where case or accents are folded`;
  return diagnose('name-collision', message, name.span, 'Rename one of the two');
}
