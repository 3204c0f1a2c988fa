import type { Judge } from './judge.ts';
import { amendmentsJudge } from './judges/amendments.ts';
import { brokenPicturesJudge } from './judges/broken-pictures.ts';
import { checksums } from './judges/checksums.ts';
import { commonmarkParse, commonmarkText } from './judges/commonmark.ts';
import { docxSavedAgain } from './judges/docx-saved-again.ts';
import { docxText } from './judges/docx-text.ts';
import { hostileInputs } from './judges/hostile-inputs.ts';
import { interruptedBuilds } from './judges/interrupted-builds.ts';
import { jpegImages } from './judges/jpeg-images.ts';
import { layoutChromium, layoutWeasyprint } from './judges/layout.ts';
import { libreoffice } from './judges/libreoffice.ts';
import { lineBreaks } from './judges/line-breaks.ts';
import { naughtyStrings } from './judges/naughty-strings.ts';
import { noMetadata } from './judges/no-metadata.ts';
import { ooxml } from './judges/ooxml.ts';
import { pdfProperties } from './judges/pdf-properties.ts';
import { pdfReadingOrder } from './judges/pdf-reading-order.ts';
import { pdfText } from './judges/pdf-text.ts';
import { pdfiumText } from './judges/pdfium-text.ts';
import { pdfjsFields } from './judges/pdfjs-fields.ts';
import { pdfjsText } from './judges/pdfjs-text.ts';
import { photographsJudge } from './judges/photographs.ts';
import { pngImages } from './judges/png-images.ts';
import { pressPlates } from './judges/press-plates.ts';
import { qpdf } from './judges/qpdf.ts';
import { reproducible } from './judges/reproducible.ts';
import { runningText } from './judges/running-text.ts';
import { shaping } from './judges/shaping.ts';
import { specimens } from './judges/specimens.ts';
import { unicodeBidi, unicodeBidiCharacters } from './judges/unicode-bidi.ts';
import { unicodeGraphemes, unicodeLines } from './judges/unicode-breaks.ts';
import { unicodeProperties } from './judges/unicode-properties.ts';
import { verapdf2a, verapdfUa1 } from './judges/verapdf.ts';
import { xmllint } from './judges/xmllint.ts';
import { zips } from './judges/zips.ts';

/** Every judge, in the order of the table. */
export const judges: readonly Judge[] = [
  qpdf,
  pdfProperties,
  pdfText,
  pdfReadingOrder,
  runningText,
  pdfjsText,
  pdfiumText,
  pdfjsFields,
  pressPlates,
  layoutChromium,
  layoutWeasyprint,
  lineBreaks,
  verapdfUa1,
  verapdf2a,
  docxText,
  xmllint,
  ooxml,
  libreoffice,
  docxSavedAgain,
  amendmentsJudge,
  zips,
  checksums,
  reproducible,
  noMetadata,
  photographsJudge,
  pngImages,
  jpegImages,
  brokenPicturesJudge,
  hostileInputs,
  interruptedBuilds,
  commonmarkParse,
  commonmarkText,
  naughtyStrings,
  shaping,
  specimens,
  unicodeProperties,
  unicodeBidi,
  unicodeBidiCharacters,
  unicodeLines,
  unicodeGraphemes,
];
