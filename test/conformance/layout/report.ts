import { createWriter, type Writer } from './report-text.ts';

/** Pages of a chapter: each begins on a new page and leaves the last one partly empty. */
const chapterPages = 5;

/** What may be asked of a report. */
export interface ReportOptions {
  /** CSS before its own, for the faces of "Noto Sans" in regular, bold and italic. */
  readonly prelude?: string;
  /** With `float: footnote`, which Chromium does not have. */
  readonly footnotes?: boolean;
}

/** The families and styles that a report is set in. */
export const reportFaces = [
  { family: 'Noto Sans', weight: 400, style: 'normal', file: 'noto-sans/400Regular/NotoSans_400Regular.ttf' },
  {
    family: 'Noto Sans',
    weight: 400,
    style: 'italic',
    file: 'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  },
  { family: 'Noto Sans', weight: 700, style: 'normal', file: 'noto-sans/700Bold/NotoSans_700Bold.ttf' },
] as const;

/**
 * A report of so many pages (a multiple of five) as one HTML file, the same each time: headings with numbers, running
 * text, nested lists, tables short and long, two columns, quotations, captions. All lengths are whole px, so that a
 * browser, which rounds to them, lays it out as it is told.
 */
export function reportHtml(pages: number, options: ReportOptions = {}): string {
  if (pages % chapterPages !== 0) throw new RangeError(`a report has a multiple of ${chapterPages} pages`);
  const chapters = Array.from({ length: pages / chapterPages }, (_, index) =>
    chapter(createWriter(7000 + index * 13), index + 1, options.footnotes ?? false),
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A report of ${pages} pages</title>
<style>
${options.prelude ?? ''}${sheet}${options.footnotes ? noteSheet : ''}</style>
</head>
<body>
${chapters.join('\n')}
</body>
</html>
`;
}

const sheet = `@page {
  size: 796px 1124px;
  margin: 80px 72px;
  @bottom-center { content: counter(page) " / " counter(pages); font: 12px/16px "Noto Sans"; }
}
body { margin: 0; font: 14px/20px "Noto Sans"; color: #222; counter-reset: chapter section figure; }
h1, h2, h3 { font-weight: 700; break-after: avoid; color: #123; }
h1 { break-before: page; margin: 0 0 20px; font-size: 28px; line-height: 36px; counter-increment: chapter; counter-set: section; }
h1::before { content: counter(chapter) ". "; }
h2 { margin: 24px 0 8px; font-size: 20px; line-height: 28px; counter-increment: section; }
h2::before { content: counter(chapter) "." counter(section) " "; }
h3 { margin: 16px 0 4px; font-size: 16px; line-height: 24px; }
p { margin: 0 0 10px; orphans: 2; widows: 2; }
.lead { font-size: 17px; line-height: 25px; }
ul, ol { margin: 0 0 10px; padding: 0 0 0 28px; }
ul { list-style-type: "– "; }
li > ul, li > ol { margin: 0; }
blockquote { margin: 16px 32px; padding: 8px 16px; border-left: 4px solid #b01119; font-style: italic; break-inside: avoid; }
blockquote p { margin: 0; }
table { width: 100%; margin: 12px 0 16px; border-collapse: collapse; font-size: 13px; line-height: 18px; }
caption { caption-side: top; margin: 0; padding: 0 0 4px; text-align: left; font-weight: 700; }
th, td { padding: 3px 8px; border: 1px solid #999; text-align: left; vertical-align: top; }
th { background: #e8eef4; }
td:last-child { text-align: right; }
tr { break-inside: avoid; }
.columns { columns: 2; column-gap: 26px; margin: 12px 0 16px; }
.columns p { orphans: 2; widows: 2; }
figure { margin: 12px 0; break-inside: avoid; }
.plot { height: 120px; padding: 8px; border: 2px solid #456; background: #f2f5f8; }
figcaption { margin: 4px 0 0; font-size: 12px; line-height: 16px; counter-increment: figure; }
figcaption::before { content: "Figure " counter(figure) ": "; font-weight: 700; }
`;

const noteSheet = '.note { float: footnote; font-size: 12px; line-height: 16px; }\n';

function chapter(write: Writer, number: number, footnotes: boolean): string {
  const note = footnotes ? `<span class="note">${write.text(1)}</span>` : '';
  return [
    `<h1>${write.phrase()}</h1>`,
    `<p class="lead">${write.text(2)}</p>`,
    ...section(write, note),
    shortTable(write, number),
    ...section(write, note),
    nestedList(write),
    ...section(write, note),
    columns(write),
    figure(write),
    `<blockquote><p>${write.text(2)}</p></blockquote>`,
    ...section(write, note),
    longTable(write, number),
    `<p>${write.text(4)}</p>`,
  ].join('\n');
}

function section(write: Writer, note: string): readonly string[] {
  return [
    `<h2>${write.phrase()}</h2>`,
    `<p>${write.text(3)}${note} <strong>${write.phrase()}</strong>: ${write.text(2)}</p>`,
    `<h3>${write.phrase()}</h3>`,
    `<p>${write.sentence()} <em>${write.sentence()}</em> ${write.text(2)}</p>`,
    `<p>${write.text(5)}</p>`,
  ];
}

function shortTable(write: Writer, number: number): string {
  return table(write, `What ward ${number} asks for`, 7);
}

/** More rows than the rest of a page holds: its head comes again on the next. */
function longTable(write: Writer, number: number): string {
  return table(write, `All measures of chapter ${number}`, 15);
}

function table(write: Writer, caption: string, rows: number): string {
  const row = (_: unknown, index: number) =>
    `<tr><td>${index + 1}</td><td>${write.phrase()}</td><td>${write.text(1)}</td><td>${write.below(90_000)}</td></tr>`;
  const head = '<tr><th>No.</th><th>Measure</th><th>Grounds</th><th>Cost</th></tr>';
  const body = Array.from({ length: rows }, row).join('\n');
  return `<table>\n<caption>${caption}</caption>\n<thead>${head}</thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function nestedList(write: Writer): string {
  const deepest = () => `<ul>${items(2, () => write.phrase())}</ul>`;
  const inner = () => `<ul>${items(2, () => `${write.sentence()}${deepest()}`)}</ul>`;
  return `<ol>${items(3, () => `${write.text(1)}${inner()}`)}</ol>`;
}

function items(count: number, item: () => string): string {
  return Array.from({ length: count }, () => `\n<li>${item()}</li>`).join('');
}

function columns(write: Writer): string {
  const paragraphs = Array.from({ length: 4 }, () => `<p>${write.text(3)}</p>`);
  return `<div class="columns">\n${paragraphs.join('\n')}\n</div>`;
}

function figure(write: Writer): string {
  return `<figure><div class="plot">${write.phrase()}</div><figcaption>${write.sentence()}</figcaption></figure>`;
}
