import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledPicture } from '../../style/styled-tree.ts';
import type { FontBook } from '../../text/fonts/font-book.ts';
import { imageSize } from '../replaced.ts';
import { type PlacedDrawing, placeDrawing } from '../svg/placed-drawing.ts';

/** Gives the picture at an address in a style sheet, to be drawn as an artifact wherever a box of the style shows it. */
export type PictureSource = (url: string, span: Span, style: ComputedStyle) => PlacedDrawing | undefined;

/** What reading and drawing them takes. */
interface PictureResources {
  readonly fonts: FontBook;
  readonly loadPicture: (url: string, span: Span) => StyledPicture | undefined;
}

/** Pictures for backgrounds. Each is made ready once. */
export function createPictureSource(resources: PictureResources, diagnostics: Diagnostic[]): PictureSource {
  const known = new Map<object, PlacedDrawing>();
  return (url, span, style) => {
    const picture = resources.loadPicture(url, span);
    if (!picture) return undefined;
    const ready = known.get(picture);
    if (ready) return ready;
    const made: PlacedDrawing =
      picture.format === 'svg'
        ? placeDrawing(picture.root, { fonts: resources.fonts, style, scope: picture.root, diagnostics })
        : {
            natural: imageSize(picture),
            draw: (area) => [{ kind: 'image', content: undefined, image: picture, span, ...area }],
          };
    known.set(picture, made);
    return made;
  };
}
