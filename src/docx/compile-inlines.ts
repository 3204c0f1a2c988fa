import { createHash } from 'node:crypto';
import type { ParagraphChild, XmlComponent } from 'docx';
import { drawingRun } from './drawing-run.ts';
import { noteReferenceLook } from './footnotes.ts';
import { wordLanguage } from './languages.ts';
import type { Blank, ImagePicture, Inline, Revised, RunFormat } from './model.ts';
import type { PictureFiles } from './picture-files.ts';
import { splitByDirection } from './runs.ts';
import type { StyleRegistry } from './style-registry.ts';

/** The docx library, loaded when a document is written. */
export type Docx = typeof import('docx');

/** Who made changes, and when. */
export interface RevisionMark {
  readonly author: string;
  /** `yyyy-mm-dd`; undefined for no date. */
  readonly date: string | undefined;
}

/** What compiling needs at every step. */
export interface Compiler {
  readonly docx: Docx;
  readonly registry: StyleRegistry;
  /** BCP 47, of the document. */
  readonly language: string;
  /** Whose changes they are, where changes are tracked. */
  readonly revision: RevisionMark | undefined;
  /** Lines of text are numbered in the margin. */
  readonly numbersLines: boolean;
  /** Names of bookmarks by the `id` they stand for. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Files of the pictures by key. */
  readonly files: PictureFiles;
  /** Files of the pictures by their digest in hex; filled as pictures are compiled. */
  readonly pictures: Map<string, Uint8Array>;
}

/** The children of a docx paragraph. */
export function compileInlines(inlines: readonly Inline[], compiler: Compiler): ParagraphChild[] {
  return inlines.flatMap((inline) => compileInline(inline, compiler));
}

function compileInline(inline: Inline, compiler: Compiler): ParagraphChild[] {
  const { docx } = compiler;
  switch (inline.kind) {
    case 'text':
      return textRuns(inline.text, inline.format, compiler);
    case 'break':
      return [new docx.TextRun({ break: 1 })];
    case 'tab':
      return [new docx.TextRun({ children: [new docx.Tab()] })];
    case 'link':
      return [
        new docx.ExternalHyperlink({
          link: inline.address,
          children: compileInlines(inline.children, compiler),
        }),
      ];
    case 'jump':
      return jump(inline.anchor, inline.children, compiler);
    case 'picture':
      return inline.picture.format === 'drawing'
        ? [drawingRun(inline.picture, docx)]
        : [pictureRun(inline.picture, compiler)];
    case 'revision':
      return [revisionOf(inline.revised, inline.children, compiler)];
    case 'footnote':
      return noteCall(inline.note, inline.anchor, compiler);
    case 'note-number':
      return [noteNumber(inline.note, inline.anchor, compiler)];
    case 'field':
      return [fieldRun(inline.name, inline.format, compiler)];
    case 'page-of':
      return pageReference(inline.anchor, compiler);
    case 'blank':
      return [contentControl(inline.blank, compiler)];
  }
}

/** One element around all that changed; `spreadRevisions` gives it the form that Word asks for. */
function revisionOf(revised: Revised, inlines: readonly Inline[], compiler: Compiler): ParagraphChild {
  const { author, date } = revisionMark(compiler);
  const when = date === undefined ? {} : { date: { key: 'w:date', value: date } };
  return new compiler.docx.BuilderElement<{ author: string; date?: string }>({
    name: revised === 'inserted' ? 'w:ins' : 'w:del',
    attributes: { author: { key: 'w:author', value: author }, ...when },
    children: compileInlines(inlines, compiler) as XmlComponent[],
  }) as unknown as ParagraphChild;
}

/** Who made a change, as docx takes it; the id is given later. */
export function revisionMark({ revision }: Compiler): {
  readonly id: number;
  readonly author: string;
  readonly date: string;
} {
  const { author, date } = revision ?? { author: '', date: undefined };
  // docx leaves out what is undefined, though its types ask for it.
  return { id: 0, author, date: (date && `${date}T00:00:00Z`) as string };
}

function jump(anchor: string, inlines: readonly Inline[], compiler: Compiler): ParagraphChild[] {
  const children = compileInlines(inlines, compiler);
  const name = compiler.bookmarks.get(anchor);
  return name === undefined ? children : [new compiler.docx.InternalHyperlink({ anchor: name, children })];
}

/** Where a footnote is called; numbers elsewhere refer to the bookmark around it. */
function noteCall(note: number, anchor: string | undefined, { docx, bookmarks }: Compiler): ParagraphChild[] {
  const call = new docx.FootnoteReferenceRun(note);
  const name = anchor === undefined ? undefined : bookmarks.get(anchor);
  return [name === undefined ? call : new docx.Bookmark({ id: name, children: [call] })];
}

/** The number of a footnote that is called elsewhere: a field that leads there, with Word's look of numbers (§17.16.5.39). */
function noteNumber(note: number, anchor: string | undefined, compiler: Compiler): ParagraphChild {
  const { docx, bookmarks, registry } = compiler;
  const run = new docx.TextRun({ text: String(note), style: noteReferenceStyle(registry) });
  const name = anchor === undefined ? undefined : bookmarks.get(anchor);
  if (name === undefined) return run;
  return new docx.BuilderElement<{ instruction: string }>({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: `NOTEREF ${name} \\f \\h` } },
    children: [run],
  }) as unknown as ParagraphChild;
}

/** The id of Word's own style for the numbers of footnotes. */
export function noteReferenceStyle(registry: StyleRegistry): string {
  return registry.character('footnote reference', noteReferenceLook);
}

/** A field that Word fills in when it opens the document. */
function pageReference(anchor: string, { docx, bookmarks }: Compiler): ParagraphChild[] {
  const name = bookmarks.get(anchor);
  return name === undefined ? [] : [new docx.PageReference(name)];
}

interface RunLook {
  readonly style?: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly language?: {
    readonly value?: string;
    readonly eastAsia?: string;
    readonly bidirectional?: string;
  };
}

/** A run's style and language. A toggle is taken back directly: in a style it would switch the other way (§17.7.3). */
function lookOf(format: RunFormat, compiler: Compiler): RunLook {
  const { bold, italic, ...rest } = format.style?.difference ?? {};
  const difference = { ...rest, ...(bold && { bold }), ...(italic && { italic }) };
  const styled = format.style !== undefined && Object.keys(difference).length > 0;
  return {
    ...(styled && { style: compiler.registry.character(format.style.role, difference) }),
    ...(bold === false && { bold }),
    ...(italic === false && { italics: italic }),
    ...languageOf(format.language, compiler.language),
  };
}

/** Only the slots that the document's own language does not fill already. */
function languageOf(language: string, document: string): Pick<RunLook, 'language'> {
  if (language === document) return {};
  const own = wordLanguage(language);
  const known = wordLanguage(document);
  const differs = {
    ...(own.latin !== undefined && own.latin !== known.latin && { value: own.latin }),
    ...(own.eastAsia !== undefined && own.eastAsia !== known.eastAsia && { eastAsia: own.eastAsia }),
    ...(own.complex !== undefined && own.complex !== known.complex && { bidirectional: own.complex }),
  };
  return Object.keys(differs).length === 0 ? {} : { language: differs };
}

function textRuns(text: string, format: RunFormat, compiler: Compiler): ParagraphChild[] {
  const look = lookOf(format, compiler);
  return splitByDirection(text, format.direction).map(
    (run) =>
      new compiler.docx.TextRun({
        ...look,
        text: run.text,
        ...(run.rtl && { rightToLeft: true }),
      }),
  );
}

function fieldRun(name: 'PAGE' | 'NUMPAGES', format: RunFormat, compiler: Compiler): ParagraphChild {
  const { docx } = compiler;
  const kind = name === 'PAGE' ? docx.PageNumber.CURRENT : docx.PageNumber.TOTAL_PAGES;
  return new docx.TextRun({ ...lookOf(format, compiler), children: [kind] });
}

function pictureRun(picture: ImagePicture, compiler: Compiler): ParagraphChild {
  const turned = picture.orientation >= 5;
  const [width, height] = turned ? [picture.height, picture.width] : [picture.width, picture.height];
  const rotation = [0, 0, 0, 180, 180, 270, 90, 90, 270][picture.orientation] ?? 0;
  const flip = [2, 4, 5, 7].includes(picture.orientation);
  // docx names a picture by a digest of its own, which is slow: it gets ours in place of the file.
  const bytes = compiler.files.get(picture.key)!;
  const digest = createHash('sha256').update(bytes).digest();
  compiler.pictures.set(digest.toString('hex'), bytes);
  return new compiler.docx.ImageRun({
    type: picture.format === 'png' ? 'png' : 'jpg',
    data: digest,
    // docx takes CSS pixels.
    transformation: {
      width: width / 0.75,
      height: height / 0.75,
      ...(rotation !== 0 && { rotation }),
      ...(flip && { flip: { horizontal: true } }),
    },
    altText: { name: 'Picture', description: picture.alt },
  });
}

/** Width of a low line as a factor of the size, in the fonts that stand for sans-serif ones. */
const lowLine = 0.5;

/**
 * A content control for text (§17.5.2). It holds low lines, so that on paper it is a line to write on: LibreOffice
 * does not underline spaces. No `w:text`: LibreOffice would write such a control several times over when it saves.
 */
function contentControl(blank: Blank, compiler: Compiler): ParagraphChild {
  const { docx } = compiler;
  const element = (name: string, value?: string) =>
    new docx.BuilderElement<{ value: string }>({
      name,
      ...(value !== undefined && { attributes: { value: { key: 'w:val', value } } }),
    });
  const rule = '_'.repeat(Math.max(3, Math.round(blank.width / (blank.fontSize * lowLine))));
  const look = { ...lookOf(blank.format, compiler), style: placeholderStyle(blank, compiler) };
  const label = blank.showsLabel ? textRuns(`${blank.label} `, blank.format, compiler) : [];
  const properties = [
    ...(blank.label === '' ? [] : [element('w:alias', blank.label.slice(0, 64))]),
    ...(blank.name === '' ? [] : [element('w:tag', blank.name.slice(0, 64))]),
    element('w:id', '0'),
  ];
  return new docx.BuilderElement({
    name: 'w:sdt',
    children: [
      new docx.BuilderElement({ name: 'w:sdtPr', children: properties }),
      new docx.BuilderElement({
        name: 'w:sdtContent',
        children: [...label, new docx.TextRun({ ...look, text: rule })] as XmlComponent[],
      }),
    ],
  }) as unknown as ParagraphChild;
}

/** Word's own style for what waits to be filled in. */
function placeholderStyle(blank: Blank, compiler: Compiler): string {
  return compiler.registry.character('Placeholder Text', blank.format.style?.difference ?? {});
}
