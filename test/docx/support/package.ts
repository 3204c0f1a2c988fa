import { inflateRawSync } from 'node:zlib';
import type { XmlElement } from '../../../src/docx/xml.ts';

/** The files of a zip archive in the order of its directory. */
export function unzip(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&([^;]*);/g, (_, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', '')));
    const character = entities[name];
    if (character === undefined) throw new Error(`unknown entity &${name};`);
    return character;
  });
}

/** Parses a part as the writer serializes them; throws where it is not well formed. */
export function parseXml(text: string): XmlElement {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error('a forbidden character');
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const stack = [root];
  const tokens = /<\?[^>]*\?>|<\/([^>]+)>|<([^\s/>]+)((?:\s+[^\s=]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (const token of text.matchAll(tokens)) {
    if (token.index !== at) break;
    at += token[0].length;
    const [whole, close, open, attributes = '', empty, content] = token;
    const top = stack.at(-1)!;
    if (close !== undefined) {
      if (top.name !== close) throw new Error(`${close} closes ${top.name}`);
      stack.pop();
    } else if (open !== undefined) {
      const pairs = [...attributes.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, key, value]) => [
        key,
        decode(value!),
      ]);
      if (new Set(pairs.map(([key]) => key)).size !== pairs.length)
        throw new Error(`twice the same attribute in ${whole}`);
      const element = { name: open, attributes: Object.fromEntries(pairs), children: [] };
      top.children.push(element);
      if (empty === '') stack.push(element);
    } else if (content !== undefined && (stack.length > 1 || content.trim() !== ''))
      top.children.push(decode(content));
  }
  if (at !== text.length || stack.length !== 1)
    throw new Error(`not well formed at ${text.slice(at, at + 40)}`);
  return root.children.find((child) => typeof child !== 'string') as XmlElement;
}

/** A part as a person reads it: an element a line, text in its own line. */
export function pretty(element: XmlElement, depth = 0): string {
  const indent = '  '.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.startsWith('xmlns:'))
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('');
  const own = `${indent}${element.name}${attributes}`;
  if (element.children.length === 1 && typeof element.children[0] === 'string') {
    return `${own} ${JSON.stringify(element.children[0])}\n`;
  }
  const children = element.children.map((child) =>
    typeof child === 'string' ? `${indent}  ${JSON.stringify(child)}\n` : pretty(child, depth + 1),
  );
  return `${own}\n${children.join('')}`;
}
