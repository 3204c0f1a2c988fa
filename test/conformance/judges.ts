import type { Judge } from './judge.ts';
import { pdfProperties } from './judges/pdf-properties.ts';
import { pdfReadingOrder } from './judges/pdf-reading-order.ts';
import { pdfText } from './judges/pdf-text.ts';
import { qpdf } from './judges/qpdf.ts';
import { verapdf2a, verapdfUa1 } from './judges/verapdf.ts';

/** Every judge, in the order of the table. */
export const judges: readonly Judge[] = [
  qpdf,
  pdfProperties,
  pdfText,
  pdfReadingOrder,
  verapdfUa1,
  verapdf2a,
];
