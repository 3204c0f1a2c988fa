import { createHash } from 'node:crypto';
import type { RandomAccess } from '../../host/host.ts';
import { cffOutlines } from '../outlines/cff/cff-outlines.ts';
import { type OutlineSource, staticGlyf, variedGlyf } from '../outlines/glyf-outlines.ts';
import { horizontalMetrics } from '../outlines/glyf-table.ts';
import type { Outlines } from '../outlines/outlines.ts';
import { layoutFeatures } from '../shaping/layout-features.ts';
import { type AxisValues, type FontLocation, locate } from '../variation/axes.ts';
import { advanceVariations, metricVariations } from '../variation/metric-variations.ts';
import { parseCmap } from './cmap.ts';
import type { Face } from './face.ts';
import { faceMetrics, variedMetrics } from './face-metrics.ts';
import { fontNames } from './font-names.ts';
import { openSfnt } from './open-sfnt.ts';
import { FontError, type Sfnt, viewOf } from './sfnt.ts';

/** A face with the directory it was read from. */
export interface OpenedFace {
  readonly face: Face;
  readonly sfnt: Sfnt;
  /** Where it stands in its design space; undefined for a static font. */
  readonly location: FontLocation | undefined;
}

/** Which of the faces in a file is meant. */
export interface FaceChoice {
  /** A font of a collection: its PostScript name, or its number counted from 0. */
  readonly member?: string | undefined;
  /** Values of a variable font's axes; those that are not named stand at their defaults. */
  readonly axes?: AxisValues;
}

/** Opens a face over positional reads. Throws FontError for a font that is broken or not read. */
export function openFace(file: RandomAccess, { member, axes = {} }: FaceChoice = {}): OpenedFace {
  const sfnt = holding(openSfnt(file, member), ['cmap', 'hmtx']);
  const head = required(sfnt, 'head', 54);
  const name = sfnt.read('name') ?? new Uint8Array(0);
  const glyphCount = viewOf(required(sfnt, 'maxp', 6)).getUint16(4);
  if (glyphCount === 0) throw new FontError('has no glyphs');
  const hhea = required(sfnt, 'hhea', 36);
  const location = locate(sfnt, axes);
  const metrics = faceMetrics(head, hhea, sfnt.read('OS/2'), sfnt.read('post'));
  const names = fontNames(name);
  const digest = createHash('sha256').update(head).update(name).digest('hex').slice(0, 12);
  const place = location ? nameOfPlace(location) : '';
  const longOffsets = viewOf(head).getInt16(50) === 1;
  const horizontal = horizontalMetrics(required(sfnt, 'hmtx', 4), viewOf(hhea).getUint16(34));
  const outlines = readOutlines({ sfnt, longOffsets, glyphCount, ...horizontal }, location);
  const face: Face = {
    ...metrics,
    ...(location && variedMetrics(metrics, metricVariations(sfnt, location.normalized))),
    ...(location?.values.wght !== undefined && { weight: location.values.wght }),
    family: names.family,
    postScriptName: `${names.postScriptName}${place}`,
    id: `${names.postScriptName}${place}-${digest}`,
    glyphCount,
    glyphOf: parseCmap(required(sfnt, 'cmap', 4), glyphCount),
    advanceOf: outlines.advanceOf ?? horizontal.advanceOf,
    table: keeping((tag) => sfnt.read(tag)),
    hasFeature: layoutFeatures(sfnt),
    outlines: outlines.outlines,
  };
  return { face, sfnt, location };
}

/** The same font, of which some tables are read once: a face holds on to them in any case. */
function holding(sfnt: Sfnt, tags: readonly string[]): Sfnt {
  const held = keeping((tag) => sfnt.read(tag));
  return { ...sfnt, read: (tag) => (tags.includes(tag) ? held(tag) : sfnt.read(tag)) };
}

/** As Adobe names instances (TN 5902): `_700wght`. */
function nameOfPlace({ values }: FontLocation): string {
  return Object.entries(values)
    .map(([tag, value]) => `_${Math.round(value * 1000) / 1000}${tag.trim()}`)
    .join('');
}

function required(sfnt: Sfnt, tag: string, length: number): Uint8Array {
  const bytes = sfnt.read(tag);
  if (!bytes) throw new FontError(`lacks the table ${tag}`);
  if (bytes.length < length) throw new FontError(`has a broken table ${tag}`);
  return bytes;
}

function keeping(read: (tag: string) => Uint8Array | undefined) {
  const kept = new Map<string, Uint8Array | undefined>();
  return (tag: string): Uint8Array | undefined => {
    if (!kept.has(tag)) kept.set(tag, read(tag));
    return kept.get(tag);
  };
}

/** The outlines of a face, and its advances where they are not `hmtx`'s. */
function readOutlines(
  source: OutlineSource,
  location: FontLocation | undefined,
): { readonly outlines: Outlines; readonly advanceOf?: (glyph: number) => number } {
  const { sfnt, advanceOf } = source;
  const normalized = location?.normalized ?? [];
  const isDefault = normalized.every((value) => value === 0);
  const grown = isDefault ? undefined : advanceVariations(sfnt, normalized);
  const varied = grown && ((glyph: number) => Math.max(0, advanceOf(glyph) + grown(glyph)));
  if (sfnt.has('CFF ') || sfnt.has('CFF2')) {
    return { outlines: cffOutlines(sfnt, normalized), ...(varied && { advanceOf: varied }) };
  }
  if (isDefault) return { outlines: staticGlyf(source) };
  const outlines = variedGlyf(source, normalized);
  return { outlines, advanceOf: varied ?? outlines.advanceOf };
}
