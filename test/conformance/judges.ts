import type { Judge } from './judge.ts';
import { pdfProperties } from './judges/pdf-properties.ts';
import { pdfReadingOrder } from './judges/pdf-reading-order.ts';
import { pdfText } from './judges/pdf-text.ts';
import { qpdf } from './judges/qpdf.ts';

/** Every judge, in the order of the table. */
export const judges: readonly Judge[] = [qpdf, pdfProperties, pdfText, pdfReadingOrder];
