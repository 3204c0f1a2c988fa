/** Entries that one `bfrange` section may hold (Adobe technical note 5411). */
const SECTION = 100;

/** Fewer neighbours than this are shorter in a list. */
const SHORTEST_RUN = 4;

/** Codes with texts that count up from the first, or with a text each. */
interface Range {
  readonly first: number;
  readonly texts: string[];
  readonly isRun: boolean;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** UTF-16BE in hex digits. */
function utf16Hex(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i));
  return digits;
}

/** Whether a text follows another: their last bytes must not run over. */
function follows(text: string, next: string): boolean {
  if (text.length !== 1 || next.length !== 1) return false;
  const unit = text.charCodeAt(0) + 1;
  return next.charCodeAt(0) === unit && (unit & 0xff) !== 0;
}

/** How many of the texts from `start` up to `end`, not included, count up. */
function runLength(texts: readonly string[], start: number, end: number): number {
  let at = start + 1;
  while (at < end && follows(texts[at - 1]!, texts[at]!)) at++;
  return at - start;
}

/** The texts as ranges, none of which goes beyond codes of one high byte. */
function rangesOf(texts: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < texts.length; ) {
    const first = at + 1;
    const end = Math.min(texts.length, first | 0xff);
    const length = runLength(texts, at, end);
    const list = ranges.at(-1);
    if (length >= SHORTEST_RUN) ranges.push({ first, texts: texts.slice(at, at + length), isRun: true });
    else if (list && !list.isRun && (first & 0xff) !== 0) list.texts.push(...texts.slice(at, at + length));
    else ranges.push({ first, texts: texts.slice(at, at + length), isRun: false });
    at += length;
  }
  return ranges;
}

function rangeEntry({ first, texts, isRun }: Range): string {
  const codes = `<${hex(first)}><${hex(first + texts.length - 1)}>`;
  const listed = texts.map((text) => `<${utf16Hex(text)}>`);
  return isRun ? `${codes}${listed[0]}\n` : `${codes}[${listed.join('')}]\n`;
}

/** A ToUnicode CMap (ISO 32000-1 §9.10.3) for two-byte codes: `texts[i]` is the text of code `i + 1`. */
export function toUnicodeCMap(texts: readonly string[]): string {
  const entries = rangesOf(texts).map(rangeEntry);
  let sections = '';
  for (let i = 0; i < entries.length; i += SECTION) {
    const part = entries.slice(i, i + SECTION);
    sections += `${part.length} beginbfrange\n${part.join('')}endbfrange\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${sections}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
