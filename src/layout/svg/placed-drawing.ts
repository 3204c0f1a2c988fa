import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { FontBook } from '../../text/fonts/font-book.ts';
import type { Rectangle } from '../geometry.ts';
import type { DisplayItem } from '../paged-document.ts';
import { drawViewport } from './draw-element.ts';
import { type Drawing, drawGroup, maxSegments, OverBudget } from './drawing.ts';
import { pixel, readLength } from './lengths.ts';
import { readViewBox } from './view-box.ts';

/** The size that a picture has by itself; pt. Undefined where it has none. */
export interface NaturalSize {
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Width by height. */
  readonly ratio: number | undefined;
}

/** A drawing in a document. */
export interface PlacedDrawing {
  readonly natural: NaturalSize;
  /** What it shows in a rectangle of the page. What is wrong with it is reported the first time. */
  readonly draw: (area: Rectangle) => readonly DisplayItem[];
}

/** What a drawing takes from the document that it stands in. */
export interface DrawingPlace {
  readonly fonts: FontBook;
  /** Of the box that shows it. */
  readonly style: ComputedStyle;
  /** Holds all that the drawing may refer to. */
  readonly scope: StyledElement;
  readonly diagnostics: Diagnostic[];
}

/** A drawing that can be drawn at any size. */
export function placeDrawing(root: StyledElement, place: DrawingPlace): PlacedDrawing {
  const told = new Set<string>();
  let ids: ReadonlyMap<string, StyledElement> | undefined;
  const find = (id: string): StyledElement | undefined => {
    ids ??= idsOf(root, place.scope);
    return ids.get(id);
  };
  const report = (diagnostic: Diagnostic): void => {
    const { code, message, span } = diagnostic;
    const key = `${code} ${span?.source.name} ${span?.start} ${message}`;
    if (!told.has(key)) place.diagnostics.push(diagnostic);
    told.add(key);
  };
  const { fonts, style } = place;
  // A drawing in the HTML is a box, which is transparent by itself.
  const opacity = place.scope === root ? root.style.opacity : 1;
  const shared = { fonts, families: style.fontFamily, language: style.language, find, report };
  return {
    natural: naturalSize(root),
    draw({ x, y, width, height }) {
      const drawing: Drawing = { ...shared, items: [], budget: maxSegments, extent: undefined };
      const viewport = { width: width / pixel, height: height / pixel };
      const space = { matrix: [pixel, 0, 0, pixel, x, y] as const, viewport };
      try {
        drawGroup(drawing, undefined, opacity, () => {
          drawViewport(root, { x: 0, y: 0, ...viewport }, space, drawing);
        });
      } catch (error) {
        if (!(error instanceof OverBudget)) throw error;
        const message = `the drawing makes more than ${maxSegments} segments of paths, clips and text`;
        report(diagnose('svg-invalid', message, root.span, 'Simplify it, or save it as a picture'));
        return [];
      }
      return drawing.items;
    },
  };
}

/** Elements by id: the drawing's own come before those of other drawings around it. */
function idsOf(root: StyledElement, scope: StyledElement): ReadonlyMap<string, StyledElement> {
  const ids = new Map<string, StyledElement>();
  const walk = (element: StyledElement, isDrawn: boolean): void => {
    const { id } = element.attributes;
    const isInside = isDrawn || element.tag === 'svg';
    if (isInside && id !== undefined && !ids.has(id)) ids.set(id, element);
    for (const child of element.children) if (child.type === 'element') walk(child, isInside);
  };
  walk(root, true);
  if (scope !== root) walk(scope, false);
  return ids;
}

/** By `width`, `height` and `viewBox` (SVG 2 §8.9); a percentage is no size of its own. */
function naturalSize({ attributes, style }: StyledElement): NaturalSize {
  const side = (text: string | undefined): number | undefined => {
    if (text === undefined || text.includes('%')) return undefined;
    const length = readLength(text, 'x', { width: 0, height: 0 }, style.fontSize / pixel);
    return length !== undefined && length >= 0 ? length * pixel : undefined;
  };
  const [width, height] = [side(attributes.width), side(attributes.height)];
  const box = readViewBox(attributes.viewBox);
  const own = width && height ? width / height : undefined;
  return { width, height, ratio: own ?? (box && box.width / box.height) };
}
