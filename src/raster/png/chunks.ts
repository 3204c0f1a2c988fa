/** The chunks of a PNG that make the picture (W3C PNG, third edition). */
export interface PngChunks {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly colourType: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array | undefined;
  readonly transparency: Uint8Array | undefined;
  /** The body of the colour profile's chunk, which no writer keeps. */
  readonly profile?: Uint8Array | undefined;
  /** The image data, still deflated. */
  readonly data: Uint8Array;
}

/** Reads the chunks; text, time, EXIF and all others are passed over. Throws for what is no PNG. */
export function readPng(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  const found = new Map<string, Uint8Array>();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IEND') break;
    if (type === 'IDAT') data.push(body);
    else if (!found.has(type)) found.set(type, body);
    at += 12 + length;
  }
  const header = found.get('IHDR');
  if (!header || header.length < 13 || data.length === 0) throw new Error('The PNG is broken');
  const headerView = new DataView(header.buffer, header.byteOffset, header.byteLength);
  return {
    width: headerView.getUint32(0),
    height: headerView.getUint32(4),
    bitDepth: header[8]!,
    colourType: header[9]!,
    interlaced: header[12] === 1,
    palette: found.get('PLTE'),
    transparency: found.get('tRNS'),
    profile: found.get('iCCP'),
    data: data.length === 1 ? data[0]! : new Uint8Array(Buffer.concat(data)),
  };
}

/** Samples a pixel has in the file. */
export function samplesPerPixel(colourType: number): number {
  return { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colourType] ?? 1;
}

/** One of the interlaced pictures that a PNG is made of; one that is not interlaced is its only pass. */
export interface Pass {
  readonly column: number;
  readonly row: number;
  readonly columnStep: number;
  readonly rowStep: number;
  readonly columns: number;
  readonly rows: number;
  /** Of a row as it is stored, without its filter byte. */
  readonly rowBytes: number;
}

/** Adam7 (W3C PNG §8.1): first column and row, and steps, of each pass. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The passes that hold any pixels, in the order of the data. */
export function passesOf(
  png: Omit<PngChunks, 'palette' | 'transparency' | 'profile' | 'data'>,
): readonly Pass[] {
  const bits = samplesPerPixel(png.colourType) * png.bitDepth;
  const all = png.interlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  return all.flatMap(([column, row, columnStep, rowStep]) => {
    const columns = Math.max(0, Math.ceil((png.width - column) / columnStep));
    const rows = Math.max(0, Math.ceil((png.height - row) / rowStep));
    const rowBytes = Math.ceil((columns * bits) / 8);
    return columns > 0 && rows > 0 ? [{ column, row, columnStep, rowStep, columns, rows, rowBytes }] : [];
  });
}
