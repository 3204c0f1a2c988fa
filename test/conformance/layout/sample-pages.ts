import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillTree } from '../../../src/build/render-tree.ts';
import { openSession, type Session } from '../../../src/build/session.ts';
import { styledTreeOf } from '../../../src/build/styled-document.ts';
import type { DocumentFile } from '../../../src/content/list-documents.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { type PageSource, readPage } from './page-source.ts';
import { htmlOf } from './styled-html.ts';
import { wholePixels } from './whole-pixels.ts';

/**
 * What is left out because we differ by intent, or Chromium cannot do it:
 * lines balanced and made pretty, and the space between Chinese punctuation, by rules of each one's own;
 * rows that fill pages, which are there already; heads higher than a quarter of the page, which Chromium does not repeat;
 * markers in another font, which make their line higher in Chromium, and those that it cuts off at the page's margins;
 * heads of Arabic, which Chromium writes in a font of drawings (Type 3) whose letters poppler does not join to words.
 */
const alike = `
* { text-wrap: wrap !important; text-spacing-trim: space-all; -fill-pages: none !important }
.page-foot { float: none !important }
ol, ul { padding-inline-start: 48px !important }
li::marker { font-family: inherit !important; font-size: 1em !important; font-weight: inherit !important }
.top, .bottom { display: table-row-group !important }
:root:lang(ar) { --head-face: "Amiri"; --head-weight: 700 }`;

/** What bleeds stands out of the page's margins, and Chromium would make the whole page smaller for it. */
const keptScale = '<style>html, body { overflow-x: clip }</style>';

/**
 * Every document of `content/` as an HTML page of its own, written into a folder: filled, its rows that fill pages
 * copied, and its sheets' lengths in whole px, so that a browser, which rounds to them, lays out the same design.
 */
export async function writeSamplePages(root: string, folder: string): Promise<readonly PageSource[]> {
  const session = openSession({
    campaignRoot: join(root, 'content'),
    toolRoot: root,
    workingFolder: root,
    sourceDateEpoch: undefined,
  }).value;
  if (!session) throw new Error('the sample pack does not load');
  try {
    const pages: PageSource[] = [];
    for (const file of session.files) {
      const place = join(folder, file.id.replaceAll('/', '-'));
      mkdirSync(place, { recursive: true });
      const path = join(place, `${file.locale.tag}.html`);
      writeFileSync(path, await documentHtml(session, file));
      const page = readPage(root, path, '');
      pages.push({ ...page, browserHtml: page.browserHtml.replace('</head>', `${keptScale}</head>`) });
    }
    return pages;
  } finally {
    session.close();
  }
}

async function documentHtml(session: Session, file: DocumentFile): Promise<string> {
  const diagnostics: Diagnostic[] = [];
  const document = session.document(file).value;
  const styled = document && styledTreeOf(file, document, session, diagnostics);
  if (!styled?.tree) throw new Error(`${file.id} in ${file.locale.tag} has errors`);
  const { host, campaign } = session;
  const tree = fillTree(styled.tree, { host, store: await session.fonts(), date: campaign.date });
  const sheets = styled.styles.map(({ text }) => wholePixels(text));
  return htmlOf(tree, [...sheets, coloursOf(campaign.colours), alike]);
}

function coloursOf(colours: Readonly<Record<string, string>>): string {
  const declarations = Object.entries(colours).map(
    ([name, value]) => `--${name.replace(/^--/, '')}: ${value}`,
  );
  return declarations.length === 0 ? '' : `:root { ${declarations.join('; ')} }`;
}
