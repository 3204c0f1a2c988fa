import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { outputsOf } from '../../../src/build/output.ts';
import { runJob } from '../../../src/build/run-job.ts';
import { openSession } from '../../../src/build/session.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { walkXml } from '../../../src/docx/xml.ts';
import { parseXml, unzip } from '../../docx/support/package.ts';
import { readPdf } from '../../pdf/support/read-pdf.ts';
import { markedText, pagesOf } from '../../pdf/support/read-text.ts';
import { campaignYaml } from '../hostile/campaign-cases.ts';

/** What became of one document: the texts of its files, or the errors that kept them from being made. */
export interface BuiltDocument {
  readonly errors: readonly Diagnostic[];
  /** Empty where there are errors. Text in the order of the content; right-to-left text as it is drawn. */
  readonly pdf: string;
  readonly docx: string;
}

/**
 * Makes many one-page documents of a campaign in one process, as `build` makes them: the Markdown of each by a name
 * without a dot. `see` is given each in turn.
 */
export async function buildDocuments(
  root: string,
  folder: string,
  documents: ReadonlyMap<string, string>,
  see: (name: string, built: BuiltDocument) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'campaign.yaml'), campaignYaml());
  for (const [name, text] of documents) {
    mkdirSync(join(folder, 'resolutions', name), { recursive: true });
    writeFileSync(join(folder, 'resolutions', name, 'en.md'), text);
  }
  mkdirSync(join(folder, 'templates/resolution'), { recursive: true });
  // A kind of any length: what is judged is the text, not how much of it there is.
  writeFileSync(join(folder, 'templates/resolution/kind.yaml'), 'folder: resolutions\n');
  const places = { campaignRoot: folder, toolRoot: root, workingFolder: folder, sourceDateEpoch: undefined };
  const { value: session, diagnostics } = openSession(places);
  if (!session) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  try {
    const outputs = outputsOf(session.kinds.find(({ name }) => name === 'resolution')!, session.campaign);
    for (const name of documents.keys()) {
      const file = { id: `resolutions/${name}`, locale: 'en' };
      const made = await runJob({ file, outputs }, session, true);
      const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
      const [pdf, docx] = made.artifacts;
      see(name, { errors, pdf: pdf ? textOfPdf(pdf.bytes) : '', docx: docx ? textOfDocx(docx.bytes) : '' });
      await setImmediate();
    }
  } finally {
    session.close();
  }
}

/** Front matter and a body, with the title in YAML's quotes. */
export function documentText(title: string, body: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\nsummary: One line.\n---\n${body}\n`;
}

function textOfPdf(bytes: Uint8Array): string {
  const pdf = readPdf(bytes);
  return pagesOf(pdf)
    .flatMap((page) => [...markedText(pdf, page)].sort(([a], [b]) => a - b))
    .filter(([mark]) => mark >= 0)
    .map(([, text]) => text)
    .join('\n');
}

function textOfDocx(bytes: Uint8Array): string {
  const part = unzip(bytes).get('word/document.xml');
  if (!part) throw new Error('the DOCX has no document');
  return [...walkXml(parseXml(part.toString('utf8')))]
    .filter(({ name }) => name === 'w:t')
    .map(({ children }) => children.join(''))
    .join('\n');
}

/** A text without white space and what has no ink of its own, compatibility forms folded: what must be kept. */
export function ink(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
}
