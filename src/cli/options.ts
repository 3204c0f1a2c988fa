/** How results are told. */
export interface OutputOptions {
  /** Diagnostics and results as JSON lines on stdout. */
  readonly json?: boolean;
}

/** The options of `check` as they were written. */
export interface CheckOptions extends OutputOptions {
  /** Only errors and warnings. */
  readonly quiet?: boolean;
  readonly locale?: readonly string[];
  readonly document?: readonly string[];
  readonly format?: readonly ('pdf' | 'docx')[];
  readonly edition?: readonly string[];
  readonly jobs?: number;
  readonly strict?: boolean;
}

/** The options of `build`. */
export interface BuildOptions extends CheckOptions {
  readonly out: string;
}

/** The options of `render`. */
export interface RenderOptions extends OutputOptions {
  readonly output: string;
}

/** The options of `import`. */
export interface ImportOptions extends OutputOptions {
  readonly folder: string;
  readonly document?: string;
  readonly locale?: string;
  readonly output?: string;
  readonly write?: boolean;
  readonly force?: boolean;
}

/** The options of `amend`. */
export interface AmendOptions extends OutputOptions {
  readonly folder: string;
  readonly out: string;
  readonly locale?: string;
  readonly branch?: string;
  readonly mover?: string;
  readonly seconder?: string;
  readonly lineNumbers?: boolean;
  readonly wordLimit?: number;
  readonly markdown?: boolean;
  readonly force?: boolean;
}

/** The options of `init`. */
export interface InitOptions {
  /** The source locale first. */
  readonly locale?: readonly string[];
  readonly title?: string;
}

/** The options of `new`. */
export interface NewOptions {
  readonly folder: string;
  readonly title?: string;
}
