/** The sum of a table's words (OpenType, "Calculating checksums"), which a last short one is filled up to with zeros. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let i = 0; i < whole; i += 4) sum = (sum + view.getUint32(i)) | 0;
  for (let i = whole; i < bytes.length; i++) sum = (sum + (bytes[i]! << (24 - 8 * (i - whole)))) | 0;
  return sum >>> 0;
}

/**
 * A TrueType file of the given tables (OpenType, "Organization of an OpenType font"), with its checksums.
 * `head` must be among them.
 */
export function buildSfnt(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const tags = Object.keys(tables).sort();
  const headerLength = 12 + tags.length * 16;
  const padded = (length: number) => (length + 3) & ~3;
  const total = tags.reduce((sum, tag) => sum + padded(tables[tag]!.length), headerLength);
  const font = new Uint8Array(total);
  const view = new DataView(font.buffer);
  const entrySelector = Math.floor(Math.log2(tags.length));
  const searchRange = 16 * 2 ** entrySelector;
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, searchRange);
  view.setUint16(8, entrySelector);
  view.setUint16(10, tags.length * 16 - searchRange);
  let offset = headerLength;
  let headAt = 0;
  tags.forEach((tag, index) => {
    const table = tables[tag]!;
    const record = 12 + index * 16;
    for (let i = 0; i < 4; i++) font[record + i] = tag.charCodeAt(i);
    font.set(table, offset);
    if (tag === 'head') {
      headAt = offset;
      view.setUint32(offset + 8, 0);
    }
    view.setUint32(record + 4, checksum(font.subarray(offset, offset + padded(table.length))));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    offset += padded(table.length);
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(font)) >>> 0);
  return font;
}
