import type { PartialStatement } from './ast.ts';
import type { Visit } from './check.ts';
import { checkExpression, report } from './check-expression.ts';
import { maximumPartialCalls } from './limits.ts';
import { loadPartial } from './load-partial.ts';
import { parseTemplate, spanOf } from './parse-template.ts';
import { topScope } from './scope.ts';
import type { Shape } from './shape.ts';

/**
 * Finds, parses and checks the partial of one call, and gives the call a copy of its own: the same partial in another
 * context prints values from other places.
 */
export function checkPartial(
  statement: PartialStatement,
  visit: Visit,
  checkCopy: (visit: Visit) => void,
): void {
  const name = partialName(statement, visit);
  const context = name === undefined ? undefined : partialContext(statement, visit);
  if (name === undefined || !context || !isBounded(name, statement, visit)) return;
  const source = loadPartial(visit.check.host, name, spanOf(visit.template, statement.name.loc));
  if ('code' in source) {
    visit.diagnostics.push(source);
    return;
  }
  const parsed = parseTemplate(source);
  visit.diagnostics.push(...parsed.diagnostics);
  const template = parsed.value;
  if (!template) return;
  const copy = { name: `${name}#${visit.check.copies.length + 1}`, template };
  visit.check.copies.push(copy);
  statement.name = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [copy.name],
    original: copy.name,
    loc: statement.name.loc,
  };
  const scope = topScope(context, visit.scope.root);
  checkCopy({ ...visit, template, scope, chain: [...visit.chain, name] });
}

function partialName({ name }: PartialStatement, visit: Visit): string | undefined {
  const written =
    name.type === 'PathExpression' ? name.original : name.type === 'StringLiteral' ? String(name.value) : '';
  if (/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(written)) return written;
  const hint = 'A name has lower case letters, digits, - and /';
  report(visit, name.loc, 'template-partial', 'a partial is called by its plain name', hint);
  return undefined;
}

function isBounded(name: string, statement: PartialStatement, visit: Visit): boolean {
  if (visit.chain.includes(name)) {
    const circle = [...visit.chain.slice(visit.chain.indexOf(name)), name].join(' → ');
    report(visit, statement.loc, 'template-limit', `the partial \`${name}\` includes itself: ${circle}`);
    return false;
  }
  if (visit.check.copies.length < maximumPartialCalls) return true;
  if (
    visit.check.copies.length === maximumPartialCalls &&
    !visit.diagnostics.some((d) => d.code === 'template-limit')
  ) {
    report(visit, statement.loc, 'template-limit', `a document may call ${maximumPartialCalls} partials`);
  }
  return false;
}

/** The context of the call: its parameter or the caller's, with the named values added. */
function partialContext(statement: PartialStatement, visit: Visit): Shape | undefined {
  if (statement.params.length > 1) {
    report(visit, statement.loc, 'template-syntax', 'a partial takes one context, and values by name');
    return undefined;
  }
  const [param] = statement.params;
  const context = param ? checkExpression(param, visit) : visit.scope.context;
  const pairs = statement.hash?.pairs ?? [];
  const named = pairs.map(({ key, value }) => [key, checkExpression(value, visit)] as const);
  if (!context || named.some(([, shape]) => !shape)) return undefined;
  if (named.length === 0) return context;
  const own = context.kind === 'record' ? context.fields : {};
  return { kind: 'record', fields: { ...own, ...Object.fromEntries(named as [string, Shape][]) } };
}
