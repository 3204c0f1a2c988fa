import { BrokenPicture } from '../broken-picture.ts';

/** One component of a frame: luminance, a colour difference, an ink. */
export interface Component {
  readonly id: number;
  /** Sampling factors, 1 to 4. */
  readonly across: number;
  readonly down: number;
  readonly quantization: number;
  /** Samples that it has of the picture. */
  readonly width: number;
  readonly height: number;
  /** Blocks of 8 by 8 that hold these samples. */
  readonly columns: number;
  readonly rows: number;
  /** Blocks across and down with those that fill the last units of an interleaved scan. */
  readonly storedColumns: number;
  readonly storedRows: number;
}

/** A component's samples; the rows are as long as its blocks are wide. */
export interface Plane {
  readonly component: Component;
  readonly samples: Uint8ClampedArray;
  readonly stride: number;
}

/** The frame header (ITU-T T.81 §B.2.2). */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
  /** The largest sampling factors. */
  readonly across: number;
  readonly down: number;
  /** Units of an interleaved scan across and down. */
  readonly unitsAcross: number;
  readonly unitsDown: number;
}

/** Reads a frame that is coded by Huffman codes in 8 bits. Throws {@link BrokenPicture} for others. */
export function readFrame(marker: number, body: Uint8Array): Frame {
  const count = body[5] ?? 0;
  if (marker > 0xc2 || body[0] !== 8 || ![1, 3, 4].includes(count))
    throw new BrokenPicture('its coding is not read; save it as a baseline JPEG');
  if (body.length < 6 + 3 * count) throw new BrokenPicture('its frame header is damaged');
  const height = body[1]! * 256 + body[2]!;
  const width = body[3]! * 256 + body[4]!;
  if (width === 0 || height === 0) throw new BrokenPicture('its width or height is 0');
  const raw = Array.from({ length: count }, (_, i) => {
    const [id, factors, quantization] = body.subarray(6 + 3 * i) as unknown as [number, number, number];
    return { id, across: factors >> 4, down: factors & 15, quantization };
  });
  const isSound = ({ across, down, quantization }: (typeof raw)[number]) =>
    across >= 1 && across <= 4 && down >= 1 && down <= 4 && quantization <= 3;
  if (!raw.every(isSound) || new Set(raw.map(({ id }) => id)).size < count)
    throw new BrokenPicture('its frame header is damaged');
  const across = Math.max(...raw.map((one) => one.across));
  const down = Math.max(...raw.map((one) => one.down));
  const unitsAcross = Math.ceil(width / (8 * across));
  const unitsDown = Math.ceil(height / (8 * down));
  const components = raw.map((one): Component => {
    const own = {
      width: Math.ceil((width * one.across) / across),
      height: Math.ceil((height * one.down) / down),
    };
    return {
      ...one,
      ...own,
      columns: Math.ceil(own.width / 8),
      rows: Math.ceil(own.height / 8),
      storedColumns: unitsAcross * one.across,
      storedRows: unitsDown * one.down,
    };
  });
  return { width, height, isProgressive: marker === 0xc2, components, across, down, unitsAcross, unitsDown };
}
