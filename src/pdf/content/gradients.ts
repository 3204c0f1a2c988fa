import type { Matrix, Rectangle } from '../../layout/geometry.ts';
import type { Gradient } from '../../layout/graphics.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { Dictionary, PdfReference } from '../pdf-object.ts';
import type { ColourSpaceWriter } from './colour-spaces.ts';
import { type Inks, type SpaceColours, screenInks } from './inks.ts';
import { decimals } from './numbers.ts';
import { noNames, type ResourceBook } from './resources.ts';

/** The gradients of a document: equal ones are one object. */
export interface GradientWriter {
  /** The name of a pattern of the gradient's colours; the matrix leads to the stream's first coordinates. */
  pattern(gradient: Gradient, matrix: Matrix): string;
  /**
   * The name of a graphics state that lets through as much as the gradient's colours are opaque. The matrix leads to
   * the coordinates in which it is set; the area, in them too, must hold all that is drawn.
   */
  softMask(gradient: Gradient, matrix: Matrix, area: Rectangle): string;
}

/** A stop of a gradient in the space of its shading. */
interface InkedStop {
  readonly offset: number;
  readonly components: readonly number[];
}

const round = (value: number): number => Math.round(value * 10000) / 10000;

/** From 0 to 1, from one stop's components to the next's (ISO 32000-1 §7.10.3). */
function interpolation(from: readonly number[], to: readonly number[]): Dictionary {
  return { FunctionType: 2, Domain: [0, 1], C0: from.map(round), C1: to.map(round), N: 1 };
}

/** The components along the gradient, from offset 0 to 1 (§7.10.4); stops at one place make an edge. */
function ramp(stops: readonly InkedStop[]): Dictionary {
  const first = stops[0]!;
  const last = stops.at(-1)!;
  const all = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }];
  const parts = all.slice(1).flatMap((stop, index) => {
    const before = all[index]!;
    const [from, to] = [round(before.offset), round(stop.offset)];
    return to > from ? [{ to, part: interpolation(before.components, stop.components) }] : [];
  });
  if (parts.length === 1) return parts[0]!.part;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: parts.map(({ part }) => part),
    Bounds: parts.slice(0, -1).map(({ to }) => to),
    Encode: parts.flatMap(() => [0, 1]),
  };
}

/**
 * The same gradient with room behind its ends, where two stops at one end make an edge: what goes on beyond is the
 * colour of the outer one.
 */
function withRoomAtEnds(gradient: Gradient): Gradient {
  const { stops } = gradient;
  const edgeBefore = stops.length > 1 && stops[0]!.offset === 0 && stops[1]!.offset === 0;
  const edgeAfter = stops.length > 1 && stops.at(-1)!.offset === 1 && stops.at(-2)!.offset === 1;
  // A circle cannot be smaller than nothing: nothing can be seen within it.
  const before =
    edgeBefore && (gradient.kind === 'linear' || gradient.from.radius > 0) ? startRoom(gradient) : 0;
  const after = edgeAfter ? 1 : 0;
  if (before + after === 0) return gradient;
  const at = (offset: number) => (offset + before) / (1 + before + after);
  const moved = stops.map(({ colour, offset }) => ({ colour, offset: at(offset) }));
  const along = (from: number, to: number, share: number): number => from + (to - from) * share;
  if (gradient.kind === 'linear') {
    const { from, to } = gradient;
    const end = (share: number) => ({ x: along(from.x, to.x, share), y: along(from.y, to.y, share) });
    return { ...gradient, stops: moved, from: end(-before), to: end(1 + after) };
  }
  const { from, to } = gradient;
  const end = (share: number) => ({
    x: along(from.x, to.x, share),
    y: along(from.y, to.y, share),
    radius: along(from.radius, to.radius, share),
  });
  return { ...gradient, stops: moved, from: end(-before), to: end(1 + after) };
}

/** How far a gradient can be drawn out before its start, as a share of itself. */
function startRoom(gradient: Gradient): number {
  if (gradient.kind === 'linear') return 1;
  const grows = gradient.to.radius - gradient.from.radius;
  return grows > 0 ? Math.min(1, gradient.from.radius / grows) : 1;
}

/** An axial or radial shading in the gradient's own coordinates (§8.7.4.5.3 and .4). */
function shading(whole: Gradient, { space, components }: SpaceColours): Dictionary {
  const gradient = withRoomAtEnds(whole);
  const { from, to } = gradient;
  const ends =
    gradient.kind === 'linear'
      ? [from.x, from.y, to.x, to.y]
      : [from.x, from.y, gradient.from.radius, to.x, to.y, gradient.to.radius];
  return {
    ShadingType: gradient.kind === 'linear' ? 2 : 3,
    ColorSpace: space,
    Coords: ends.map(round),
    Function: ramp(gradient.stops.map(({ offset }, index) => ({ offset, components: components[index]! }))),
    Extend: [true, true],
  };
}

/** Writes each distinct gradient once and enters it in the book. */
export function createGradientWriter(
  file: PdfFile,
  book: ResourceBook,
  press?: { readonly inks: Inks; readonly spaces: ColourSpaceWriter },
): GradientWriter {
  const shadings = new Map<string, PdfReference>();
  const names = new Map<string, string>();

  const { inks, spaces } = press ?? { inks: screenInks };
  const shadingOf = (gradient: Gradient, colours: SpaceColours): PdfReference => {
    const data = shading(gradient, colours);
    const key = JSON.stringify(data);
    const ColorSpace = spaces?.valueOf(colours.space) ?? colours.space;
    const known = shadings.get(key) ?? file.object({ ...data, ColorSpace });
    shadings.set(key, known);
    return known;
  };
  const named = (prefix: string, key: string, define: (name: string) => void): string => {
    const known = names.get(`${prefix} ${key}`);
    if (known !== undefined) return known;
    const count = [...names.values()].filter((name) => name.startsWith(prefix)).length;
    const name = `${prefix}${count + 1}`;
    names.set(`${prefix} ${key}`, name);
    define(name);
    return name;
  };
  const patternOf = (shaded: PdfReference, matrix: Matrix): string => {
    const Matrix = matrix.map(round);
    return named('P', `${shaded.id} ${Matrix.join(' ')}`, (name) => {
      book.define('Pattern', name, file.object({ Type: 'Pattern', PatternType: 2, Shading: shaded, Matrix }));
    });
  };
  return {
    pattern: (gradient, matrix) =>
      patternOf(shadingOf(gradient, inks.inOneSpace(gradient.stops.map(({ colour }) => colour))), matrix),
    softMask(gradient, matrix, { x, y, width, height }) {
      const opacities = gradient.stops.map(({ colour }) => [colour.a]);
      const pattern = patternOf(shadingOf(gradient, { space: 'DeviceGray', components: opacities }), matrix);
      const area = decimals(x, y, width, height);
      return named('M', `${pattern} ${area}`, (name) => {
        const used = noNames();
        used.Pattern.add(pattern);
        const mask = {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [x, y, x + width, y + height].map(round),
          Group: { S: 'Transparency', CS: 'DeviceGray' },
          Resources: book.dictionary(used),
        };
        const G = file.stream(mask, Buffer.from(`/Pattern cs\n/${pattern} scn\n${area} re\nf\n`, 'latin1'));
        book.define('ExtGState', name, file.object({ SMask: { S: 'Luminosity', G } }));
      });
    },
  };
}
