import type { Rectangle } from '../../layout/geometry.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { StreamMarks } from './marks.ts';
import type { ResourceBook, StreamContent } from './resources.ts';

/** Writes content that is shown as one (ISO 32000-1 §11.6.6). */
export interface FormWriter {
  /** A transparency group that one page draws once; the box, in PDF's coordinates, must hold it. Gives its name. */
  group(content: StreamContent, marks: StreamMarks, box: Rectangle): string;
}

/** Writes form XObjects and enters them in the book. */
export function createFormWriter(file: PdfFile, book: ResourceBook): FormWriter {
  let count = 0;
  return {
    group({ operators, used }, marks, { x, y, width, height }) {
      const name = `X${++count}`;
      const dictionary = {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [x, y, x + width, y + height].map((value) => Math.round(value * 1000) / 1000),
        Group: { S: 'Transparency' },
        Resources: book.dictionary(used),
        StructParents: marks.count > 0 ? marks.claimKey() : undefined,
      };
      const form = file.stream(dictionary, Buffer.from(operators, 'latin1'));
      marks.close(form);
      book.define('XObject', name, form);
      return name;
    },
  };
}
