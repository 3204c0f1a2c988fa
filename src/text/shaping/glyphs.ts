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
 * What shaping gives, in visual order and font units. Most of a long document's memory is this, so it lies in one
 * array: three numbers a glyph, id, cluster and advance.
 */
export interface ShapedGlyphs {
  readonly packed: PackedNumbers;
  /** Two numbers a glyph, dx and dy; undefined where all are 0. */
  readonly offsets: Int32Array | undefined;
  /** 1 where a line may not be broken before the glyph's cluster without shaping again. */
  readonly unsafe: Uint8Array;
}

/** Whole numbers; in 16 bits where they fit. */
export type PackedNumbers = Int32Array | Uint16Array;

/** The numbers in as few bits as they fit into: an advance may be negative, and a long paragraph has high offsets. */
export function packNumbers(numbers: Int32Array): PackedNumbers {
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! < 0 || numbers[i]! > 0xffff) return numbers;
  return new Uint16Array(numbers);
}

const stride = 3;

/** Glyphs in visual order: a stretch of arrays that it shares with other stretches. Nothing of it changes. */
export class Glyphs implements Iterable<Glyph> {
  readonly length: number;
  readonly #packed: PackedNumbers;
  readonly #offsets: Int32Array | undefined;
  /** Pt of a font unit. */
  readonly #factor: number;
  /** Advance, dx and dy of each glyph, pt; only where they are not the font's own. */
  readonly #lengths: Float64Array | undefined;
  readonly #from: number;
  /** What is taken off the clusters. */
  readonly #base: number;

  private constructor(
    packed: PackedNumbers,
    offsets: Int32Array | undefined,
    factor: number,
    lengths: Float64Array | undefined,
    from: number,
    length: number,
    base: number,
  ) {
    this.#packed = packed;
    this.#offsets = offsets;
    this.#factor = factor;
    this.#lengths = lengths;
    this.#from = from;
    this.length = length;
    this.#base = base;
  }

  /** Shaped glyphs at a size; `factor` is pt of a font unit. */
  static shaped({ packed, offsets }: ShapedGlyphs, factor: number): Glyphs {
    return new Glyphs(packed, offsets, factor, undefined, 0, packed.length / stride, 0);
  }

  /** Glyphs as they are given. */
  static of(glyphs: readonly Glyph[]): Glyphs {
    const packed = new Int32Array(glyphs.length * stride);
    const lengths = new Float64Array(glyphs.length * stride);
    glyphs.forEach(({ id, cluster, advance, dx, dy }, index) => {
      packed.set([id, cluster, 0], index * stride);
      lengths.set([advance, dx, dy], index * stride);
    });
    return new Glyphs(packed, undefined, 0, lengths, 0, glyphs.length, 0);
  }

  id(index: number): number {
    return this.#packed[(this.#from + index) * stride]!;
  }

  cluster(index: number): number {
    return this.#packed[(this.#from + index) * stride + 1]! - this.#base;
  }

  advance(index: number): number {
    const at = (this.#from + index) * stride;
    return this.#lengths ? this.#lengths[at]! : this.#packed[at + 2]! * this.#factor;
  }

  dx(index: number): number {
    const at = this.#from + index;
    if (this.#lengths) return this.#lengths[at * stride + 1]!;
    return this.#offsets ? this.#offsets[at * 2]! * this.#factor : 0;
  }

  dy(index: number): number {
    const at = this.#from + index;
    if (this.#lengths) return this.#lengths[at * stride + 2]!;
    return this.#offsets ? this.#offsets[at * 2 + 1]! * this.#factor : 0;
  }

  /** The sum of the advances, pt. */
  width(): number {
    let sum = 0;
    for (let i = 0; i < this.length; i++) sum += this.advance(i);
    return sum;
  }

  /** The glyphs from `from` to `to`, not included, their clusters counted from `base` on. */
  slice(from: number, to: number, base = 0): Glyphs {
    const { length } = this;
    const end = Math.max(from, Math.min(to, length));
    return new Glyphs(
      this.#packed,
      this.#offsets,
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
    const packed = this.#packed.slice(this.#from * stride, (this.#from + length) * stride);
    const lengths = new Float64Array(length * stride);
    for (let i = 0; i < length; i++) {
      lengths[i * stride] = this.advance(i) + more[i]!;
      lengths[i * stride + 1] = this.dx(i);
      lengths[i * stride + 2] = this.dy(i);
    }
    return new Glyphs(packed, undefined, 0, lengths, 0, length, this.#base);
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

/** A run's glyphs; their clusters are offsets into the paragraph's text, and spacing is included. */
export interface RunGlyphs {
  readonly glyphs: Glyphs;
  /** 1 where a line may not be broken before the glyph's cluster without shaping again. */
  readonly unsafe: Uint8Array;
  /** What the size is multiplied by; 1 for most. */
  readonly scale: number;
}
