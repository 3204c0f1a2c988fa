/** Codes to be written. */
export interface HuffmanCodes {
  /** How many codes there are of each length, 1 to 16, and their symbols in the order of the codes: a DHT segment's. */
  readonly counts: Uint8Array;
  readonly symbols: Uint8Array;
  /** By symbol. */
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

/** The shortest codes of at most 16 bits for symbols that come this often (ITU-T T.81 annex K.2); none is all ones. */
export function shortestCodes(frequencies: Uint32Array): HuffmanCodes {
  const counts = limitLengths(countLengths(codeLengths(frequencies)));
  const used = [...frequencies.keys()].filter((symbol) => frequencies[symbol]! > 0);
  const wanted = codeLengths(frequencies);
  // Shorter codes to what comes more often: the order of the lengths before they were limited.
  const symbols = Uint8Array.from(used.sort((a, b) => wanted[a]! - wanted[b]! || a - b));
  const codes = new Uint16Array(256);
  const lengths = new Uint8Array(256);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++, code <<= 1) {
    for (let i = 0; i < counts[length - 1]!; i++, code++, index++) {
      codes[symbols[index]!] = code;
      lengths[symbols[index]!] = length;
    }
  }
  return { counts, symbols, codes, lengths };
}

/** Huffman's lengths by symbol; the last is that of a symbol that stands for the code of ones alone. */
function codeLengths(frequencies: Uint32Array): Uint8Array {
  const reserved = frequencies.length;
  let groups = [...frequencies.keys()]
    .filter((symbol) => frequencies[symbol]! > 0)
    .map((symbol) => ({ weight: frequencies[symbol]!, members: [symbol] }));
  groups.push({ weight: 0, members: [reserved] });
  const lengths = new Uint8Array(reserved + 1);
  while (groups.length > 1) {
    groups.sort((a, b) => a.weight - b.weight || b.members[0]! - a.members[0]!);
    const [first, second, ...rest] = groups as [(typeof groups)[0], (typeof groups)[0], ...typeof groups];
    const members = [...first.members, ...second.members];
    for (const member of members) lengths[member]!++;
    groups = [...rest, { weight: first.weight + second.weight, members }];
  }
  return lengths;
}

/** How many symbols there are of each length, from 0 on. */
function countLengths(lengths: Uint8Array): number[] {
  const counts = Array<number>(257).fill(0);
  for (const length of lengths) if (length > 0) counts[length]!++;
  return counts;
}

/** Figure K.3: pairs of codes that are too long become one shorter code, and split another. The reserved code goes. */
function limitLengths(counts: number[]): Uint8Array {
  for (let length = 256; length > 16; length--) {
    while (counts[length]! > 0) {
      let shorter = length - 2;
      while (counts[shorter] === 0) shorter--;
      counts[length]! -= 2;
      counts[length - 1]!++;
      counts[shorter + 1]! += 2;
      counts[shorter]!--;
    }
  }
  let longest = 16;
  while (counts[longest] === 0) longest--;
  counts[longest]!--;
  return Uint8Array.from(counts.slice(1, 17));
}
