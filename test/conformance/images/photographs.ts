import { crc32, deflateSync } from 'node:zlib';
import { encodeJpeg } from '../../../src/raster/jpeg/encode-jpeg.ts';
import type { ColourSpace } from '../../../src/raster/pixels.ts';
import { coloursOf } from '../../../src/raster/pixels.ts';
import { type ExifMarks, exifOf, iccProfile, xmpOf } from './metadata.ts';

/** A picture as a camera, a telephone or an editor makes it, and what it says that nobody is to know. */
export interface Photograph {
  /** Its file, whose name is one of its secrets. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bytes that no output may hold. */
  readonly secrets: readonly { readonly what: string; readonly bytes: Buffer }[];
}

/** What is written into a file about its making. */
type Planting = (photograph: Sowing) => readonly Buffer[];

/** Makes words that stand nowhere else, and remembers them. */
interface Sowing {
  readonly orientation: number;
  readonly isLittleEndian: boolean;
  /** A word of its own for a place. */
  word(what: string): string;
  /** Notes bytes that are a secret. */
  secret(what: string, bytes: Buffer): Buffer;
}

const segment = (marker: number, ...parts: readonly (string | Uint8Array)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** XMP that a first packet has no room for (XMP Specification part 3, §1.1.3.1): a digest, its length, and where it goes. */
const moreXmp = (packet: string): Buffer => {
  const place = Buffer.alloc(8);
  place.writeUInt32BE(packet.length);
  return segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', 'A'.repeat(32), place, packet);
};

/** A box of JUMBF (ISO/IEC 19566-5), as content credentials are. */
const superbox = (text: string): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + text.length);
  return segment(0xeb, 'JP\0\x01\0\0\0\x01', size, 'jumb', text);
};

/** What stands before the frame of a JPEG. */
const jpegHeads: readonly Planting[] = [
  (sow) => [segment(0xe1, 'Exif\0\0', exifOf(marksOf(sow, true)))],
  (sow) => [segment(0xe1, 'Exif\0\0', exifOf(marksOf(sow, false))), segment(0xfe, sow.word('comment'))],
  (sow) => [segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmpOf(sow.word('xmp')))],
  (sow) => [moreXmp(xmpOf(sow.word('more xmp')))],
  (sow) => [segment(0xed, 'Photoshop 3.0\0', imageResource(0x0404, iptc(sow.word('by-line'))))],
  (sow) => [segment(0xed, 'Photoshop 3.0\0', imageResource(0x040c, Buffer.from(sow.word('thumbnail'))))],
  (sow) => [segment(0xe2, 'ICC_PROFILE\0\x01\x01', iccProfile(sow.word('profile')))],
  (sow) => [segment(0xe2, 'MPF\0', exifOf(marksOf(sow, false)))],
  (sow) => [segment(0xe2, 'FPXR\0', sow.word('flashpix'))],
  (sow) => [segment(0xe0, 'JFXX\0\x10', sow.word('extension thumbnail'))],
  (sow) => [segment(0xec, 'Ducky', sow.word('ducky'))],
  (sow) => [segment(0xe3, 'Meta\0\0', sow.word('meta'))],
  (sow) => [segment(0xe5, 'RMETA\0', sow.word('ricoh'))],
  (sow) => [superbox(sow.word('box'))],
  (sow) => [segment(0xee, 'Adobe\0\x64\0\0\0\0\x01', sow.word('behind adobe'))],
  (sow) => [segment(0xef, sow.word('app15')), segment(0xe0, 'AVI1', sow.word('avi'))],
  (sow) => [
    segment(0xf0, sow.word('reserved')),
    segment(0xfe, Buffer.from(sow.word('wide comment'), 'utf16le')),
  ],
];

/** What follows the end of a JPEG. */
const jpegTails: readonly Planting[] = [
  () => [],
  (sow) => [Buffer.from(sow.word('trailer'))],
  // A second picture, larger or for depth, with its own Exif.
  (sow) => [
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, 'Exif\0\0', exifOf(marksOf(sow, true))),
    Buffer.from([0xff, 0xd9]),
  ],
];

/** Chunks before a PNG's pixels, and after them. */
const pngChunks: readonly Planting[] = [
  (sow) => [chunk('tEXt', `Author\0${sow.word('text')}`)],
  (sow) => [chunk('zTXt', 'Comment\0\0', deflateSync(sow.word('deflated text')))],
  (sow) => [chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', xmpOf(sow.word('xmp')))],
  (sow) => [chunk('iTXt', 'Title\0\x01\0en\0Title\0', deflateSync(sow.word('deflated international text')))],
  (sow) => [chunk('eXIf', exifOf(marksOf(sow, true)))],
  (sow) => [chunk('tIME', sow.secret('time', Buffer.from([0x07, 0xe8, 3, 8, 17, 41, 53])))],
  (sow) => [chunk('pHYs', sow.secret('resolution', Buffer.from([0, 0, 0x7a, 0x71, 0, 0, 0x7a, 0x71, 1])))],
  (sow) => [chunk('iCCP', `${sow.word('profile name')}\0\0`, deflateSync(iccProfile(sow.word('profile'))))],
  (sow) => [chunk('sPLT', `${sow.word('palette')}\0\x08`, Buffer.from([1, 2, 3, 255, 0, 1]))],
  (sow) => [chunk('prVt', sow.word('private chunk'))],
];

const pngTails: readonly Planting[] = [
  () => [],
  (sow) => [chunk('tEXt', `Comment\0${sow.word('text behind the pixels')}`)],
];

/** 57 photographs: 38 JPEG, 19 PNG, in all orientations, both byte orders, grey, colour and inks, large and small. */
export function photographs(): readonly Photograph[] {
  const jpegs = Array.from({ length: 38 }, (_, index) => photograph(index, 'jpg', makeJpeg));
  const pngs = Array.from({ length: 19 }, (_, index) => photograph(38 + index, 'png', makePng));
  return [...jpegs, ...pngs];
}

function photograph(
  index: number,
  ending: string,
  make: (index: number, sow: Sowing) => Uint8Array,
): Photograph {
  const secrets: { what: string; bytes: Buffer }[] = [];
  const words = new Map<string, string>();
  const secret = (what: string, bytes: Buffer): Buffer => {
    secrets.push({ what, bytes });
    return bytes;
  };
  const sow: Sowing = {
    orientation: (index % 8) + 1,
    isLittleEndian: index % 3 === 0,
    secret,
    word(what) {
      const word = words.get(what) ?? `qzx${index}-${what.replaceAll(' ', '-')}-of-a-person`;
      words.set(what, word);
      return word;
    },
  };
  const name = `${sow.word('file name')}.${ending}`;
  const bytes = make(index, sow);
  for (const [what, word] of words) {
    secret(what, Buffer.from(word));
    secret(`${what} in UTF-16`, Buffer.from(word, 'utf16le'));
  }
  return { name, bytes, secrets };
}

function makeJpeg(index: number, sow: Sowing): Uint8Array {
  const space = (['rgb', 'rgb', 'grey', 'cmyk'] as const)[index % 4]!;
  const whole = Buffer.from(encodeJpeg(scene(space, index), { quality: 90, isHalved: index % 2 === 0 }));
  // One in six says nothing at all.
  if (index % 6 === 5) return whole;
  const first = jpegHeads[index % jpegHeads.length]!(sow);
  const second = jpegHeads[(index * 5 + 4) % jpegHeads.length]!(sow);
  const heads = [...first, ...second].filter((part) => space !== 'cmyk' || part[1] !== 0xee);
  const tail = jpegTails[index % jpegTails.length]!(sow);
  return Buffer.concat([whole.subarray(0, 2), ...heads, whole.subarray(2), ...tail]);
}

function makePng(index: number, sow: Sowing): Uint8Array {
  const { width, height, samples } = scene('rgb', index);
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.concat([Buffer.from([0]), samples.subarray(y * width * 3, (y + 1) * width * 3)]),
    ),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const plants = index % 7 === 6 ? [] : [pngChunks[index % 10]!, pngChunks[(index * 3 + 1) % 10]!];
  // Two of a kind may be no chunks of one PNG.
  const before = [...new Set(plants)].flatMap((plant) => plant(sow));
  const after = plants.length === 0 ? [] : pngTails[index % 2]!(sow);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', deflateSync(rows)),
    ...after,
    chunk('IEND'),
    Buffer.from(plants.length === 0 ? '' : sow.word('trailer')),
  ]);
}

/** A slope of light, no two alike; every third has more pixels than are printed. */
function scene(space: ColourSpace, index: number) {
  const [width, height] = index % 3 === 0 ? [240, 160] : [48, 32];
  const count = coloursOf[space];
  const samples = Uint8Array.from({ length: width * height * count }, (_, i) => {
    const [x, y] = [Math.floor(i / count) % width, Math.floor(i / count / width)];
    return Math.round((150 * x) / width + (40 * y) / height + (i % count) + index);
  });
  return { width, height, space, hasAlpha: false, samples };
}

function marksOf(sow: Sowing, hasPlace: boolean): ExifMarks {
  const { orientation, isLittleEndian } = sow;
  return {
    orientation,
    isLittleEndian,
    maker: sow.word('camera'),
    owner: sow.word('owner'),
    note: sow.word('maker note'),
    thumbnail: sow.word('exif thumbnail'),
    place: hasPlace ? sow.word('place') : undefined,
  };
}

function imageResource(id: number, body: Buffer): Buffer {
  const head = Buffer.from('8BIM\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt16BE(id, 4);
  head.writeUInt32BE(body.length, 8);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function iptc(text: string): Buffer {
  const head = Buffer.from([0x1c, 2, 80, 0, text.length]);
  return Buffer.concat([head, Buffer.from(text)]);
}

function chunk(type: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const body = Buffer.concat([type, ...parts].map((part) => Buffer.from(part as string, 'latin1')));
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(body.length - 4);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
