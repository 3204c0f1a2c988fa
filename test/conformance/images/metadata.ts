/** What an Exif block is to say. */
export interface ExifMarks {
  readonly orientation: number;
  readonly isLittleEndian: boolean;
  readonly maker: string;
  readonly owner: string;
  readonly note: string;
  readonly thumbnail: string;
  /** The name of a processing method among GPS tags, which are there with it; undefined: there are none. */
  readonly place: string | undefined;
}

interface Entry {
  readonly tag: number;
  /** 2 ASCII, 3 short, 4 long, 5 rational, 7 anything. */
  readonly type: 2 | 3 | 4 | 5 | 7;
  readonly count: number;
  readonly data: Buffer;
}

/** A TIFF structure as cameras write it (Exif 2.32): directories of the picture, of Exif, of GPS, and of a thumbnail. */
export function exifOf(marks: ExifMarks): Buffer {
  const { isLittleEndian } = marks;
  const number = (value: number, size: 2 | 4): Buffer => {
    const bytes = Buffer.alloc(size);
    if (isLittleEndian) bytes.writeUIntLE(value, 0, size);
    else bytes.writeUIntBE(value, 0, size);
    return bytes;
  };
  const text = (tag: number, value: string): Entry => {
    const data = Buffer.from(`${value}\0`);
    return { tag, type: 2, count: data.length, data };
  };
  const long = (tag: number, value: number): Entry => ({ tag, type: 4, count: 1, data: number(value, 4) });
  const rationals = (tag: number, ...values: readonly number[]): Entry => {
    const data = Buffer.concat(values.flatMap((value) => [number(value, 4), number(100, 4)]));
    return { tag, type: 5, count: values.length, data };
  };
  const any = (tag: number, value: string): Entry => {
    const data = Buffer.from(value);
    return { tag, type: 7, count: data.length, data };
  };
  const size = (entries: readonly Entry[]): number =>
    6 + 12 * entries.length + entries.reduce((sum, { data }) => sum + (data.length > 4 ? data.length : 0), 0);
  const directory = (entries: readonly Entry[], at: number, next: number): Buffer => {
    let free = at + 6 + 12 * entries.length;
    const outside: Buffer[] = [];
    const lines = entries.map(({ tag, type, count, data }) => {
      const head = Buffer.concat([number(tag, 2), number(type, 2), number(count, 4)]);
      if (data.length <= 4) return Buffer.concat([head, data, Buffer.alloc(4 - data.length)]);
      const line = Buffer.concat([head, number(free, 4)]);
      free += data.length;
      outside.push(data);
      return line;
    });
    return Buffer.concat([number(entries.length, 2), ...lines, number(next, 4), ...outside]);
  };
  const exif = [text(0x9003, '2024:03:08 17:41:53'), any(0x927c, marks.note), text(0xa430, marks.owner)];
  const gps =
    marks.place === undefined
      ? []
      : [
          text(1, 'N'),
          rationals(2, 2228, 1723, 5190),
          text(3, 'E'),
          rationals(4, 11416, 4321, 917),
          any(0x1b, `ASCII\0\0\0${marks.place}`),
        ];
  const thumbnail = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    Buffer.from(marks.thumbnail),
    Buffer.from([0xff, 0xd9]),
  ]);
  const image = (exifAt: number, gpsAt: number): readonly Entry[] => [
    text(0x010f, marks.maker),
    { tag: 0x0112, type: 3, count: 1, data: number(marks.orientation, 2) },
    text(0x013b, marks.owner),
    long(0x8769, exifAt),
    ...(gps.length > 0 ? [long(0x8825, gpsAt)] : []),
  ];
  const exifAt = 8 + size(image(0, 0));
  const gpsAt = exifAt + size(exif);
  const smallAt = gpsAt + (gps.length > 0 ? size(gps) : 0);
  const small = (at: number) => [long(0x0201, at), long(0x0202, thumbnail.length)];
  return Buffer.concat([
    Buffer.from(isLittleEndian ? 'II' : 'MM'),
    number(42, 2),
    number(8, 4),
    directory(image(exifAt, gpsAt), 8, smallAt),
    directory(exif, exifAt, 0),
    ...(gps.length > 0 ? [directory(gps, gpsAt, 0)] : []),
    directory(small(smallAt + size(small(0))), smallAt, 0),
    thumbnail,
  ]);
}

/** An XMP packet that names somebody. */
export function xmpOf(creator: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
}

/** Red, green and blue under D50. */
export type Primaries = readonly (readonly [number, number, number])[];

const srgb: Primaries = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7141],
];

/** A colour profile of a screen (ICC.1:2001-04): its colours by a power of 2.2, and a description with a name in it. */
export function iccProfile(name: string, primaries = srgb): Buffer {
  const fixed = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(Math.round(value * 65536));
    return bytes;
  };
  const xyz = (...values: readonly number[]) =>
    Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), ...values.map(fixed)]);
  const described = Buffer.concat([
    Buffer.from('desc\0\0\0\0', 'latin1'),
    Buffer.alloc(4),
    Buffer.from(`${name}\0`),
    Buffer.alloc(79),
  ]);
  described.writeUInt32BE(name.length + 1, 8);
  const curve = Buffer.from('curv\0\0\0\0\0\0\0\x01\x02\x33', 'latin1');
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', described],
    ['cprt', Buffer.from(`text\0\0\0\0${name}\0`, 'latin1')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ...primaries.map((colour, i) => [`${'rgb'[i]}XYZ`, xyz(...colour)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  let at = 128 + 4 + 12 * tags.length;
  const table = tags.map(([tag, data]) => {
    const line = Buffer.from(`${tag}\0\0\0\0\0\0\0\0`, 'latin1');
    line.writeUInt32BE(at, 4);
    line.writeUInt32BE(data.length, 8);
    at += Math.ceil(data.length / 4) * 4;
    return line;
  });
  const count = Buffer.alloc(4);
  count.writeUInt32BE(tags.length);
  const padded = tags.map(([, data]) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]));
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.writeUInt32BE(0x02400000, 8);
  header.write('acsp', 36, 'latin1');
  header.set(xyz(0.9642, 1, 0.8249).subarray(8), 68);
  return Buffer.concat([header, count, ...table, ...padded]);
}
