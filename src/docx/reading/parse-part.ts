import { SaxesParser, type SaxesTagNS } from 'saxes';
import { PackageError } from './read-package.ts';

/** An element of a part, its name with the prefix that the standard's own texts use: `w:p`. */
export interface PartElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PartElement | string)[];
}

/** Elements nested deeper than this are refused: what reads them walks by recursion. */
const maxDepth = 400;
const maxElements = 3_000_000;

/** Namespaces, transitional and strict (ECMA-376 Part 1, annex A), by the prefix that they are given. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r:'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp:'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes', 'vt:'],
  ['http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes', 'vt:'],
]);

interface OpenElement extends PartElement {
  readonly children: (PartElement | string)[];
}

/** Parses a part; elements and attributes of other namespaces keep their local name alone. Throws PackageError. */
export function parsePart(bytes: Uint8Array, part: string): PartElement {
  const fail = (why: string): never => {
    throw new PackageError(`its ${part} ${why}`);
  };
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: PartElement | undefined;
  let count = 0;
  parser.on('error', () => fail('is no well-formed XML'));
  parser.on('doctype', () => fail('declares a document type'));
  parser.on('opentag', (tag) => {
    if (open.length >= maxDepth || ++count > maxElements) fail('is nested too deeply or has too much in it');
    const element = { name: nameOf(tag), attributes: attributesOf(tag), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    root = open.pop();
  });
  const text = (value: string) => open.at(-1)?.children.push(value);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decode(bytes, fail)).close();
  return root ?? fail('is empty');
}

/** UTF-8, or UTF-16 by its mark: the two that the standard allows. */
function decode(bytes: Uint8Array, fail: (why: string) => never): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return fail('is in no encoding that documents are in');
  }
}

function nameOf({ uri, local }: SaxesTagNS): string {
  return (prefixes.get(uri) ?? '') + local;
}

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    attributes[(prefixes.get(uri) ?? '') + local] = value;
  }
  return attributes;
}

/** The first child of a name. */
export function childOf(element: PartElement | undefined, name: string): PartElement | undefined {
  return element?.children.find((child) => typeof child !== 'string' && child.name === name) as
    | PartElement
    | undefined;
}

/** Its children that are elements, of one name where it is given. */
export function childrenOf(element: PartElement | undefined, name?: string): readonly PartElement[] {
  return (element?.children ?? []).filter(
    (child): child is PartElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The value of a child that has one: `<w:pStyle w:val="…"/>`. */
export function valOf(element: PartElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Whether a property is on: there, and not off by its value (§17.17.4); undefined where it is not there. */
export function isOn(element: PartElement | undefined, name: string): boolean | undefined {
  const property = childOf(element, name);
  if (!property) return undefined;
  return !['0', 'false', 'off', 'none'].includes(property.attributes['w:val'] ?? 'true');
}

/** All text below an element. */
export function textOf(element: PartElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** What of alternatives is read (Part 3 §7.5): the fallback, which has the text of what only newer programs know. */
export function alternativeOf(content: PartElement): PartElement | undefined {
  const [choice] = childrenOf(content, 'mc:Choice');
  const [fallback] = childrenOf(content, 'mc:Fallback');
  return fallback && childrenOf(fallback).length > 0 ? fallback : choice;
}
