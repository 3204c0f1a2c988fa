import { isUtf8 } from 'node:buffer';
import type { RootName, SourceFile } from '../diagnostics/source.ts';
import { HostError } from './host.ts';
import { maxTextBytes } from './limits.ts';

/** Where a text is from; see SourceFile. */
export interface TextOrigin {
  readonly name: string;
  readonly root: RootName;
  readonly path: string;
}

/**
 * Bytes as strict UTF-8 with at most one byte order mark, which is dropped (WHATWG Encoding §8.1.1).
 * Throws HostError `too-large`, or `encoding` with the text up to the first bad byte.
 */
export function decodeText(bytes: Uint8Array, origin: TextOrigin): SourceFile {
  if (bytes.length > maxTextBytes) {
    throw new HostError('too-large', origin.name, `${origin.name} is larger than ${maxTextBytes / 1e6} MB`);
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw encodingError(origin, '', 'is UTF-16, not UTF-8');
  }
  const content = hasMark(bytes, 0) ? bytes.subarray(3) : bytes;
  if (hasMark(content, 0)) throw encodingError(origin, '', 'begins with two byte order marks');
  // A Buffer keeps a mark that is not the file's own, and takes a tenth of the time of a strict TextDecoder.
  const text = (end: number) => Buffer.from(content.buffer, content.byteOffset, end).toString('utf8');
  if (isUtf8(content)) return { ...origin, text: text(content.length) };
  const bad = firstInvalidByte(content);
  const offset = bad + (bytes.length - content.length);
  const value = content[bad]?.toString(16).toUpperCase().padStart(2, '0');
  throw encodingError(origin, text(bad), `is not valid UTF-8: byte ${offset} is 0x${value}`);
}

function hasMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}

function encodingError(origin: TextOrigin, text: string, message: string): HostError {
  return new HostError('encoding', origin.name, `${origin.name} ${message}`, { ...origin, text });
}

/** Offset of the first byte that starts no well-formed sequence (Unicode table 3-7); -1 where all is well. */
export function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}
