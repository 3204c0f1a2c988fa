import type { XmlElement } from '../../../src/docx/xml.ts';
import { parseXml } from '../support/package.ts';

/** The parts of a document, and all its files. */
export interface Package {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Parts that are XML, by name, in the order of the archive. */
  readonly parts: ReadonlyMap<string, XmlElement>;
}

/** Parses every part of XML once. */
export function openPackage(
  files: ReadonlyMap<string, Uint8Array>,
  report: (part: string, message: string) => void,
): Package {
  const parts = new Map<string, XmlElement>();
  for (const [name, bytes] of files) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    try {
      parts.set(name, parseXml(Buffer.from(bytes).toString('utf8')));
    } catch (error) {
      report(name, (error as Error).message);
    }
  }
  return { files, parts };
}

/** True for a part that holds text: the document, its headers and footers, its notes, what stands for empty fields. */
export function holdsText(part: string): boolean {
  return /^word\/(glossary\/)?(document|footnotes|header\d+|footer\d+)\.xml$/.test(part);
}

/** The part that holds the styles of a part: those of the glossary are its own. */
export function besides(part: string, name: string): string {
  return part.startsWith('word/glossary/') ? `word/glossary/${name}` : `word/${name}`;
}
