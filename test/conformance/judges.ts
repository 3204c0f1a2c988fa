import type { Judge } from './judge.ts';
import { qpdf } from './judges/qpdf.ts';

/** Every judge, in the order of the table. */
export const judges: readonly Judge[] = [qpdf];
