import { decodeTable, lazily } from './code-point-map.ts';
import { scriptTable } from './tables/script.ts';
import { scriptExtensionsTable } from './tables/script-extensions.ts';

/** Common, inherited, unknown: what is of no one script. */
const shared: readonly string[] = ['Zyyy', 'Zinh', 'Zzzz'];

const names = lazily(() =>
  scriptTable.values.split(' ').map((name) => (shared.includes(name) ? 'Zyyy' : name)),
);
const scripts = lazily(() => decodeTable(scriptTable, (_, index) => index));
const extensions = lazily(() => decodeTable(scriptExtensionsTable, (_, index) => index));
const lists = lazily(() => scriptExtensionsTable.values.split(' ').map((list) => list.split('+')));

/** Script (UAX #24) of a code point by its ISO 15924 code; `Zyyy` for common, inherited and unknown ones. */
export function scriptOf(codePoint: number): string {
  if (codePoint < 0x80) return isAsciiLetter(codePoint) ? 'Latn' : 'Zyyy';
  return names()[scripts()(codePoint)]!;
}

/** The scripts that a shared character is used with (UAX #24 Script_Extensions); undefined where that is not told. */
export function scriptExtensions(codePoint: number): readonly string[] | undefined {
  if (codePoint < 0xb7) return undefined;
  const list = lists()[extensions()(codePoint)]!;
  return list[0] === '-' ? undefined : list;
}

function isAsciiLetter(codePoint: number): boolean {
  const lower = codePoint | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
