import type { FilledDocument } from '../content/document.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import type { Check } from './check.ts';
import { checkTemplate } from './check-template.ts';
import { readOverridable } from './load-partial.ts';
import { markStatements } from './mark-statements.ts';
import { markerCharacters, stripMarkers } from './markers.ts';
import type { Template } from './parse-template.ts';
import { parseTemplate } from './parse-template.ts';
import type { Origin, RenderedTemplate } from './rendered.ts';
import { runTemplate, safeString, TemplateLimitError } from './run-template.ts';
import type { Described } from './shape.ts';
import type { TemplateContext } from './view.ts';
import { bodySlot, viewOf } from './view.ts';

/**
 * Fills a kind's template with a document. Where there are errors the HTML is empty; every path, helper, partial and
 * place of a value was checked by then, in branches that are not taken as well.
 */
export function renderTemplate(
  host: Host,
  filled: FilledDocument,
  context: TemplateContext,
): Outcome<RenderedTemplate> {
  const { kind } = filled.document;
  const diagnostics: Diagnostic[] = [];
  const styles = stylesOf(host, kind.style, diagnostics);
  const start: Span = { source: kind.template, start: 0, end: 0 };
  const failed = (): Outcome<RenderedTemplate> => ({
    value: { html: '', origins: [{ offset: 0, span: start }], styles },
    diagnostics,
  });

  const parsed = parseTemplate(kind.template);
  diagnostics.push(...parsed.diagnostics);
  const template = parsed.value;
  if (!template) return failed();
  const view = viewOf(filled, context, safeString(bodySlot));
  const check = checkTemplate(template, view.shape, host, context.terms.keys);
  diagnostics.push(...check.diagnostics, ...checkValues(view, start));
  if (hasErrors(diagnostics)) return failed();

  const spans = markAll(template, check);
  const output = run(template, check, view, { ...context, locale: filled.document.locale }, diagnostics);
  if (output === undefined) return failed();
  const { html, origins } = stripMarkers(output, spans, start);
  diagnostics.push(...checkSlot(html, origins));
  return hasErrors(diagnostics) ? failed() : { value: { html, origins, styles }, diagnostics };
}

// The campaign's colours are custom properties, which the style stage is given as values.
function stylesOf(host: Host, style: SourceFile, diagnostics: Diagnostic[]): readonly SourceFile[] {
  const base = readOverridable(host, 'templates/base.css');
  if (!base) return [style];
  if (!('code' in base)) return [base, style];
  diagnostics.push(base);
  return [style];
}

// A value with a marker in it would be taken for one.
function checkValues({ value }: Described, span: Span): readonly Diagnostic[] {
  if (!markerCharacters.test(JSON.stringify(value))) return [];
  return [diagnose('character-forbidden', 'a value that the template prints holds a non-character', span)];
}

function markAll(template: Template, check: Check): readonly Span[] {
  const spans: Span[] = [];
  for (const { program } of [template, ...check.copies.map((copy) => copy.template)]) {
    markStatements(program, check.printed, spans);
  }
  return spans;
}

function run(
  template: Template,
  check: Check,
  view: Described,
  context: Parameters<typeof runTemplate>[3],
  diagnostics: Diagnostic[],
): string | undefined {
  try {
    return runTemplate(template.program, check.copies, view.value, context);
  } catch (error) {
    if (!(error instanceof TemplateLimitError)) throw error;
    const span = { source: template.source, start: 0, end: 0 };
    diagnostics.push(diagnose('template-limit', `the template prints ${error.message}`, span));
    return undefined;
  }
}

// Printed never, the document's text would be lost; printed twice, it would be doubled.
function checkSlot(html: string, origins: readonly Origin[]): readonly Diagnostic[] {
  const first = html.indexOf(bodySlot);
  if (first < 0) {
    const hint = 'Put {{body}} where the text of the document belongs';
    return [diagnose('template-place', 'the template does not print `{{body}}`', origins[0]!.span, hint)];
  }
  const second = html.indexOf(bodySlot, first + 1);
  if (second < 0) return [];
  const span = origins.findLast(({ offset }) => offset <= second)!.span;
  return [diagnose('template-place', 'the template prints `{{body}}` more than once', span)];
}
