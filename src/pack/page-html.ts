import { languageName } from './language-names.ts';
import type {
  DocumentGroup,
  ForeignText,
  LanguageSection,
  LinkedFile,
  ListedDocument,
  ListedFile,
} from './language-section.ts';
import { pageStyle } from './page-style.ts';

/** A page of links to files of a pack: START-HERE in a zip, or the download page. */
export interface FilesPage {
  /** In the language of the first section. */
  readonly title: string;
  /** Hex, of 4.5:1 or more on white. */
  readonly accent: string;
  /** What the links to the languages are called, for those who do not see them. */
  readonly languagesLabel: ForeignText | undefined;
  readonly sections: readonly LanguageSection[];
  /** Under the title: the zip of everything. */
  readonly whole?: LinkedFile | undefined;
  /** At the foot: what the files can be checked by. */
  readonly checks?: { readonly label: ForeignText | undefined; readonly paths: readonly string[] };
}

/** One HTML page in all its languages: no script, and no address that is fetched. */
export function filesPage({ title, accent, languagesLabel, sections, whole, checks }: FilesPage): string {
  const first = sections[0];
  const isMany = sections.length > 1;
  const links = sections.map(
    ({ language, direction }) =>
      `<li><a href="#${escapeHtml(language)}" lang="${escapeHtml(language)}" dir="${direction}">${escapeHtml(languageName(language))}</a></li>`,
  );
  const label = languagesLabel ? ` aria-label="${escapeHtml(languagesLabel.text)}"` : '';
  const own = first ?? { language: '', direction: 'ltr' };
  return `<!doctype html>
<html${first ? ` lang="${escapeHtml(first.language)}" dir="${first.direction}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${pageStyle(accent)}
</style>
</head>
<body>
<header>
<div class="wide">
<h1>${escapeHtml(title)}</h1>
</div>
</header>
${isMany ? `<nav${label}>\n<ul class="wide">\n${links.join('\n')}\n</ul>\n</nav>\n` : ''}<main class="wide">
${whole ? `${archiveHtml(whole, own)}\n` : ''}${sections.map((section) => sectionHtml(section, title, isMany)).join('\n')}
</main>
${checks ? `${checksHtml(checks, own)}\n` : ''}</body>
</html>
`;
}

type Surroundings = Pick<ForeignText, 'language' | 'direction'>;

function sectionHtml(section: LanguageSection, title: string, isMany: boolean): string {
  const paragraph = (text: ForeignText, name = '') =>
    `<p${name}${foreign(text, section)}>${escapeHtml(text.text)}</p>`;
  // What is true of all documents is said once.
  const reviews = section.groups.flatMap(({ documents }) => documents.map(({ review }) => review));
  const [first] = reviews;
  const shared = reviews.every((review) => review === first) ? noteOf(first, section) : undefined;
  const parts = [
    ...(isMany ? [`<h2>${escapeHtml(languageName(section.language))}</h2>`] : []),
    // The title of the page is that of the first language.
    ...(isMany && section.title !== title ? [`<p class="campaign">${escapeHtml(section.title)}</p>`] : []),
    ...section.paragraphs.map((text) => paragraph(text)),
    ...(shared ? [paragraph(shared, ' class="note"')] : []),
    ...(section.archive ? [archiveHtml(section.archive, section)] : []),
    ...(section.guide ? [`<p>${linkHtml(section.guide, section)}</p>`] : []),
    ...section.groups.map((group) => groupHtml(group, section, isMany ? 3 : 2, shared === undefined)),
  ];
  const language = escapeHtml(section.language);
  return `<section class="language" id="${language}" lang="${language}" dir="${section.direction}">
${parts.join('\n')}
</section>`;
}

function noteOf(
  review: ListedDocument['review'] | undefined,
  { draftNote, reviewedNote }: LanguageSection,
): ForeignText | undefined {
  if (review === 'draft') return draftNote;
  return review === 'reviewed' ? reviewedNote : undefined;
}

function archiveHtml(file: LinkedFile, around: Surroundings): string {
  return `<p class="archive">${linkHtml({ ...file, size: `${file.size} ZIP` }, around)}</p>`;
}

/** The headings of a page of one language stand a level higher. */
function groupHtml(
  { label, documents }: DocumentGroup,
  section: LanguageSection,
  level: 2 | 3,
  hasNotes: boolean,
): string {
  const entries = documents.map((document) => documentHtml(document, section, level + 1, hasNotes));
  return `<h${level} class="kind"${foreign(label, section)}>${escapeHtml(label.text)}</h${level}>
<div class="documents">
${entries.join('\n')}
</div>`;
}

function documentHtml(
  document: ListedDocument,
  section: LanguageSection,
  level: number,
  hasNotes: boolean,
): string {
  const note = hasNotes ? noteOf(document.review, section) : undefined;
  const links = (isPrint: boolean) =>
    document.files
      .filter((file) => file.isPrint === isPrint)
      .map((file) => fileHtml(file, document, section))
      .join('\n');
  const [own, print] = [links(false), links(true)];
  const parts = [
    `<h${level} class="title">${escapeHtml(document.title)}</h${level}>`,
    `<p>${escapeHtml(document.summary)}</p>`,
    ...(note ? [`<p class="note"${foreign(note, section)}>${escapeHtml(note.text)}</p>`] : []),
    ...(own === '' ? [] : [`<p class="files">${own}</p>`]),
    ...(print === '' ? [] : [`<p class="print">${printLabel(section)}${print}</p>`]),
  ];
  return `<article>\n${parts.join('\n')}\n</article>`;
}

function fileHtml(file: ListedFile, document: ListedDocument, section: LanguageSection): string {
  // Every document has the same words on its links; read out of context they need its title.
  const name = ` aria-label="${escapeHtml(`${file.label.text} – ${document.title}, ${file.size}`)}"`;
  return `<span class="file">${linkHtml(file, section, name)}</span>`;
}

function linkHtml({ label, path, size }: LinkedFile, around: Surroundings, attributes = ''): string {
  const link = `<a href="${escapeHtml(encodeURI(path))}"${attributes}${foreign(label, around)}>${escapeHtml(label.text)}</a>`;
  return `${link} <span class="size">${escapeHtml(size)}</span>`;
}

function printLabel(section: LanguageSection): string {
  const label = section.printLabel;
  return label ? `<strong${foreign(label, section)}>${escapeHtml(label.text)}</strong> ` : '';
}

function checksHtml({ label, paths }: NonNullable<FilesPage['checks']>, around: Surroundings): string {
  const links = paths.map((path) => `<a href="${escapeHtml(encodeURI(path))}">${escapeHtml(path)}</a>`);
  const words = label ? `<span${foreign(label, around)}>${escapeHtml(label.text)}</span> ` : '';
  return `<footer>\n<p class="wide">${words}${links.join(' · ')}</p>\n</footer>`;
}

/** The attributes of a text that is not in the language around it. */
function foreign(text: ForeignText, around: Surroundings): string {
  if (text.language === around.language) return '';
  return ` lang="${escapeHtml(text.language)}" dir="${text.direction}"`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
