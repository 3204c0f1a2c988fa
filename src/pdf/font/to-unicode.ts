/** Entries that one `bfchar` or `bfrange` section may hold (Adobe technical note 5411). */
const SECTION = 100;

interface Range {
  readonly first: number;
  last: number;
  readonly text: string;
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

/** Whether the next code's text follows the range's: last bytes must not run over in either. */
function continues(range: Range, code: number, text: string): boolean {
  if (text.length !== 1 || range.text.length !== 1 || range.last + 1 !== code || (code & 0xff) === 0)
    return false;
  const unit = range.text.charCodeAt(0) + (code - range.first);
  return text.charCodeAt(0) === unit && unit >> 8 === range.text.charCodeAt(0) >> 8;
}

function sections(keyword: string, lines: readonly string[]): string {
  let out = '';
  for (let i = 0; i < lines.length; i += SECTION) {
    const part = lines.slice(i, i + SECTION);
    out += `${part.length} begin${keyword}\n${part.join('\n')}\nend${keyword}\n`;
  }
  return out;
}

/** A ToUnicode CMap (ISO 32000-1 §9.10.3) for two-byte codes: `texts[i]` is the text of code `i + 1`. */
export function toUnicodeCMap(texts: readonly string[]): string {
  const ranges: Range[] = [];
  texts.forEach((text, index) => {
    const code = index + 1;
    const range = ranges.at(-1);
    if (range && continues(range, code, text)) range.last = code;
    else ranges.push({ first: code, last: code, text });
  });
  const chars = ranges.filter((r) => r.first === r.last).map((r) => `<${hex(r.first)}><${utf16Hex(r.text)}>`);
  const spans = ranges
    .filter((r) => r.first !== r.last)
    .map((r) => `<${hex(r.first)}><${hex(r.last)}><${utf16Hex(r.text)}>`);
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${sections('bfchar', chars)}${sections('bfrange', spans)}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
