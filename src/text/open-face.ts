import { createHash } from 'node:crypto';
import type { RandomAccess } from '../host/host.ts';
import { parseCmap } from './cmap.ts';
import type { Face } from './face.ts';
import { faceMetrics } from './face-metrics.ts';
import { fontNames } from './font-names.ts';
import { FontError, openSfnt, type Sfnt, viewOf } from './sfnt.ts';

/** Most bytes one outline may have. */
const maxOutline = 1024 * 1024;

/** A face with the directory it was read from. */
export interface OpenedFace {
  readonly face: Face;
  readonly sfnt: Sfnt;
}

/** Opens a static TrueType font over positional reads. Throws FontError for a font that is broken or not read. */
export function openFace(file: RandomAccess): OpenedFace {
  const sfnt = openSfnt(file);
  const head = required(sfnt, 'head', 54);
  const name = sfnt.read('name') ?? new Uint8Array(0);
  const glyphCount = viewOf(required(sfnt, 'maxp', 6)).getUint16(4);
  if (glyphCount === 0) throw new FontError('has no glyphs');
  const hhea = required(sfnt, 'hhea', 36);
  const metrics = faceMetrics(head, hhea, sfnt.read('OS/2'), sfnt.read('post'));
  const names = fontNames(name);
  const digest = createHash('sha256').update(head).update(name).digest('hex').slice(0, 12);
  const outlineOf = outlines(sfnt, viewOf(head).getInt16(50) === 1, glyphCount);
  const face: Face = {
    ...metrics,
    ...names,
    id: `${names.postScriptName}-${digest}`,
    glyphCount,
    glyphOf: parseCmap(required(sfnt, 'cmap', 4), glyphCount),
    advanceOf: advances(required(sfnt, 'hmtx', 4), viewOf(hhea).getUint16(34)),
    table: keeping((tag) => sfnt.read(tag)),
    outlineOf,
  };
  return { face, sfnt };
}

function required(sfnt: Sfnt, tag: string, length: number): Uint8Array {
  const bytes = sfnt.read(tag);
  if (!bytes) throw new FontError(`lacks the table ${tag}`);
  if (bytes.length < length) throw new FontError(`has a broken table ${tag}`);
  return bytes;
}

function advances(hmtx: Uint8Array, declared: number): (glyph: number) => number {
  const view = viewOf(hmtx);
  const count = Math.min(declared, hmtx.length >> 2);
  if (count === 0) throw new FontError('has a broken table hmtx');
  return (glyph) => view.getUint16(4 * Math.min(glyph, count - 1));
}

function keeping(read: (tag: string) => Uint8Array | undefined) {
  const kept = new Map<string, Uint8Array | undefined>();
  return (tag: string): Uint8Array | undefined => {
    if (!kept.has(tag)) kept.set(tag, read(tag));
    return kept.get(tag);
  };
}

/**
 * `glyf` entries by `loca`; loca is read at the first outline, and each outline once. A broken entry counts as an empty
 * outline.
 */
function outlines(sfnt: Sfnt, long: boolean, glyphCount: number): (glyph: number) => Uint8Array {
  if (!sfnt.has('glyf') || !sfnt.has('loca')) throw new FontError('has no TrueType outlines');
  if (sfnt.size('loca') < (glyphCount + 1) * (long ? 4 : 2)) throw new FontError('has a broken table loca');
  const size = sfnt.size('glyf');
  const kept = new Map<number, Uint8Array>();
  let loca: DataView | undefined;
  const read = (glyph: number): Uint8Array => {
    if (glyph < 0 || glyph >= glyphCount) return new Uint8Array(0);
    loca ??= viewOf(sfnt.read('loca') ?? new Uint8Array(0));
    const start = long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
    const end = long ? loca.getUint32(4 * glyph + 4) : 2 * loca.getUint16(2 * glyph + 2);
    if (end <= start || end > size || end - start > maxOutline) return new Uint8Array(0);
    return sfnt.readPart('glyf', start, end - start);
  };
  return (glyph) => {
    const known = kept.get(glyph);
    if (known) return known;
    const outline = read(glyph);
    kept.set(glyph, outline);
    return outline;
  };
}
