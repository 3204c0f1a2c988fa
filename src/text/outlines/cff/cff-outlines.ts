import { FontError, type Sfnt, viewOf } from '../../fonts/sfnt.ts';
import { readVariationStore, type VariationStore } from '../../variation/variation-store.ts';
import { kept } from '../glyf-outlines.ts';
import type { CffOutlines } from '../outlines.ts';
import { type CffDict, operators, readDict } from './cff-dict.ts';
import { type CffIndex, type ReadBytes, readIndex } from './cff-index.ts';
import { traceCharString } from './charstring.ts';

/** Where what a glyph needs lies in the table. */
interface Layout {
  readonly countSize: 2 | 4;
  readonly top: CffDict;
  readonly global: CffIndex;
  readonly store: VariationStore | undefined;
}

/**
 * PostScript outlines of a table `CFF ` (Adobe TN 5176) or `CFF2`, at a place in the design space. The programs of
 * glyphs are read as they are asked for; a broken one draws what it drew until then. Throws FontError.
 */
export function cffOutlines(sfnt: Sfnt, normalized: readonly number[]): CffOutlines {
  const tag = sfnt.has('CFF2') ? 'CFF2' : 'CFF ';
  const read: ReadBytes = (offset, length) => sfnt.readPart(tag, offset, length);
  const layout = tag === 'CFF2' ? openCff2(read, normalized) : openCff(read);
  const { countSize, top, global, store } = layout;
  if ((top.get(operators.charStringType)?.[0] ?? 2) !== 2) throw new FontError('has outlines of Type 1');
  const programs = readIndex(read, offsetOf(top, operators.charStrings), countSize);
  const globalAt = { count: global.count, at: kept(global.at) };
  const privateOf = fontDicts(read, layout, programs.count);
  return {
    kind: 'cff',
    pathOf: kept((glyph) => {
      const { local, variationIndex } = privateOf(glyph);
      const scalars = (index: number) => store?.scalarsOf(index) ?? [];
      return traceCharString(programs.at(glyph), {
        subroutines: { local, global: globalAt },
        variation: countSize === 4 ? { index: variationIndex, scalars } : undefined,
      });
    }),
  };
}

function offsetOf(dict: CffDict, operator: number): number {
  const offset = dict.get(operator)?.[0];
  if (offset === undefined || offset <= 0) throw new FontError('has a broken table CFF');
  return offset;
}

function openCff(read: ReadBytes): Layout {
  const names = readIndex(read, read(2, 1)[0]!, 2);
  const tops = readIndex(read, names.end, 2);
  const strings = readIndex(read, tops.end, 2);
  const global = readIndex(read, strings.end, 2);
  return { countSize: 2, top: readDict(tops.at(0)), global, store: undefined };
}

function openCff2(read: ReadBytes, normalized: readonly number[]): Layout {
  const head = viewOf(read(0, 5));
  const size = head.getUint8(2);
  const length = head.getUint16(3);
  const top = readDict(read(size, length));
  const global = readIndex(read, size + length, 4);
  const at = top.get(operators.variationStore)?.[0];
  if (at === undefined) return { countSize: 4, top, global, store: undefined };
  const bytes = read(at + 2, viewOf(read(at, 2)).getUint16(0));
  return { countSize: 4, top, global, store: readVariationStore(bytes, 0, normalized) };
}

interface PrivatePart {
  readonly local: CffIndex;
  readonly variationIndex: number;
}

const noSubroutines: CffIndex = { count: 0, at: () => new Uint8Array(0), end: 0 };

/** The private part of each glyph: of the font, or of the one among its font DICTs that the glyph is of. */
function fontDicts(
  read: ReadBytes,
  { top, countSize }: Layout,
  glyphs: number,
): (glyph: number) => PrivatePart {
  const array = top.get(operators.fdArray)?.[0];
  if (array === undefined) {
    const only = privatePart(read, top, countSize);
    return () => only;
  }
  const dicts = readIndex(read, array, countSize);
  const parts = kept((index: number) => privatePart(read, readDict(dicts.at(index)), countSize));
  const select = top.get(operators.fdSelect)?.[0];
  const choose = select === undefined ? () => 0 : readSelect(read, select, glyphs);
  return (glyph) => parts(choose(glyph));
}

function privatePart(read: ReadBytes, dict: CffDict, countSize: 2 | 4): PrivatePart {
  const [size = 0, offset = 0] = dict.get(operators.private) ?? [];
  if (size <= 0 || size > 0xffff) return { local: noSubroutines, variationIndex: 0 };
  const own = readDict(read(offset, size));
  const subrs = own.get(operators.subrs)?.[0];
  const local = subrs === undefined ? noSubroutines : readIndex(read, offset + subrs, countSize);
  return {
    local: { ...local, at: kept(local.at) },
    variationIndex: own.get(operators.variationIndex)?.[0] ?? 0,
  };
}

/** FDSelect, formats 0, 3 and 4. */
function readSelect(read: ReadBytes, start: number, glyphs: number): (glyph: number) => number {
  const format = read(start, 1)[0];
  if (format === 0) {
    const map = read(start + 1, glyphs);
    return (glyph) => map[glyph] ?? 0;
  }
  if (format !== 3 && format !== 4) throw new FontError('has a broken table CFF');
  const [countSize, firstSize, size] = format === 3 ? ([2, 2, 3] as const) : ([4, 4, 6] as const);
  const count = unsigned(viewOf(read(start + 1, countSize)), 0, countSize);
  const ranges = viewOf(read(start + 1 + countSize, count * size));
  return (glyph) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (unsigned(ranges, middle * size, firstSize) <= glyph) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : unsigned(ranges, (low - 1) * size + firstSize, size - firstSize);
  };
}

function unsigned(view: DataView, at: number, size: number): number {
  if (size === 1) return view.getUint8(at);
  return size === 2 ? view.getUint16(at) : view.getUint32(at);
}
