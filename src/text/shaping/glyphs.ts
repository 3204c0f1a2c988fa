/** One glyph with its place; pt. */
export interface Glyph {
  readonly id: number;
  /** Pen movement, spacing and justification included. */
  readonly advance: number;
  /** Offset of the drawn glyph from the pen, y upwards. */
  readonly dx: number;
  readonly dy: number;
  /** UTF-16 offset of its cluster in the run's text. */
  readonly cluster: number;
}

/**
 * What shaping gives, in visual order and font units. Most of a long document's memory is this, so it lies in one array, and
 * clusters that need not be told are not.
 */
export interface ShapedGlyphs {
  readonly count: number;
  /** The ids of all glyphs, then their advances, then their clusters unless `first` tells them. */
  readonly packed: PackedNumbers;
  /** The first glyph's cluster where clusters ascend by one, as where each glyph is a character; else undefined. */
  readonly first: number | undefined;
  /** Two numbers a glyph, dx and dy; undefined where all are 0. */
  readonly offsets: Int32Array | undefined;
  /** 1 where a line may not be broken before the glyph's cluster without shaping again. */
  readonly unsafe: Uint8Array;
}

/** Whole numbers; in 16 bits where they fit. */
export type PackedNumbers = Int32Array | Uint16Array;

/** Glyphs in as little memory as they fit into, from the ids of all, their advances and their clusters in one array. */
export function packGlyphs(
  numbers: Int32Array,
  offsets: Int32Array | undefined,
  unsafe: Uint8Array,
): ShapedGlyphs {
  const count = unsafe.length;
  const start = numbers[2 * count];
  let at = 0;
  while (at < count && numbers[2 * count + at] === start! + at) at++;
  const first = at === count ? start : undefined;
  const packed = packNumbers(first === undefined ? numbers : numbers.subarray(0, 2 * count));
  return { count, packed, first, offsets, unsafe };
}

/** The numbers in as few bits as they fit into: an advance may be negative, and a long paragraph has high offsets. */
function packNumbers(numbers: Int32Array): PackedNumbers {
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! < 0 || numbers[i]! > 0xffff) return numbers;
  return new Uint16Array(numbers);
}

/** Advance, dx and dy of a glyph whose lengths are not the font's own. */
const stride = 3;

/** Glyphs in visual order: a stretch of arrays that it shares with other stretches. Nothing of it changes. */
export class Glyphs implements Iterable<Glyph> {
  readonly length: number;
  readonly #shaped: Omit<ShapedGlyphs, 'unsafe'>;
  /** Pt of a font unit. */
  readonly #factor: number;
  /** Advance, dx and dy of each glyph, pt; only where they are not the font's own. */
  readonly #lengths: Float64Array | undefined;
  readonly #from: number;
  /** What is taken off the clusters. */
  readonly #base: number;

  private constructor(
    shaped: Omit<ShapedGlyphs, 'unsafe'>,
    factor: number,
    lengths: Float64Array | undefined,
    from: number,
    length: number,
    base: number,
  ) {
    this.#shaped = shaped;
    this.#factor = factor;
    this.#lengths = lengths;
    this.#from = from;
    this.length = length;
    this.#base = base;
  }

  /** Shaped glyphs at a size; `factor` is pt of a font unit. */
  static shaped({ count, packed, first, offsets }: ShapedGlyphs, factor: number): Glyphs {
    return new Glyphs({ count, packed, first, offsets }, factor, undefined, 0, count, 0);
  }

  /** Glyphs as they are given. */
  static of(glyphs: readonly Glyph[]): Glyphs {
    const count = glyphs.length;
    const packed = new Int32Array(count * 3);
    const lengths = new Float64Array(count * stride);
    glyphs.forEach(({ id, cluster, advance, dx, dy }, index) => {
      packed[index] = id;
      packed[2 * count + index] = cluster;
      lengths.set([advance, dx, dy], index * stride);
    });
    const shaped = { count, packed, first: undefined, offsets: undefined };
    return new Glyphs(shaped, 0, lengths, 0, count, 0);
  }

  id(index: number): number {
    return this.#shaped.packed[this.#from + index]!;
  }

  cluster(index: number): number {
    const { count, packed, first } = this.#shaped;
    const at = this.#from + index;
    return (first === undefined ? packed[2 * count + at]! : first + at) - this.#base;
  }

  advance(index: number): number {
    const at = this.#from + index;
    if (this.#lengths) return this.#lengths[at * stride]!;
    return this.#shaped.packed[this.#shaped.count + at]! * this.#factor;
  }

  dx(index: number): number {
    const at = this.#from + index;
    if (this.#lengths) return this.#lengths[at * stride + 1]!;
    const { offsets } = this.#shaped;
    return offsets ? offsets[at * 2]! * this.#factor : 0;
  }

  dy(index: number): number {
    const at = this.#from + index;
    if (this.#lengths) return this.#lengths[at * stride + 2]!;
    const { offsets } = this.#shaped;
    return offsets ? offsets[at * 2 + 1]! * this.#factor : 0;
  }

  /** True where clusters ascend by one: each glyph is one character, but the last, which may be more. */
  get ascendByOne(): boolean {
    return this.#shaped.first !== undefined;
  }

  /** Adds each glyph's advance to that of its cluster, pt. */
  addAdvances(widths: Float64Array): void {
    const { count, packed, first } = this.#shaped;
    if (this.#lengths || first === undefined) {
      for (let i = 0; i < this.length; i++) widths[this.cluster(i)]! += this.advance(i);
      return;
    }
    const start = first + this.#from - this.#base;
    const from = count + this.#from;
    for (let i = 0; i < this.length; i++) widths[start + i]! += packed[from + i]! * this.#factor;
  }

  /** The sum of the advances, pt. */
  width(): number {
    let sum = 0;
    if (this.#lengths) {
      for (let i = 0; i < this.length; i++) sum += this.advance(i);
      return sum;
    }
    const { count, packed } = this.#shaped;
    const from = count + this.#from;
    const end = from + this.length;
    for (let at = from; at < end; at++) sum += packed[at]! * this.#factor;
    return sum;
  }

  /** The glyphs from `from` to `to`, not included, their clusters counted from `base` on. */
  slice(from: number, to: number, base = 0): Glyphs {
    const { length } = this;
    const end = Math.max(from, Math.min(to, length));
    return new Glyphs(
      this.#shaped,
      this.#factor,
      this.#lengths,
      this.#from + from,
      end - from,
      this.#base + base,
    );
  }

  /** The same glyphs with other lengths: what `change` makes of each. */
  map(change: (glyph: Glyph, index: number) => Glyph): Glyphs {
    return Glyphs.of(Array.from(this, change));
  }

  /** The same glyphs with their advances changed: `more[i]` pt are added to that of the glyph `i`. */
  widened(more: Float64Array): Glyphs {
    const { length } = this;
    const lengths = new Float64Array(length * stride);
    for (let i = 0; i < length; i++) {
      lengths[i * stride] = this.advance(i) + more[i]!;
      lengths[i * stride + 1] = this.dx(i);
      lengths[i * stride + 2] = this.dy(i);
    }
    return new Glyphs(cutOut(this.#shaped, this.#from, length), 0, lengths, 0, length, this.#base);
  }

  /** The glyph at an index, as an object: for what is done seldom. */
  at(index: number): Glyph {
    return {
      id: this.id(index),
      advance: this.advance(index),
      dx: this.dx(index),
      dy: this.dy(index),
      cluster: this.cluster(index),
    };
  }

  *[Symbol.iterator](): Iterator<Glyph> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }
}

/** A stretch that does not keep the rest alive; its offsets are left out. */
function cutOut(
  { count, packed, first }: Omit<ShapedGlyphs, 'unsafe'>,
  from: number,
  length: number,
): Omit<ShapedGlyphs, 'unsafe'> {
  const kinds = first === undefined ? 3 : 2;
  const cut =
    packed instanceof Uint16Array ? new Uint16Array(length * kinds) : new Int32Array(length * kinds);
  for (let kind = 0; kind < kinds; kind++) {
    const start = kind * count + from;
    cut.set(packed.subarray(start, start + length), kind * length);
  }
  return {
    count: length,
    packed: cut,
    first: first === undefined ? undefined : first + from,
    offsets: undefined,
  };
}

/** A run's glyphs; their clusters are offsets into the paragraph's text, and spacing is included. */
export interface RunGlyphs {
  readonly glyphs: Glyphs;
  /** 1 where a line may not be broken before the glyph's cluster without shaping again. */
  readonly unsafe: Uint8Array;
  /** What the size is multiplied by; 1 for most. */
  readonly scale: number;
}
