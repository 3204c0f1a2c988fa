import type { Pixels } from '../pixels.ts';
import { codeBlocks, type TakeSymbol } from './code-blocks.ts';
import { type HuffmanCodes, shortestCodes } from './huffman-codes.ts';
import { quantizationTable } from './quantization.ts';
import { type CodedComponent, codeComponents } from './sample-blocks.ts';
import { markers } from './segments.ts';
import { zigzag } from './zigzag.ts';

/** How a picture is written. */
export interface JpegOptions {
  /** libjpeg's measure, 50 to 100. */
  readonly quality: number;
  /** Whether colour differences have half as many samples across and down. */
  readonly isHalved: boolean;
}

const kinds = ['luminance', 'chrominance'] as const;

/**
 * Writes an opaque picture as a baseline JPEG with codes made for it (ITU-T T.81). Inks are written as they are, without Adobe's
 * marker. It says nothing of its making.
 */
export function encodeJpeg(pixels: Pixels, { quality, isHalved }: JpegOptions): Uint8Array {
  if (pixels.hasAlpha) throw new TypeError('A JPEG has no alpha');
  const tables = {
    luminance: quantizationTable('luminance', quality),
    chrominance: quantizationTable('chrominance', quality),
  };
  const components = codeComponents(pixels, isHalved, tables);
  const used = kinds.filter((kind) => components.some((component) => component.kind === kind));
  const codes = codesFor(components);
  const parts: Uint8Array[] = [Uint8Array.of(0xff, markers.start)];
  if (pixels.space !== 'cmyk')
    parts.push(segment(markers.app0, [...letters('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]));
  for (const kind of used) {
    const steps = Array.from(zigzag, (place) => tables[kind][place]!);
    parts.push(segment(markers.quantization, [kinds.indexOf(kind), ...steps]));
  }
  parts.push(segment(0xc0, frameHeader(pixels, components)));
  for (const kind of used) {
    for (const isAc of [false, true]) {
      const { counts, symbols } = codes[kind][isAc ? 'ac' : 'dc'];
      parts.push(
        segment(markers.huffmanTables, [(isAc ? 16 : 0) + kinds.indexOf(kind), ...counts, ...symbols]),
      );
    }
  }
  const selectors = components.flatMap(({ kind }, index) => [index + 1, kinds.indexOf(kind) * 17]);
  parts.push(segment(markers.scan, [components.length, ...selectors, 0, 63, 0]));
  parts.push(scanData(components, codes), Uint8Array.of(0xff, markers.end));
  return new Uint8Array(Buffer.concat(parts));
}

type CodeBook = Readonly<Record<CodedComponent['kind'], Readonly<Record<'dc' | 'ac', HuffmanCodes>>>>;

/** Counts what has to be written, and gives the shortest codes for it. */
function codesFor(components: readonly CodedComponent[]): CodeBook {
  const counts = () => ({ dc: new Uint32Array(256), ac: new Uint32Array(256) });
  const found = { luminance: counts(), chrominance: counts() };
  codeBlocks(components, ({ isAc, kind }, symbol) => {
    found[kind][isAc ? 'ac' : 'dc'][symbol]!++;
  });
  const book = ({ dc, ac }: ReturnType<typeof counts>) => ({ dc: shortestCodes(dc), ac: shortestCodes(ac) });
  return { luminance: book(found.luminance), chrominance: book(found.chrominance) };
}

/** The codes of all blocks; a byte of ones is followed by one of zeros (§B.1.1.5). */
function scanData(components: readonly CodedComponent[], codes: CodeBook): Uint8Array {
  let out = new Uint8Array(1 << 16);
  let size = 0;
  let held = 0;
  let count = 0;
  const put = (value: number, bits: number): void => {
    held = (held << bits) | value;
    count += bits;
    while (count >= 8) {
      count -= 8;
      const byte = (held >>> count) & 0xff;
      out[size++] = byte;
      if (byte === 0xff) out[size++] = 0;
    }
    held &= (1 << count) - 1;
  };
  const take: TakeSymbol = ({ isAc, kind }, symbol, bits, length) => {
    if (size + 16 > out.length) {
      const larger = new Uint8Array(2 * out.length);
      larger.set(out);
      out = larger;
    }
    const table = codes[kind][isAc ? 'ac' : 'dc'];
    put(table.codes[symbol]!, table.lengths[symbol]!);
    put(bits, length);
  };
  codeBlocks(components, take);
  if (count > 0) put((1 << (8 - count)) - 1, 8 - count);
  return out.subarray(0, size);
}

function frameHeader({ width, height }: Pixels, components: readonly CodedComponent[]): readonly number[] {
  const parts = components.flatMap(({ kind, across, down }, index) => [
    index + 1,
    across * 16 + down,
    kinds.indexOf(kind),
  ]);
  return [8, height >> 8, height & 0xff, width >> 8, width & 0xff, components.length, ...parts];
}

function segment(marker: number, body: readonly number[]): Uint8Array {
  const length = body.length + 2;
  return Uint8Array.of(0xff, marker, length >> 8, length & 0xff, ...body);
}

function letters(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
