import { inflateSync } from 'node:zlib';
import { markers, segmentsOf, startsWith } from './jpeg/segments.ts';
import { readPng } from './png/chunks.ts';
import type { RasterFile } from './raster-file.ts';

/** How the codes of a picture that is not in sRGB become light. */
export interface ColourProfile {
  /** The light of each code, of 65535: one curve for grey, three for red, green and blue. */
  readonly curves: readonly Uint16Array[];
  /** From its light to sRGB's, row by row; undefined for grey. */
  readonly matrix: readonly number[] | undefined;
}

/** Profiles of screens and cameras take kilobytes; nothing larger is unpacked. */
const maxProfile = 4_000_000;

/**
 * The profile that a picture carries (ICC.1:2022), where it is one of a matrix and curves, as those of cameras, telephones and
 * screens are. Undefined where there is none, or one of tables alone, which is left out: its colours are taken for sRGB's.
 */
export function colourProfile(file: RasterFile): ColourProfile | undefined {
  if (file.space === 'cmyk') return undefined;
  const bytes = file.format === 'jpeg' ? profileOfJpeg(file.bytes) : profileOfPng(file.bytes);
  return bytes && readProfile(bytes, file.space);
}

/** The parts of a profile in the order of their numbers (ICC.1:2022 annex B.4). */
function profileOfJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts: { readonly number: number; readonly data: Uint8Array }[] = [];
  for (const { marker, body } of segmentsOf(bytes)) {
    if (marker === markers.scan) break;
    if (marker === markers.app2 && startsWith(body, 'ICC_PROFILE\0') && body.length > 14)
      parts.push({ number: body[12]!, data: body.subarray(14) });
  }
  parts.sort((a, b) => a.number - b.number);
  return parts.length === 0 ? undefined : Buffer.concat(parts.map(({ data }) => data));
}

function profileOfPng(bytes: Uint8Array): Uint8Array | undefined {
  const { profile } = readPng(bytes);
  if (!profile) return undefined;
  // A name, a zero, and how it is deflated (W3C PNG §11.3.2.3).
  const start = profile.indexOf(0) + 2;
  try {
    return start < 2 ? undefined : inflateSync(profile.subarray(start), { maxOutputLength: maxProfile });
  } catch {
    return undefined;
  }
}

function readProfile(bytes: Uint8Array, space: 'grey' | 'rgb'): ColourProfile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const kind = text(view, 16);
    if (
      text(view, 36) !== 'acsp' ||
      text(view, 20) !== 'XYZ ' ||
      kind !== (space === 'grey' ? 'GRAY' : 'RGB ')
    )
      return undefined;
    const tags = readTags(view);
    if (space === 'grey') {
      const curve = tags.has('kTRC') ? readCurve(tags.get('kTRC')!) : undefined;
      return curve && { curves: [curve], matrix: undefined };
    }
    const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => readCurve(tags.get(name)!));
    const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => readXyz(tags.get(name)!)) as [
      Xyz,
      Xyz,
      Xyz,
    ];
    if (curves.some((curve) => !curve)) return undefined;
    const matrix = xyzToSrgb.flatMap((row) =>
      [red, green, blue].map((colour) => row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]),
    );
    return { curves: curves as Uint16Array[], matrix };
  } catch (error) {
    // A profile that is cut off or lacks a tag says nothing.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function text(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

function readTags(view: DataView): ReadonlyMap<string, DataView> {
  const count = Math.min(view.getUint32(128), 100);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = 132 + 12 * i;
      const [offset, size] = [view.getUint32(at + 4), view.getUint32(at + 8)];
      return [text(view, at), new DataView(view.buffer, view.byteOffset + offset, size)] as const;
    }),
  );
}

type Xyz = readonly [number, number, number];

function readXyz(tag: DataView): Xyz {
  return [8, 12, 16].map((at) => tag.getInt32(at) / 65536) as unknown as Xyz;
}

/** From XYZ as profiles have it, under D50, to the light of sRGB (IEC 61966-2-1, adapted by Bradford's matrix). */
const xyzToSrgb: readonly Xyz[] = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

/** The light of each code by a curve: a power, a table, or a parametric function (ICC.1:2022 §10.6, §10.18). */
function readCurve(tag: DataView): Uint16Array | undefined {
  const kind = text(tag, 0);
  const light = kind === 'curv' ? sampledCurve(tag) : kind === 'para' ? parametricCurve(tag) : undefined;
  return (
    light && Uint16Array.from({ length: 256 }, (_, code) => Math.round(65535 * clamp(light(code / 255))))
  );
}

function sampledCurve(tag: DataView): (value: number) => number {
  const count = tag.getUint32(8);
  if (count === 0) return (value) => value;
  if (count === 1) {
    const power = tag.getUint16(12) / 256;
    return (value) => value ** power;
  }
  return (value) => {
    const place = value * (count - 1);
    const before = Math.min(count - 2, Math.floor(place));
    const [low, high] = [tag.getUint16(12 + 2 * before), tag.getUint16(14 + 2 * before)];
    return (low + (high - low) * (place - before)) / 65535;
  };
}

/** Functions 0 to 4 of table 68: a power of a line, and a line below where it begins. */
function parametricCurve(tag: DataView): ((value: number) => number) | undefined {
  const type = tag.getUint16(8);
  if (type > 4) return undefined;
  const names = [1, 3, 4, 5, 7][type]!;
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from(
    { length: names },
    (_, i) => tag.getInt32(12 + 4 * i) / 65536,
  );
  if (type === 0) return (value) => value ** g;
  if (type <= 2) return (value) => (value >= -b / a ? (a * value + b) ** g + c : c);
  return (value) => (value >= d ? (a * value + b) ** g + e : c * value + f);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
