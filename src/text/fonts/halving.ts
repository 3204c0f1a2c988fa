import type { ShaperFont } from '../shaping/shaper.ts';

/** What `halt` takes off a full-width character (OpenType), in font units. */
export interface Halving {
  readonly advance: number;
  /** What it moves the glyph by: 0 where the empty half is behind the ink, `-advance` where it is before. */
  readonly shift: number;
}

/** A character in a font, as it is shaped by itself. */
export interface HalvingRequest {
  readonly font: ShaperFont;
  readonly character: string;
  readonly script: string;
  readonly language: string;
}

/** Undefined for a character that the font does not halve. */
export type HalvingLookup = (request: HalvingRequest) => Halving | undefined;

/** A lookup that keeps what it has found of each font. */
export function createHalvingLookup(): HalvingLookup {
  const known = new WeakMap<ShaperFont, Map<string, Halving | undefined>>();
  return (request) => {
    const { font, character, script, language } = request;
    const ofFont = known.get(font) ?? new Map<string, Halving | undefined>();
    known.set(font, ofFont);
    const key = `${character}${script} ${language}`;
    if (!ofFont.has(key)) ofFont.set(key, measure(request));
    return ofFont.get(key);
  };
}

function measure({ font, character, script, language }: HalvingRequest): Halving | undefined {
  const [whole, half] = [0, 1].map((halt) => {
    const { count, packed, offsets } = font.shape({
      text: character,
      start: 0,
      end: character.length,
      rtl: false,
      script,
      language,
      features: { halt },
    });
    return { count, advance: packed[count] ?? 0, dx: offsets?.[0] ?? 0 };
  }) as [Shaped, Shaped];
  const advance = whole.advance - half.advance;
  if (whole.count !== 1 || half.count !== 1 || advance <= 0) return undefined;
  return { advance, shift: half.dx - whole.dx };
}

interface Shaped {
  readonly count: number;
  readonly advance: number;
  readonly dx: number;
}
