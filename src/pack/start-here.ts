/** A text that may be in another language than its section: a term that the locale lacks. */
export interface ForeignText {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What START-HERE says of one language; every text is plain, not HTML. */
export interface StartHereSection {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** What the pack is and which file to take, a paragraph each. */
  readonly paragraphs: readonly ForeignText[];
  /** Said of a translation that no one has reviewed. */
  readonly draftNote: ForeignText | undefined;
  /** What stands before the links to print editions. */
  readonly printLabel: ForeignText | undefined;
  /** The page that says how to print. */
  readonly guide: { readonly label: ForeignText; readonly path: string } | undefined;
  readonly documents: readonly StartHereDocument[];
}

/** A document in one language. */
export interface StartHereDocument {
  readonly title: string;
  readonly summary: string;
  readonly draft: boolean;
  readonly files: readonly StartHereFile[];
}

/** A file of a document. */
export interface StartHereFile {
  readonly label: ForeignText;
  readonly path: string;
  /** An edition for print; such links stand apart, so that the first thing to take is plain to see. */
  readonly isPrint: boolean;
}

const style = `
:root { color-scheme: light; --accent: #b01119; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 44rem; color: #1a1a1a; background: #fff;
  font: 1.0625rem/1.55 system-ui, "Segoe UI", "Noto Sans", "Microsoft JhengHei", "PingFang HK", sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding-block: 0 1.5rem; border-block-end: 4px solid var(--accent); }
nav a { font-weight: 700; }
section { padding-block: 2.5rem 1rem; border-block-end: 1px solid #ccc; }
h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.15; }
h2 { margin: 1.75rem 0 .25rem; font-size: 1.2rem; line-height: 1.3; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.files a { display: inline-block; margin-inline-end: .75rem; padding: .3rem .8rem; border: 2px solid var(--accent); font-weight: 700; text-decoration: none; }
.print { font-size: .9375rem; }
.print a { margin-inline-end: .9rem; }
.draft { color: #555; font-size: .9375rem; }
:lang(ar) { line-height: 1.8; }
`.trim();

/** START-HERE.html: one page in all its languages, with no address that is fetched. */
export function startHere(title: string, sections: readonly StartHereSection[]): string {
  const first = sections[0];
  const attributes = first ? ` lang="${escapeHtml(first.language)}" dir="${first.direction}"` : '';
  return `<!doctype html>
<html${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style}
</style>
</head>
<body>
${sections.length > 1 ? `<nav>${sections.map(languageLink).join('')}</nav>\n` : ''}<main>
${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

function languageLink(section: StartHereSection): string {
  return `<a href="#${escapeHtml(section.language)}" lang="${escapeHtml(section.language)}" dir="${section.direction}">${escapeHtml(languageName(section.language))}</a>`;
}

/** The language's own name; written out, because Node versions differ in theirs. */
function languageName(language: string): string {
  const names: Readonly<Record<string, string>> = {
    en: 'English',
    ar: 'العربية',
    es: 'Español',
    de: 'Deutsch',
    fr: 'Français',
    pt: 'Português',
    ru: 'Русский',
    he: 'עברית',
    fa: 'فارسی',
    ja: '日本語',
    ko: '한국어',
    hi: 'हिन्दी',
    th: 'ไทย',
    bn: 'বাংলা',
    ta: 'தமிழ்',
    el: 'Ελληνικά',
    'zh-Hant': '繁體中文',
    'zh-Hans': '简体中文',
  };
  const parts = language.split('-');
  return names[parts.slice(0, 2).join('-')] ?? names[parts[0] ?? ''] ?? language;
}

function sectionHtml(section: StartHereSection): string {
  const paragraphs = section.paragraphs.map(
    (text) => `<p${foreign(text, section)}>${escapeHtml(text.text)}</p>`,
  );
  return `<section id="${escapeHtml(section.language)}" lang="${escapeHtml(section.language)}" dir="${section.direction}">
<h1>${escapeHtml(section.title)}</h1>
${[...paragraphs, ...guideHtml(section), ...section.documents.map((document) => documentHtml(document, section))].join('\n')}
</section>`;
}

function guideHtml(section: StartHereSection): readonly string[] {
  if (!section.guide) return [];
  const { label, path } = section.guide;
  const address = escapeHtml(encodeURI(path));
  return [`<p><a href="${address}"${foreign(label, section)}>${escapeHtml(label.text)}</a></p>`];
}

function documentHtml(document: StartHereDocument, section: StartHereSection): string {
  const note = document.draft ? section.draftNote : undefined;
  const draft = note ? `\n<p class="draft"${foreign(note, section)}>${escapeHtml(note.text)}</p>` : '';
  const links = (isPrint: boolean) =>
    document.files.filter((file) => file.isPrint === isPrint).map((file) => link(file, document, section));
  const own = links(false);
  const print = links(true);
  return `<h2>${escapeHtml(document.title)}</h2>
<p>${escapeHtml(document.summary)}</p>${draft}${own.length > 0 ? `\n<p class="files">${own.join('')}</p>` : ''}${
    print.length > 0 ? `\n<p class="print">${printLabel(section)}${print.join(' ')}</p>` : ''
  }`;
}

function link(
  { label, path }: StartHereFile,
  document: StartHereDocument,
  section: StartHereSection,
): string {
  // Every document has the same words on its links; read out of context they need its title.
  const name = escapeHtml(`${label.text} – ${document.title}`);
  const address = escapeHtml(encodeURI(path));
  return `<a href="${address}" aria-label="${name}"${foreign(label, section)}>${escapeHtml(label.text)}</a>`;
}

function printLabel(section: StartHereSection): string {
  const label = section.printLabel;
  return label ? `<strong${foreign(label, section)}>${escapeHtml(label.text)}</strong> ` : '';
}

/** The attributes of a text that is not in its section's language. */
function foreign(text: ForeignText, section: StartHereSection): string {
  if (text.language === section.language) return '';
  return ` lang="${escapeHtml(text.language)}" dir="${text.direction}"`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
