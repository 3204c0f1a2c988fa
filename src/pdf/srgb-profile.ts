/** Bytes of an ICC profile (ICC.1:2010): numbers are big-endian. */
type Tag = readonly [signature: string, data: Uint8Array];

const headerLength = 128;
const entryLength = 12;

/** D50, as the header and the white point have it. */
const d50 = [0.9642, 1, 0.8249] as const;

/** The primaries of sRGB (IEC 61966-2-1), adapted to D50 by Bradford's matrix, which is `adaptation`. */
const red = [0.43607, 0.22249, 0.01392] as const;
const green = [0.38515, 0.71687, 0.09708] as const;
const blue = [0.14307, 0.06061, 0.7141] as const;
const adaptation = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];

/** The curve of sRGB: exponent, and a, b, c, d of the parametric type 3 (ICC.1:2010 §10.16). */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/** A version 4 display profile of sRGB, made of its defining numbers; about half a kilobyte. */
export function srgbProfile(): Uint8Array {
  const trc = element('para', Buffer.concat([Buffer.from([0, 3, 0, 0]), fixed(curve)]));
  const tags: readonly Tag[] = [
    ['desc', text('sRGB')],
    ['cprt', text('CC0')],
    ['wtpt', xyz(d50)],
    ['chad', element('sf32', fixed(adaptation))],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', trc],
    ['gTRC', trc],
    ['bTRC', trc],
  ];
  const table = Buffer.alloc(4 + tags.length * entryLength);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Uint8Array, number>();
  const parts: Uint8Array[] = [];
  let end = headerLength + table.length;
  tags.forEach(([signature, data], index) => {
    // Tags of one value share it.
    if (!places.has(data)) {
      places.set(data, end);
      parts.push(data);
      end += data.length;
    }
    const at = 4 + index * entryLength;
    table.write(signature, at, 'latin1');
    table.writeUInt32BE(places.get(data)!, at + 4);
    table.writeUInt32BE(data.length, at + 8);
  });
  return Buffer.concat([header(end), table, ...parts]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A date is asked for; the standard's own serves.
  for (const [index, part] of [1999, 10, 18, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write('acsp', 36, 'latin1');
  fixed(d50).copy(bytes, 68);
  return bytes;
}

/** Numbers as s15Fixed16. */
function fixed(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => {
    bytes.writeInt32BE(Math.round(number * 65536), index * 4);
  });
  return bytes;
}

/** A type with its data, filled up to whole words. */
function element(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(8 + Math.ceil(data.length / 4) * 4);
  bytes.write(type, 0, 'latin1');
  bytes.set(data, 8);
  return bytes;
}

function xyz(values: readonly number[]): Uint8Array {
  return element('XYZ ', fixed(values));
}

/** A text in one language (ICC.1:2010 §10.13). */
function text(value: string): Uint8Array {
  const utf16 = Buffer.from(value, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(entryLength, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(utf16.length, 12);
  head.writeUInt32BE(28, 16);
  return element('mluc', Buffer.concat([head, utf16]));
}
