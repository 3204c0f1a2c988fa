import { deflated } from './deflate.ts';
import type { Dictionary, PdfReference } from './pdf-object.ts';

/** Objects that one object stream holds at most: a reader has to inflate all for one. */
const CAPACITY = 200;

/** What a reference of pdfkit writes itself to. */
interface Sink {
  _write(part: unknown): void;
  _refEnd(reference: PdfReference): void;
  _offset: number;
}

/** The parts of pdfkit's document that decide what a file looks like. */
export interface PackableWriter {
  readonly _offset: number;
  readonly _offsets: readonly (number | null)[];
  ref(data: Dictionary): PdfReference;
  _write(part: unknown): void;
  push(chunk: null): void;
}

/** What is left of an object's data once it is written. */
const written: Dictionary = Object.freeze({});

interface PackedObject {
  readonly id: number;
  readonly body: string;
}

/** Puts plain objects into object streams (ISO 32000-1 §7.5.7), for which pdfkit writes none. */
export interface ObjectPacker {
  /** An object that goes into a stream once it is ended. */
  ref(data: Dictionary): PdfReference;
  /** Lets an object that pdfkit has made go into a stream too. */
  take(reference: PdfReference): void;
  /** Ends the file, all of whose objects are ended: the object streams, and a cross-reference stream after them. */
  close(root: PdfReference, information: PdfReference): void;
}

/** An object stream's bytes: numbers and offsets, then the objects. */
function streamBytes(objects: readonly PackedObject[]): { bytes: Uint8Array; first: number } {
  let offset = 0;
  const index = objects.map(({ id, body }) => {
    const entry = `${id} ${offset}`;
    offset += body.length + 1;
    return entry;
  });
  const head = `${index.join(' ')}\n`;
  const bytes = Buffer.from(head + objects.map(({ body }) => `${body}\n`).join(''), 'latin1');
  return { bytes, first: head.length };
}

/**
 * The rows of a cross-reference stream (§7.5.8): kind, offset or stream, generation or index. Numbers of no object are
 * free for good (§7.5.4), as 0 is.
 */
function crossReferences(
  offsets: readonly (number | null)[],
  packed: ReadonlyMap<number, readonly [stream: number, index: number]>,
): Uint8Array {
  const rows = Buffer.alloc((offsets.length + 1) * 7);
  const writeRow = (number: number, kind: number, where: number, index: number) => {
    rows[number * 7] = kind;
    rows.writeUInt32BE(where, number * 7 + 1);
    rows.writeUInt16BE(index, number * 7 + 5);
  };
  writeRow(0, 0, 0, 0xffff);
  offsets.forEach((offset, i) => {
    const place = packed.get(i + 1);
    if (place) writeRow(i + 1, 2, ...place);
    else if (offset !== null) writeRow(i + 1, 1, offset, 0);
    else writeRow(i + 1, 0, 0, 0xffff);
  });
  return rows;
}

function endStream(writer: PackableWriter, data: Dictionary, bytes: Uint8Array): PdfReference {
  const reference = writer.ref({ ...data, Filter: 'FlateDecode' });
  reference.compress = false;
  reference.end(deflated(bytes));
  return reference;
}

/**
 * Makes a pdfkit document pack the objects made here, and close with a cross-reference stream in place of its
 * table. `identify` gives the file's identifier from what was packed.
 */
export function packObjects(writer: PackableWriter, identify: (packed: string) => Uint8Array): ObjectPacker {
  const objects: PackedObject[] = [];
  const parts: string[] = [];
  const sink: Sink = {
    _offset: 0,
    _write: (part) => parts.push(String(part)),
    // What pdfkit wrote: `1 0 obj`, the object, `endobj`. The object is let go: others may go on referring to it.
    _refEnd: (reference) => {
      objects.push({ id: reference.id, body: parts[1] ?? 'null' });
      parts.length = 0;
      Object.assign(reference, { data: written });
    },
  };
  const take = <T extends PdfReference>(reference: T): T => Object.assign(reference, { document: sink });
  return {
    take,
    ref: (data) => take(writer.ref(data)),
    close(Root, Info) {
      const id = identify(objects.map(({ body }) => body).join('\n'));
      const places = writeObjectStreams(writer, objects);
      const offset = writer._offset;
      const size = writer._offsets.length + 2;
      const rows = crossReferences([...writer._offsets, offset], places);
      endStream(writer, { Type: 'XRef', Size: size, W: [1, 4, 2], Root, Info, ID: [id, id] }, rows);
      writer._write(`startxref\n${offset}\n%%EOF`);
      writer.push(null);
    },
  };
}

/** Writes the objects in as few streams as hold them; the stream of each, and its place there, by its number. */
function writeObjectStreams(
  writer: PackableWriter,
  objects: readonly PackedObject[],
): ReadonlyMap<number, readonly [stream: number, index: number]> {
  const places = new Map<number, readonly [number, number]>();
  for (let i = 0; i < objects.length; i += CAPACITY) {
    const part = objects.slice(i, i + CAPACITY);
    const { bytes, first } = streamBytes(part);
    const stream = endStream(writer, { Type: 'ObjStm', N: part.length, First: first }, bytes);
    part.forEach((object, index) => {
      places.set(object.id, [stream.id, index]);
    });
  }
  return places;
}
