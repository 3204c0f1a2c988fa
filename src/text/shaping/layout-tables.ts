// What GSUB, GPOS and GDEF are made of (OpenType 1.9, "Common table formats"). All throw RangeError where an offset leads
// out of the table.

/** The offsets of a list that begins with its count at `base + at`, counted from the table's start; null offsets left out. */
export function offsetsAt(table: DataView, base: number, at: number): readonly number[] {
  const count = table.getUint16(base + at);
  const offsets: number[] = [];
  for (let i = 0; i < count; i++) {
    const offset = table.getUint16(base + at + 2 + 2 * i);
    if (offset !== 0) offsets.push(base + offset);
  }
  return offsets;
}

/** Whether a Coverage table has a glyph. */
export function covers(table: DataView, coverage: number, glyph: number): boolean {
  const format = table.getUint16(coverage);
  const count = table.getUint16(coverage + 2);
  for (let i = 0; i < count; i++) {
    const at = coverage + 4 + i * (format === 1 ? 2 : 6);
    const first = table.getUint16(at);
    if (first > glyph) return false;
    if (glyph <= (format === 1 ? first : table.getUint16(at + 2))) return true;
  }
  return false;
}

/** The class of a glyph in a ClassDef table; 0 where it has none there. */
export function classIn(table: DataView, classes: number, glyph: number): number {
  if (table.getUint16(classes) === 1) {
    const index = glyph - table.getUint16(classes + 2);
    return index >= 0 && index < table.getUint16(classes + 4) ? table.getUint16(classes + 6 + 2 * index) : 0;
  }
  const count = table.getUint16(classes + 2);
  for (let i = 0; i < count; i++) {
    const at = classes + 4 + 6 * i;
    if (table.getUint16(at) <= glyph && glyph <= table.getUint16(at + 2)) return table.getUint16(at + 4);
  }
  return 0;
}
