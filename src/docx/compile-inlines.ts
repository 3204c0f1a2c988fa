import type { ParagraphChild, XmlComponent } from 'docx';
import { contentControl, placeholderText } from './compile-control.ts';
import type { Compiler } from './compiler.ts';
import { drawingRun } from './drawing-run.ts';
import { noteReferenceLook } from './footnotes.ts';
import { groundRun } from './ground-run.ts';
import { wordLanguage } from './languages.ts';
import type { Blank, Inline, Revised, RunFormat } from './model.ts';
import { pictureRun } from './picture-run.ts';
import { splitByDirection } from './runs.ts';
import type { StyleRegistry } from './style-registry.ts';

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
    case 'ground':
      return [groundRun(inline.ground, inline.width, docx)];
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
      return blankRuns(inline.blank, compiler);
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
  if (name === undefined) return children;
  const parts = aroundNumber(inlines, compiler.numbers.get(anchor));
  if (!parts) return [new compiler.docx.InternalHyperlink({ anchor: name, children })];
  const [before, number, after] = parts.map((part) => compileInlines(part, compiler));
  const link = (runs: readonly ParagraphChild[]) =>
    runs.length === 0 ? [] : [new compiler.docx.InternalHyperlink({ anchor: name, children: runs })];
  return [...link(before!), field(`REF ${name} \\r \\h`, number!, compiler), ...link(after!)];
}

/** What stands before the number of a clause, the number, and what stands behind it; undefined where it is not cited. */
function aroundNumber(
  inlines: readonly Inline[],
  number: string | undefined,
): readonly (readonly Inline[])[] | undefined {
  const [only] = inlines;
  if (number === undefined || inlines.length !== 1 || only?.kind !== 'text') return undefined;
  const parts = only.text.split(number);
  const [before = '', after = ''] = parts;
  const isWhole = !/\p{N}$/u.test(before) && !/^[\p{N}.]*\p{N}/u.test(after);
  if (parts.length !== 2 || !isWhole) return undefined;
  return [before, number, after].map((text) => (text === '' ? [] : [{ ...only, text }]));
}

/** A field with what it shows until Word counts anew (§17.16.19). */
function field(instruction: string, runs: readonly ParagraphChild[], { docx }: Compiler): ParagraphChild {
  return new docx.BuilderElement<{ instruction: string }>({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: instruction } },
    children: runs as readonly XmlComponent[] as XmlComponent[],
  }) as unknown as ParagraphChild;
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
  return field(`NOTEREF ${name} \\f \\h`, [run], compiler);
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

/** A content control, behind its label where that stands nowhere beside it. */
function blankRuns(blank: Blank, compiler: Compiler): ParagraphChild[] {
  const look = { ...lookOf(blank.format, compiler), style: placeholderStyle(blank, compiler) };
  const label = blank.showsLabel ? textRuns(`${blank.label} `, blank.format, compiler) : [];
  const placeholder = new compiler.docx.TextRun({ ...look, text: placeholderText(blank) });
  return [...label, contentControl(blank, [placeholder], compiler.docx)];
}

/** Word's own style for what waits to be filled in. */
function placeholderStyle(blank: Blank, compiler: Compiler): string {
  return compiler.registry.character('Placeholder Text', blank.format.style?.difference ?? {});
}
