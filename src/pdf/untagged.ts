import type { PagedDocument } from '../layout/paged-document.ts';
import { createColourSpaceWriter } from './content/colour-spaces.ts';
import type { DrawingContext } from './content/draw-stream.ts';
import { createFormWriter } from './content/forms.ts';
import { createGradientWriter } from './content/gradients.ts';
import type { Inks } from './content/inks.ts';
import { createMarkRegister } from './content/marks.ts';
import { createResourceBook } from './content/resources.ts';
import { embedFont } from './font/embed-font.ts';
import { collectFonts } from './font/font-usage.ts';
import type { PdfFile } from './pdf-file.ts';
import { embedImages } from './write-pages.ts';

/**
 * Everything that the pages of a file for paper alone are drawn with: fonts and pictures embedded, and no tags. Without
 * `inks` colours are those of screens.
 */
export function untaggedContext(file: PdfFile, document: PagedDocument, inks?: Inks): DrawingContext {
  const resources = createResourceBook();
  const fonts = collectFonts(document);
  for (const usage of fonts.all) resources.define('Font', usage.name, embedFont(file, usage));
  const images = embedImages(file, document, resources);
  const press = inks && { inks, spaces: createColourSpaceWriter(file, resources) };
  return {
    fonts,
    marks: createMarkRegister(document.pages, 0),
    resources,
    gradients: createGradientWriter(file, resources, press),
    forms: createFormWriter(file, resources),
    ...(press && { press }),
    tagOf: undefined,
    imageName: (key) => images.get(key)!.name,
  };
}
