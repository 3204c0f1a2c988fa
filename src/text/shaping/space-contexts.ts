import { classIn, covers } from './layout-tables.ts';

/** Whether the glyph may stand at each place of a rule: the glyphs before, those that are changed, those behind. */
type Places = readonly boolean[];

/**
 * Whether a rule of a contextual subtable has a glyph between two others, where it tells what one side does to the other
 * (OpenType 1.9, "Sequence context", "Chained sequence context", "Reverse chaining"). `kind`: table and type of lookup.
 */
export function crossesInContext(table: DataView, subtable: number, kind: string, glyph: number): boolean {
  const isChained = kind === 'GSUB 6' || kind === 'GPOS 8';
  if (kind === 'GSUB 8') return crosses(reversePlaces(table, subtable, glyph));
  const format = table.getUint16(subtable);
  if (format === 3) return crosses((isChained ? chainedCoverages : coverages)(table, subtable, glyph));
  const isClass = format === 2;
  const classDefs = isClass ? (isChained ? 3 : 1) : 0;
  // Of a context that is not chained, one table of classes serves for all.
  const matchers = [0, 1, 2].map((list) => {
    if (!isClass) return glyph;
    const classes = table.getUint16(subtable + 4 + 2 * (isChained ? list : 0));
    return classes === 0 ? 0 : classIn(table, subtable + classes, glyph);
  });
  const [before, input, behind] = matchers as [number, number, number];
  const isFirst = covers(table, subtable + table.getUint16(subtable + 2), glyph);
  const sets = subtable + 4 + 2 * classDefs;
  const count = table.getUint16(sets);
  for (let set = 0; set < count; set++) {
    const offset = table.getUint16(sets + 2 + 2 * set);
    if (offset === 0) continue;
    // The sets of glyphs are in the order of the coverage; which is the glyph's own need not be known.
    const begins = isFirst && (!isClass || set === input);
    const rules = subtable + offset;
    for (let rule = 0; rule < table.getUint16(rules); rule++) {
      const at = rules + table.getUint16(rules + 2 + 2 * rule);
      const places = isChained
        ? chainedRule(table, at, begins, [before, input, behind])
        : [begins, ...valuesAt(table, at + 4, table.getUint16(at) - 1, input)];
      if (crosses(places)) return true;
    }
  }
  return false;
}

function crosses(places: Places): boolean {
  return places.lastIndexOf(true, places.length - 2) > 0;
}

/** Glyphs before a rule's own are listed backwards, which is the same here once they are turned. */
function chainedRule(
  table: DataView,
  rule: number,
  begins: boolean,
  [before, input, behind]: readonly [number, number, number],
): Places {
  const backtrack = table.getUint16(rule);
  const inputs = rule + 2 + 2 * backtrack;
  const inputCount = table.getUint16(inputs);
  const lookahead = inputs + 2 + 2 * (inputCount - 1);
  return [
    ...valuesAt(table, rule + 2, backtrack, before).reverse(),
    begins,
    ...valuesAt(table, inputs + 2, inputCount - 1, input),
    ...valuesAt(table, lookahead + 2, table.getUint16(lookahead), behind),
  ];
}

/** Which of so many glyphs or classes are the one that is looked for. */
function valuesAt(table: DataView, at: number, count: number, wanted: number): boolean[] {
  return Array.from({ length: count }, (_, i) => table.getUint16(at + 2 * i) === wanted);
}

function coveragesAt(table: DataView, subtable: number, at: number, count: number, glyph: number): boolean[] {
  return Array.from({ length: count }, (_, i) =>
    covers(table, subtable + table.getUint16(at + 2 * i), glyph),
  );
}

function coverages(table: DataView, subtable: number, glyph: number): Places {
  return coveragesAt(table, subtable, subtable + 6, table.getUint16(subtable + 2), glyph);
}

function chainedCoverages(table: DataView, subtable: number, glyph: number): Places {
  const places: boolean[] = [];
  for (let list = 0, at = subtable + 2; list < 3; list++) {
    const count = table.getUint16(at);
    const found = coveragesAt(table, subtable, at + 2, count, glyph);
    places.push(...(list === 0 ? found.reverse() : found));
    at += 2 + 2 * count;
  }
  return places;
}

function reversePlaces(table: DataView, subtable: number, glyph: number): Places {
  const backtrack = table.getUint16(subtable + 4);
  const behind = subtable + 6 + 2 * backtrack;
  return [
    ...coveragesAt(table, subtable, subtable + 6, backtrack, glyph).reverse(),
    covers(table, subtable + table.getUint16(subtable + 2), glyph),
    ...coveragesAt(table, subtable, behind + 2, table.getUint16(behind), glyph),
  ];
}
