import type { SourceFile } from '../../diagnostics/source.ts';
import { partOfSpan } from '../../diagnostics/source.ts';
import type { SheetContext } from '../at-rules/sheet-context.ts';
import { readDeclarations } from '../at-rules/sheet-context.ts';
import type { PropertyTable } from '../properties/registry.ts';
import type { StyleNode } from '../selectors/style-node.ts';
import type { SheetNode } from '../syntax/parse-sheet.ts';
import { parseDeclarations } from '../syntax/parse-sheet.ts';
import type { Declaration } from './declaration.ts';
import { presentationalHints } from './presentational-hints.ts';
import type { Reporter } from './reporter.ts';
import { createReporter } from './reporter.ts';
import type { MatchedRule } from './rule-index.ts';
import type { Origin, StyleRule } from './style-rule.ts';
import { drawingHints } from './svg-hints.ts';

/** Gives the rules that an element's own attributes make; equal attributes give the same rule object. */
export type AttributeRules = (node: StyleNode) => readonly MatchedRule[];

/** The rules of presentational attributes and of `style=""`, for one run. `firstOrder` is past all sheets' rules. */
export function createAttributeRules(
  table: PropertyTable,
  reporter: Reporter,
  firstOrder: number,
): AttributeRules {
  const known = new Map<string, MatchedRule>();
  const ruleFor = (origin: Origin, text: string, read: () => readonly Declaration[]): MatchedRule => {
    const key = `${origin} ${text}`;
    const found = known.get(key);
    if (found) return found;
    const rule: StyleRule = { origin, selectors: [], declarations: read(), order: firstOrder + known.size };
    const made = { rule, specificity: 0 };
    known.set(key, made);
    return made;
  };
  return (node) => {
    const rules: MatchedRule[] = [];
    const hints = presentationalHints(node);
    if (hints !== '') rules.push(ruleFor('hint', hints, () => hintDeclarations(hints, table)));
    for (const { declaration, value } of drawingHints(node)) {
      const read = () => inlineDeclarations(node, declaration, value, table, reporter);
      rules.push(ruleFor('hint', declaration, read));
    }
    const style = node.element.attributes.style;
    if (style?.trim())
      rules.push(ruleFor('inline', style, () => inlineDeclarations(node, style, style, table, reporter)));
    return rules;
  };
}

function textSource(text: string): SourceFile {
  return { name: 'attributes', root: 'tool', path: 'attributes', text };
}

/** Hints are written by ourselves from checked values: nothing of them can be reported. */
function hintDeclarations(text: string, table: PropertyTable): readonly Declaration[] {
  return readDeclarations(parseDeclarations(text), {
    source: textSource(text),
    table,
    reporter: createReporter(),
  });
}

/**
 * Findings point into the element's source, at the words of the attribute where they can be found there: `written` is
 * the attribute's value, which `text` ends with.
 */
function inlineDeclarations(
  node: StyleNode,
  text: string,
  written: string,
  table: PropertyTable,
  reporter: Reporter,
): readonly Declaration[] {
  const own = createReporter();
  const context: SheetContext = { source: textSource(text), table, reporter: own };
  const nodes = parseDeclarations(text);
  const declarations = readDeclarations(nodes, context);
  const shift = text.length - written.length;
  const outside = (start: number, end: number) =>
    partOfSpan(node.element.span, written, Math.max(0, start - shift), Math.max(0, end - shift));
  for (const { code, message, span, hint } of own.diagnostics) {
    reporter.report(code, message, span && outside(span.start, span.end), hint);
  }
  for (const error of nodes.filter(
    (entry): entry is Extract<SheetNode, { type: 'error' }> => entry.type === 'error',
  )) {
    reporter.report('css-syntax', `this style attribute does not parse: ${error.message}`, node.element.span);
  }
  return declarations.map((declaration) => ({
    ...declaration,
    span: outside(declaration.span.start, declaration.span.end),
    valueSpan: outside(declaration.valueSpan.start, declaration.valueSpan.end),
  }));
}
