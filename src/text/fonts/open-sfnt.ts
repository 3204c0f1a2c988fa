import type { RandomAccess } from '../../host/host.ts';
import { fontNames } from './font-names.ts';
import { FontError, readExactly, type Sfnt, sfntAt, viewOf } from './sfnt.ts';

/**
 * Reads the directory of a font file, or of one font of a collection (`.ttc`): `member` is its PostScript name, or its
 * number counted from 0; the first without one. Throws FontError for what is not such a font.
 */
export function openSfnt(file: RandomAccess, member?: string): Sfnt {
  const version = viewOf(readExactly(file, 0, 4)).getUint32(0);
  if (version === collection) return chooseMember(file, membersOf(file), member);
  if (member !== undefined) throw new FontError(`is no collection; there is no “#${member}” in it`);
  refuseOtherKinds(version);
  return sfntAt(file, 0);
}

/** `ttcf`, `OTTO`. */
const collection = 0x74746366;
const withCff = 0x4f54544f;

/** Where the fonts of a collection begin (OpenType, "Font Collections"). */
function membersOf(file: RandomAccess): readonly number[] {
  const count = viewOf(readExactly(file, 8, 4)).getUint32(0);
  if (count === 0 || count > 1024) throw new FontError(`is a collection of ${count} fonts`);
  const offsets = viewOf(readExactly(file, 12, 4 * count));
  return Array.from({ length: count }, (_, i) => offsets.getUint32(4 * i));
}

function chooseMember(file: RandomAccess, offsets: readonly number[], member: string | undefined): Sfnt {
  if (member === undefined || /^\d{1,4}$/.test(member)) {
    const offset = offsets[Number(member ?? 0)];
    if (offset === undefined)
      throw new FontError(`is a collection of ${offsets.length} fonts; #${member} is beyond`);
    return memberAt(file, offset);
  }
  const names: string[] = [];
  for (const offset of offsets) {
    const sfnt = memberAt(file, offset);
    const { postScriptName } = fontNames(sfnt.read('name') ?? new Uint8Array(0));
    if (postScriptName === member) return sfnt;
    names.push(postScriptName);
  }
  throw new FontError(`is a collection without “${member}”; it has ${names.join(', ')}`);
}

function memberAt(file: RandomAccess, offset: number): Sfnt {
  refuseOtherKinds(viewOf(readExactly(file, offset, 4)).getUint32(0));
  return sfntAt(file, offset);
}

function refuseOtherKinds(version: number): void {
  if (version === 0x00010000 || version === 0x74727565 || version === withCff) return;
  const needed = 'a TrueType or OpenType font (.ttf, .otf, .ttc) is needed';
  const kinds: Readonly<Record<number, string>> = {
    2001684038: `is WOFF; ${needed}`,
    2001684018: `is WOFF2; ${needed}`,
    1954115633: `is a Type 1 font; ${needed}`,
  };
  throw new FontError(kinds[version] ?? 'is not a TrueType or OpenType font');
}
