/** The options of `build` and `check` as they were written. */
export interface BuildOptions {
  readonly out: string;
  readonly locale?: readonly string[];
  readonly document?: readonly string[];
  readonly format?: readonly ('pdf' | 'docx')[];
  readonly jobs?: number;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}
