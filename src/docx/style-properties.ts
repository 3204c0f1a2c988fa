/** A border of a paragraph or cell: eighths of a point, `RRGGBB`, distance to the text in pt (at most 31). */
export interface EdgeProperties {
  readonly size: number;
  readonly value: 'single' | 'double' | 'dashed' | 'dotted';
  readonly colour: string;
  readonly space: number;
}

/** Borders by logical edge; they are swapped when written, for Word's are physical. */
export interface EdgeSet {
  readonly top: EdgeProperties | undefined;
  readonly end: EdgeProperties | undefined;
  readonly bottom: EdgeProperties | undefined;
  readonly start: EdgeProperties | undefined;
}

/** What a character or paragraph style says of its text. Every property is always known, so that two can be compared. */
export interface RunProperties {
  readonly latin: string;
  /** Half-points. */
  readonly size: number;
  /** Half-points, of complex scripts: Arial is larger to the eye than the naskh faces that style sheets allow for. */
  readonly complexSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `RRGGBB`. */
  readonly colour: string;
  readonly caps: boolean;
  /** Twips between characters. */
  readonly tracking: number;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly position: 'baseline' | 'superscript' | 'subscript';
  /** Emphasis mark of East Asian text. */
  readonly mark: 'none' | 'underDot' | 'dot' | 'circle' | 'comma';
  /** `RRGGBB` behind the text. */
  readonly shade: string | undefined;
}

/** What a paragraph style says of its paragraphs; lengths in twips. */
export interface ParagraphProperties {
  readonly before: number;
  readonly after: number;
  /** Line height: 240ths of the font's own, or at least so many twips. */
  readonly line: { readonly rule: 'auto' | 'atLeast'; readonly value: number };
  readonly start: number;
  readonly end: number;
  /** Of the first line; negative hangs. */
  readonly first: number;
  readonly align: 'start' | 'end' | 'center' | 'both';
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly pageBreakBefore: boolean;
  readonly contextualSpacing: boolean;
  /** Word hyphenates it, in a document that is hyphenated at all. */
  readonly hyphenated: boolean;
  /** No mark begins or ends a line that may not (kinsoku). */
  readonly lineRules: boolean;
  /** A full-width mark that begins a line loses its empty half. */
  readonly trimsStart: boolean;
  /** Space between ideographs and letters, and digits. */
  readonly spacesLetters: boolean;
  readonly spacesDigits: boolean;
  readonly bidi: boolean;
  /** `RRGGBB`. */
  readonly shade: string | undefined;
  readonly edges: EdgeSet;
  /** Tab stops from the start edge. */
  readonly tabs: readonly { readonly at: number; readonly kind: 'end' | 'center' | 'start' }[];
  /** 0 to 8 for headings, 9 for text. */
  readonly outline: number;
  /** The level of a multi-level list that the style is linked with. */
  readonly list: ListLevel | undefined;
}

/** One level of a list: the way its numbers or bullets are written. Indents are those of the style. */
export interface ListLevel {
  /** 0 to 8. */
  readonly level: number;
  /** ST_NumberFormat (§17.18.59). */
  readonly format: string;
  /** `%1.` for the number of level 0 and a full stop; the bullet itself for bullets. */
  readonly text: string;
  /** How the marker departs from the style's text. */
  readonly marker: Partial<RunProperties>;
}

/** Everything a paragraph style says. */
export interface StyleProperties {
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

/** No borders. */
export const noEdges: EdgeSet = { top: undefined, end: undefined, bottom: undefined, start: undefined };

/** What Word takes for granted of a run; the fonts are the document's. */
export const plainRun: Omit<RunProperties, 'latin'> = {
  size: 20,
  complexSize: 20,
  bold: false,
  italic: false,
  colour: 'auto',
  caps: false,
  tracking: 0,
  underline: false,
  strike: false,
  position: 'baseline',
  mark: 'none',
  shade: undefined,
};

/** What Word takes for granted of a paragraph. */
export const plainParagraph: ParagraphProperties = {
  before: 0,
  after: 0,
  line: { rule: 'auto', value: 240 },
  start: 0,
  end: 0,
  first: 0,
  align: 'start',
  keepNext: false,
  keepLines: false,
  pageBreakBefore: false,
  contextualSpacing: false,
  hyphenated: true,
  lineRules: true,
  trimsStart: false,
  spacesLetters: true,
  spacesDigits: true,
  bidi: false,
  shade: undefined,
  edges: noEdges,
  tabs: [],
  outline: 9,
  list: undefined,
};
