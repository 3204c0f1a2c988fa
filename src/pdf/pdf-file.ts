import { createHash } from 'node:crypto';
import { deflated } from './deflate.ts';
import { type PackableWriter, packObjects } from './object-streams.ts';
import { type Dictionary, type PdfReference, textString } from './pdf-object.ts';

/** A PDF being written: objects and streams, then the whole as bytes. */
export interface PdfFile {
  /** The catalogue (ISO 32000-1 §7.7.2). */
  readonly catalogue: Dictionary;
  /** The catalogue's name dictionary. */
  readonly names: Dictionary;
  /** What viewers are asked for (§12.2). */
  readonly viewer: Dictionary;
  /** The root of the page tree. */
  readonly pages: PdfReference;
  /** An object that is filled later; it must be ended. */
  reserve(data: Dictionary): PdfReference;
  /** A finished object. */
  object(data: Dictionary): PdfReference;
  /** A finished stream, deflated unless the dictionary names its own filter. */
  stream(data: Dictionary, bytes: Uint8Array): PdfReference;
  finish(): Promise<Uint8Array>;
}

/** What a PDF says of itself beyond its pages. */
export interface PdfInformation {
  readonly author: string;
  readonly subject: string;
  /** `YYYY-MM-DD`; the start of that day in UTC is the file's time. */
  readonly date: string | undefined;
}

/** The document information dictionary. */
export interface Information {
  readonly Title: string;
  readonly Author: string | undefined;
  readonly Subject: string | undefined;
  readonly Creator: string;
  readonly Producer: string;
  readonly CreationDate: Date;
  readonly ModDate: Date;
}

/** The time of a file that has no date: the earliest that a zip archive can tell. */
const UNDATED = '1980-01-01';

/** What a document's file says of itself. */
export function informationOf(title: string, info: PdfInformation): Information {
  const date = new Date(`${info.date ?? UNDATED}T00:00:00Z`);
  return {
    Title: title,
    Author: info.author === '' ? undefined : info.author,
    Subject: info.subject === '' ? undefined : info.subject,
    Creator: 'campaign-pack',
    Producer: 'campaign-pack',
    CreationDate: date,
    ModDate: date,
  };
}

interface Catalogue extends Dictionary {
  readonly Pages: PdfReference;
  readonly Names: PdfReference;
  readonly ViewerPreferences: PdfReference;
}

/** What is used of pdfkit's document beyond its types. */
interface Writer extends PackableWriter {
  readonly _root: PdfReference & { readonly data: Catalogue };
  on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

function collect(writer: Writer): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    writer.on('data', (chunk) => chunks.push(chunk));
    writer.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    writer.on('error', reject);
  });
}

/** The information dictionary's entries: strings, and dates. */
function informationEntries(information: Information): Dictionary {
  const entries = Object.entries(information).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? textString(value) : value]),
  );
}

/** Opens a PDF 1.7 file over pdfkit, which is loaded here and used as a writer of objects only. */
export async function createPdfFile(
  information: Information,
  language: string,
  direction: 'ltr' | 'rtl',
): Promise<PdfFile> {
  const { default: PDFDocument } = await import('pdfkit');
  const options = {
    font: null,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    // Not written: pdfkit takes a number of its own from it, by the clock where it says no date.
    info: { CreationDate: information.CreationDate },
  };
  const writer = new (PDFDocument as unknown as new (options: object) => Writer)(options);
  const { data: catalogue } = writer._root;
  const { Pages: pages, Names: names, ViewerPreferences: viewer } = catalogue;
  if (direction === 'rtl') viewer.data.Direction = 'R2L';
  const digest = createHash('sha256').update(JSON.stringify([information, language]));
  const packer = packObjects(writer, (packed) => digest.update(packed).digest().subarray(0, 16));
  const own = [writer._root, pages, names, viewer];
  own.forEach(packer.take);
  const object = (data: Dictionary) => {
    const reference = packer.ref(data);
    reference.end();
    return reference;
  };
  const plainStream = (data: Dictionary, bytes: Uint8Array) => {
    digest.update(bytes);
    const reference = writer.ref(data);
    reference.compress = false;
    reference.end(bytes);
    return reference;
  };
  return {
    catalogue,
    names: names.data,
    viewer: viewer.data,
    pages,
    reserve: (data) => packer.ref(data),
    object,
    stream: (data, bytes) =>
      data.Filter === undefined
        ? plainStream({ ...data, Filter: 'FlateDecode' }, deflated(bytes))
        : plainStream(data, bytes),
    finish: () => {
      const bytes = collect(writer);
      // pdfkit's own end would write a form, a structure and metadata of its own.
      for (const reference of own) reference.end();
      packer.close(writer._root, object(informationEntries(information)));
      return bytes;
    },
  };
}
