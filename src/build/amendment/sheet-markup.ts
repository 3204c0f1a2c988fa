import type { Kind } from '../../campaign/kind.ts';
import { readTemplateFile } from '../../campaign/override.ts';
import type { AmendedDocument } from '../../content/amendment/amend-document.ts';
import type { FilledDocument, FrontValue, SourceDocument } from '../../content/document.ts';
import { fillDocument } from '../../content/fill-document.ts';
import type { MarkupNode } from '../../content/markup.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { formatCounter } from '../../style/counter-styles/format-counter.ts';
import { parseMarkup } from '../../style/parse-markup.ts';
import type { StyledElement, StyledTree } from '../../style/styled-tree.ts';
import { renderTemplate } from '../../template/render-template.ts';
import type { Session } from '../session.ts';
import { type DocumentMarkup, take } from '../styled-document.ts';
import type { AmendRequest } from './request.ts';
import { sheetBody } from './sheet-body.ts';
import { clauseElements } from './slice-markup.ts';
import { createWording } from './wording.ts';

/** What a sheet is made from. */
export interface SheetSource {
  readonly session: Session;
  readonly document: SourceDocument;
  readonly amended: AmendedDocument;
  /** The resolution as it is printed before. */
  readonly before: StyledTree;
  readonly request: Pick<AmendRequest, 'branch' | 'mover' | 'seconder'>;
}

const templatePath = 'templates/amendment/sheet.hbs';
const stylePath = 'templates/amendment/sheet.css';

/** The amendment sheet in its template (`templates/amendment/`), before any style; undefined where that is missing. */
export function sheetMarkup(source: SheetSource, found: Diagnostic[]): DocumentMarkup | undefined {
  const { host, campaign } = source.session;
  const template = readTemplateFile(host, templatePath);
  const style = readTemplateFile(host, stylePath);
  if (!template || !style) {
    found.push(diagnose('file-missing', `there is no ${template ? stylePath : templatePath}`));
    return undefined;
  }
  const terms = source.session.terms(source.document).value;
  const filled = sheetDocument(source, template, style, found);
  const rendered = take(renderTemplate(host, filled, { campaign, terms }), found);
  const names = { source: template, styles: rendered.styles, title: filled.title, summary: filled.summary };
  if (hasErrors(found)) return { root: undefined, ...names };
  return { root: take(parseMarkup(rendered, filled.body), found), ...names };
}

/** The sheet as a document of a kind that has no folder. */
function sheetDocument(
  { session, document, amended, before, request }: SheetSource,
  template: SourceFile,
  style: SourceFile,
  found: Diagnostic[],
): FilledDocument {
  const { campaign } = session;
  const span = { source: template, start: 0, end: 0 };
  const terms = session.terms(document).value;
  const fill = (each: SourceDocument) =>
    take(fillDocument(each, { campaign, terms, branch: undefined }), found);
  const [old, fresh] = [fill(document), fill(amended.document)];
  const names = { branch: request.branch, 'moved-by': request.mover, 'seconded-by': request.seconder };
  const given = Object.entries(names).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const keys: Readonly<Record<string, FrontValue>> = Object.fromEntries(
    given.map(([name, value]) => [name, { value, span }]),
  );
  const body: readonly MarkupNode[] = sheetBody({
    amended,
    wording: createWording(terms, span, found),
    before: clauseElements(old.body),
    after: clauseElements(fresh.body),
    number: (number) => formatCounter(number, numberStyle(before), before.counterStyles),
    section: (name) => (terms.get(`resolution.${name}`)?.text ?? name).replace(/\s*[:：]\s*$/, ''),
    span,
  });
  const made: SourceDocument = {
    ...document,
    kind: sheetKind(document.kind, template, style, Object.keys(names)),
    summary: { value: old.title, span },
    facts: [],
    keys,
  };
  return { document: made, title: old.title, summary: old.title, keys: Object.fromEntries(given), body };
}

function sheetKind(resolution: Kind, template: SourceFile, style: SourceFile, keys: readonly string[]): Kind {
  return {
    ...resolution,
    name: 'amendment',
    maxPages: undefined,
    editions: [],
    keys: keys.map((name) => ({ name, type: 'text', required: false, choices: [] })),
    template,
    style,
  };
}

/** The counter style that the resolution's clauses are numbered in. */
function numberStyle({ root }: StyledTree): string {
  return findList(root)?.style.listStyleType ?? 'decimal';
}

function findList(element: StyledElement): StyledElement | undefined {
  if (element.tag === 'ol' && element.attributes.class === 'clauses')
    return element.children.find(
      (child): child is StyledElement => child.type === 'element' && child.tag === 'li',
    );
  for (const child of element.children) {
    const list = child.type === 'element' ? findList(child) : undefined;
    if (list) return list;
  }
  return undefined;
}
