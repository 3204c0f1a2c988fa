import { type DocxContext, docxParts, writeDocx } from '../../../src/docx/write-docx.ts';
import { walkXml, type XmlElement } from '../../../src/docx/xml.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { StyledTree } from '../../../src/style/styled-tree.ts';
import { lint } from '../lint/lint.ts';
import { parseXml, unzip } from './package.ts';

const context = (): DocxContext => ({
  host: createMemoryHost({ campaign: {} }),
  date: '2026-11-23',
  loadImage: () => undefined,
});

/** The bytes of a tree; throws on any finding. */
export async function bytesOf(tree: StyledTree): Promise<Uint8Array> {
  const outcome = await writeDocx(tree, context());
  if (outcome.diagnostics.length > 0) throw new Error(outcome.diagnostics.map((d) => d.message).join('\n'));
  return outcome.value;
}

/** A written document as tests ask about it. */
export interface Read {
  part(name: string): XmlElement;
  /** Elements of a part by name, in document order. */
  all(part: string, name: string): XmlElement[];
  readonly names: readonly string[];
}

/** Writes a tree, lints it and reads its parts back. */
export async function read(tree: StyledTree): Promise<Read> {
  const files = unzip(await bytesOf(tree));
  return readFiles(files);
}

/** As `read`, without the zip. */
export async function readParts(tree: StyledTree, more: Partial<DocxContext> = {}): Promise<Read> {
  const outcome = await docxParts(tree, { ...context(), ...more });
  if (outcome.diagnostics.length > 0) throw new Error(outcome.diagnostics.map((d) => d.message).join('\n'));
  return readFiles(outcome.value);
}

function readFiles(files: ReadonlyMap<string, Uint8Array>): Read {
  const faults = lint(files);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const part = (name: string): XmlElement => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`no part ${name}`);
    return parseXml(Buffer.from(bytes).toString('utf8'));
  };
  return {
    part,
    all: (name, element) => [...walkXml(part(name))].filter((e) => e.name === element),
    names: [...files.keys()],
  };
}

/** The text of every paragraph below an element; breaks and tabs as white space. */
export function paragraphTexts(root: XmlElement): string[] {
  return [...walkXml(root)].filter((element) => element.name === 'w:p').map(textOf);
}

function textOf(element: XmlElement): string {
  if (element.name === 'w:t') return element.children.join('');
  if (element.name === 'w:br') return '\n';
  if (element.name === 'w:tab') return '\t';
  return element.children.map((child) => (typeof child === 'string' ? '' : textOf(child))).join('');
}

/** The `w:val` of a descendant, undefined where there is none. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  const found = [...walkXml(element)].find((e) => e.name === name);
  return found?.attributes['w:val'];
}

/** A style by its name. */
export function styleNamed(document: Read, name: string): XmlElement {
  const style = document.all('word/styles.xml', 'w:style').find((s) => attributeOf(s, 'w:name') === name);
  if (!style) throw new Error(`no style ${name}`);
  return style;
}
