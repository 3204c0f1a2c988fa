import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { qrMatrix, quietZone } from '../layout/paint/qr-code.ts';
import type { PlacedDrawing } from '../layout/svg/placed-drawing.ts';
import { uprightPixels } from '../raster/printed-pixels.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { StyledElement, StyledPicture } from '../style/styled-tree.ts';
import { cleanText } from './clean-text.ts';
import { drawingShapes } from './drawing-shapes.ts';
import type { Picture } from './model.ts';
import type { PrintedImages } from './picture-files.ts';
import { modulesPng } from './png.ts';
import { resolveLength } from './units.ts';

/** Loads the picture of an `img`; undefined where it cannot be had, which the loader reports. */
export type LoadImage = (element: StyledElement) => StyledPicture | undefined;

/** A CSS pixel in pt. */
const pixel = 0.75;
/** Side of a QR code that the style sheet gives no size: 25 mm. */
const qrSide = 71;

/** A drawing as layout draws it; `box` is the element that shows it, whose faces serve where it names none. */
export type PlaceDrawing = (root: StyledElement, box: StyledElement) => PlacedDrawing;

/** Where pictures come from. */
export interface PictureSource {
  readonly loadImage: LoadImage;
  /** Undefined: drawings are their text. */
  readonly placeDrawing: PlaceDrawing | undefined;
  /** Takes what each picture is printed like. */
  readonly printed: PrintedImages;
  readonly diagnostics: Diagnostic[];
}

/** The picture that an `img`, `svg` or `qr-code` stands for, at most `measure` pt wide. */
export function pictureOf(
  element: StyledElement,
  measure: number,
  source: PictureSource,
): Picture | undefined {
  if (element.tag === 'qr-code') return qrPicture(element, measure, source);
  if (element.tag === 'svg') return drawnPicture(element, element, measure, source);
  if (element.tag !== 'img') return undefined;
  const image = source.loadImage(element);
  if (!image) return undefined;
  if (image.format === 'svg') return drawnPicture(image.root, element, measure, source);
  const pixels = uprightPixels(image);
  const natural = { width: pixels.width * pixel, height: pixels.height * pixel };
  const size = sizeOf(element.style, natural, measure);
  source.printed.add(image, size);
  return {
    format: image.format,
    key: image.key,
    ...size,
    orientation: image.orientation,
    alt: cleanText(element.attributes.alt ?? ''),
  };
}

/** A drawing as shapes of Word's own, which can be edited. */
function drawnPicture(
  root: StyledElement,
  element: StyledElement,
  measure: number,
  { placeDrawing, diagnostics }: PictureSource,
): Picture | undefined {
  if (!placeDrawing) return undefined;
  const { natural, draw } = placeDrawing(root, element);
  const width = natural.width ?? (natural.height && natural.ratio ? natural.height * natural.ratio : measure);
  const height = natural.ratio ? width / natural.ratio : (natural.height ?? width / 2);
  const size = sizeOf(element.style, { width, height }, measure);
  const { shapes, leftOut } = drawingShapes(draw({ x: 0, y: 0, ...size }));
  if (leftOut.length > 0) {
    const message = `Word's shapes have no room for ${leftOut.join(', ')}: the drawing looks different in the DOCX`;
    diagnostics.push(diagnose('svg-unsupported', message, element.span));
  }
  const alt = cleanText(element.attributes.alt ?? element.attributes['aria-label'] ?? '');
  return shapes.length === 0 ? undefined : { format: 'drawing', shapes, ...size, alt };
}

function qrPicture(element: StyledElement, measure: number, { printed }: PictureSource): Picture | undefined {
  const value = element.attributes.value ?? '';
  const matrix = qrMatrix(value);
  const size = sizeOf(element.style, { width: qrSide, height: qrSide }, measure);
  const side = Math.min(size.width, size.height);
  const key = `qr ${value}`;
  printed.addFile(
    key,
    modulesPng(matrix.size, (row, column) => matrix.dark(row, column), quietZone, 8),
  );
  return {
    format: 'png',
    key,
    width: side,
    height: side,
    orientation: 1,
    alt: cleanText(element.attributes['aria-label'] || value),
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(style: ComputedStyle, natural: Size, measure: number): Size {
  const asked = typeof style.width === 'object' ? resolveLength(style.width, measure) : undefined;
  const tall = style.height === 'auto' || style.height.percent !== 0 ? undefined : style.height.pt;
  const ratio = natural.height / natural.width;
  const width = asked ?? (tall === undefined ? natural.width : tall / ratio);
  const limit =
    style.maxWidth === 'none' ? measure : Math.min(measure, resolveLength(style.maxWidth, measure));
  const scale = Math.min(1, limit / width);
  const height = (asked !== undefined && tall !== undefined ? tall : width * ratio) * scale;
  return { width: Math.max(1, width * scale), height: Math.max(1, height) };
}
