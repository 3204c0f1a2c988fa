import type { Field } from '../../layout/paged-document.ts';
import { decimals } from '../content/numbers.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { PdfReference } from '../pdf-object.ts';

/** The state of a box that is ticked. */
export const ON = 'Yes';

/** Writes what fields look like (ISO 32000-1 §12.5.5); those that look alike share it. */
export interface AppearanceWriter {
  /** A field that nothing is written in: the page shows its line. */
  empty(width: number, height: number): PdfReference;
  /** A box that is ticked. */
  ticked(field: Field, width: number, height: number): PdfReference;
}

/** Corners of the tick, as parts of its box from the bottom left. */
const TICK = [0.18, 0.5, 0.42, 0.22, 0.84, 0.82] as const;

function tick({ colour }: Field, width: number, height: number): string {
  const [x0, y0, x1, y1, x2, y2] = TICK;
  const line = decimals(Math.min(width, height) * 0.12);
  const [start, corner, end] = [
    [x0, y0],
    [x1, y1],
    [x2, y2],
  ].map(([x, y]) => decimals(x! * width, y! * height));
  return `q ${decimals(colour.r, colour.g, colour.b)} RG ${line} w 1 J 1 j ${start} m ${corner} l ${end} l S Q`;
}

/** Keeps what is written by what it is made of. */
export function createAppearanceWriter(file: PdfFile): AppearanceWriter {
  const written = new Map<string, PdfReference>();
  const write = (width: number, height: number, operators: string): PdfReference => {
    const key = `${decimals(width, height)} ${operators}`;
    const known = written.get(key);
    if (known) return known;
    const round = (value: number) => Math.round(value * 1000) / 1000;
    const box = { BBox: [0, 0, round(width), round(height)], Resources: {} };
    const form = file.stream({ Type: 'XObject', Subtype: 'Form', ...box }, Buffer.from(operators, 'latin1'));
    written.set(key, form);
    return form;
  };
  return {
    empty: (width, height) => write(width, height, '/Tx BMC\nEMC'),
    ticked: (field, width, height) => write(width, height, tick(field, width, height)),
  };
}
