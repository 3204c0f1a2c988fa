/** What a PDF object is made of: names are strings, text is made by `textString`. */
export type Dictionary = Record<string, unknown>;

/** An indirect object. Its data may be filled until it is ended. */
export interface PdfReference {
  readonly id: number;
  readonly data: Dictionary;
  compress: boolean;
  end(chunk?: Uint8Array): void;
}

/** A text string (ISO 32000-1 §7.9.2.2). */
export function textString(text: string): object {
  // pdfkit tells strings from names by the object.
  return new String(text);
}
