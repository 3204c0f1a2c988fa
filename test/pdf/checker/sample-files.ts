import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePdf } from '../../../src/pdf/write-pdf.ts';
import { type Made, open } from '../../build/support/documents.ts';
import { readSourceText, type SourceText } from '../../conformance/text/source-text.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';

const kinds: Readonly<Record<string, string>> = {
  leaflets: 'leaflet',
  resolutions: 'resolution',
  petitions: 'petition',
  placards: 'placard',
  booklets: 'booklet',
  'folded-leaflets': 'folded-leaflet',
};

/** The sample campaign's files, without its guide. */
function sampleFiles(): Readonly<Record<string, string>> {
  const paths = readdirSync('content', { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const texts = paths.filter((path) => path === 'campaign.yaml' || /^[\w-]+\/[\w-]+\/[\w-]+\.md$/.test(path));
  return Object.fromEntries(texts.map((path) => [path, readFileSync(join('content', path), 'utf8')]));
}

/** A document of the sample campaign in its two formats; the parts of the Word document are made when they are asked for. */
interface SampleDocument {
  readonly pdf: ReadPdf;
  readonly parts: Made['parts'];
}

/** Every document of the sample campaign in every language, and how to make it. */
export async function sampleDocuments() {
  const { session, make } = await open(sampleFiles());
  const write = async (id: string, locale: string): Promise<SampleDocument> => {
    const { pages, parts } = make(id, locale);
    const info = { author: '', subject: '', date: '2026-11-23' };
    return { pdf: readPdf(await writePdf(pages, info)), parts };
  };
  const source = (id: string, locale: string): SourceText => {
    const kind = kinds[id.slice(0, id.indexOf('/'))]!;
    return readSourceText('content', 'templates', { document: id, kind, locale });
  };
  const names = session.files.map(({ id, locale }) => ({ id, locale: locale.tag }));
  return { names, write, source };
}
