/** A file of a campaign: text, bytes, or a symbolic link; null takes one of the small campaign's away. */
export type CaseFile = string | Uint8Array | { readonly link: string } | null;

/** One bad input, laid over a small campaign that builds, and what the tool must say of it. */
export interface HostileCase {
  readonly name: string;
  /** By path inside the campaign's folder. */
  readonly files: Readonly<Record<string, CaseFile>>;
  readonly exit: number;
  /** How lines on stderr must begin, without `content/`: `leaflets/stand/en.md:5:1: error link-unsafe`. */
  readonly tells: readonly string[];
  /** Text that the PDF must hold where the build succeeds. */
  readonly keeps?: string;
  /** Most seconds it may take; 10 where nothing is said. */
  readonly seconds?: number;
  /** Most memory it may take, MB; 1000 where nothing is said. */
  readonly megabytes?: number;
}

/** The Markdown file that most cases replace. */
export const document = 'leaflets/stand/en.md';

/** A document with what is required, and a body that begins on line 5. */
export function withBody(body: string | Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from('---\ntitle: Stand\nsummary: A short leaflet.\n---\n'),
    Buffer.from(body),
    Buffer.from('\n'),
  ]);
}

/** A document whose front matter is given, the lines `---` included. */
function withFront(front: string): string {
  return `${front}\nStand with them.\n`;
}

/** A case about the body of the document. */
export function bodyCase(
  name: string,
  body: string | Uint8Array,
  exit: number,
  tells: readonly string[],
  more: Partial<HostileCase> = {},
): HostileCase {
  return { name, files: { [document]: withBody(body) }, exit, tells: placed(document, tells), ...more };
}

/** A case about the front matter of the document. */
export function frontCase(
  name: string,
  front: string | Uint8Array,
  exit: number,
  tells: readonly string[],
  more: Partial<HostileCase> = {},
): HostileCase {
  const files = { [document]: typeof front === 'string' ? withFront(front) : front };
  return { name, files, exit, tells: placed(document, tells), ...more };
}

/** Findings at places of one file: `5:1 error link-unsafe` becomes `<file>:5:1: error link-unsafe`. */
export function placed(file: string, tells: readonly string[]): readonly string[] {
  return tells.map((tell) => `${file}:${tell.replace(' ', ': ')}`);
}
