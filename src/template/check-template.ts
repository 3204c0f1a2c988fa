import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import type { BlockStatement, ContentStatement, MustacheStatement, Program, Statement } from './ast.ts';
import type { Check, Visit } from './check.ts';
import { calledName, checkExpression, checkHelper, checkPath, report } from './check-expression.ts';
import { checkPartial } from './check-partial.ts';
import { helperSignatures } from './helpers.ts';
import type { HtmlPlace } from './html-place.ts';
import { isSamePlace, placeAfter, textPlace } from './html-place.ts';
import type { Template } from './parse-template.ts';
import { spanOf } from './parse-template.ts';
import { innerScope, topScope } from './scope.ts';
import type { Shape } from './shape.ts';
import { isPrintable } from './shape.ts';

/**
 * Walks a template, and each partial in the context of its call, before anything is printed: every path and helper
 * must exist, and every value stand where HTML can hold it, in branches that are not taken as well.
 */
export function checkTemplate(
  template: Template,
  root: Shape,
  host: Host,
  termKeys: readonly string[],
): Check {
  const check: Check = { host, termKeys, diagnostics: [], printed: new Map(), copies: [] };
  const scope = topScope(root, root);
  checkWhole({ template, scope, termKeys, diagnostics: check.diagnostics, check, chain: [] });
  return check;
}

/** Checks a whole template or partial, which must end between tags as it began. */
function checkWhole(visit: Visit): void {
  const { template } = visit;
  const end = checkProgram(template.program, visit, textPlace);
  if (isSamePlace(end, textPlace)) return;
  const span = {
    source: template.source,
    start: template.source.text.length,
    end: template.source.text.length,
  };
  visit.diagnostics.push(
    diagnose('html-invalid', 'a tag, comment or quotation mark is still open at the end', span),
  );
}

function checkProgram(program: Program | undefined, visit: Visit, from: HtmlPlace): HtmlPlace {
  let place = from;
  for (const statement of program?.body ?? []) place = checkStatement(statement, visit, place);
  return place;
}

function checkStatement(statement: Statement, visit: Visit, place: HtmlPlace): HtmlPlace {
  switch (statement.type) {
    case 'ContentStatement':
      visit.check.printed.set(statement, {
        span: contentSpan(statement, visit.template),
        path: false,
        plain: false,
      });
      return placeAfter(place, statement.value);
    case 'MustacheStatement':
      checkMustache(statement, visit, place);
      return place;
    case 'BlockStatement':
      return checkBlock(statement, visit, place);
    case 'PartialStatement':
      if (place.mode === 'text') checkPartial(statement, visit, checkWhole);
      else report(visit, statement.loc, 'template-place', 'a partial can stand only between tags');
      return place;
    case 'CommentStatement':
      return place;
    default:
      report(
        visit,
        statement.loc,
        'template-syntax',
        'partial blocks, inline partials and decorators are not supported',
      );
      return place;
  }
}

// White space control took some characters off either end; what is left is still an exact stretch of the source.
function contentSpan({ loc, value, original }: ContentStatement, template: Template): Span {
  const whole = spanOf(template, loc);
  const blank = value.trim() === '';
  const cut = blank ? original.lastIndexOf(value) : original.trimEnd().length - value.trimEnd().length;
  const start = whole.start + cut;
  const exact = { source: whole.source, start, end: start + value.length };
  return template.source.text.slice(exact.start, exact.end) === value ? exact : whole;
}

function checkMustache(mustache: MustacheStatement, visit: Visit, place: HtmlPlace): void {
  if (!mustache.escaped) {
    const hint = 'Write two braces; HTML belongs in the template, not in values';
    report(visit, mustache.loc, 'template-syntax', '`{{{` and `{{&` print unescaped text', hint);
    return;
  }
  const shape = printedShape(mustache, visit);
  const name = calledName(mustache.path);
  const path = name === undefined || !Object.hasOwn(helperSignatures, name);
  const origin = shape && isPrintable(shape) ? shape.span : undefined;
  const span = origin ?? spanOf(visit.template, mustache.loc);
  visit.check.printed.set(mustache, {
    span,
    path: path && shape?.kind !== 'slot',
    plain: place.mode !== 'text',
  });
  checkPlace(mustache, shape, visit, place);
}

function printedShape(mustache: MustacheStatement, visit: Visit): Shape | undefined {
  const { path } = mustache;
  const name = calledName(path);
  const called = mustache.params.length > 0 || (mustache.hash?.pairs.length ?? 0) > 0;
  if (called || (name !== undefined && Object.hasOwn(helperSignatures, name))) {
    return checkHelper(mustache, mustache.loc, visit);
  }
  if (path.type !== 'PathExpression') {
    report(
      visit,
      mustache.loc,
      'template-syntax',
      'a mustache prints a path or what a helper gives, not a literal',
    );
    return undefined;
  }
  const shape = checkPath(path, visit);
  if (!shape || isPrintable(shape) || shape.kind === 'slot') return shape;
  const hint = shape.kind === 'list' ? 'Use {{#each}}, or the helper `list`' : undefined;
  report(
    visit,
    path.loc,
    'template-path',
    `\`${path.original}\` is a ${shape.kind}, which cannot be printed`,
    hint,
  );
  return undefined;
}

function checkPlace(
  mustache: MustacheStatement,
  shape: Shape | undefined,
  visit: Visit,
  place: HtmlPlace,
): void {
  const refuse = (message: string, hint?: string) =>
    report(visit, mustache.loc, 'template-place', message, hint);
  if (shape?.kind === 'slot') {
    if (place.mode !== 'text') refuse('`{{body}}` can stand only between tags');
    return;
  }
  if (place.mode === 'unquoted') refuse('a value in an attribute needs quotation marks around it');
  else if (place.mode === 'tag')
    refuse('a value cannot stand inside a tag', 'Put it into a quoted attribute');
  else if (place.mode === 'raw' && (place.element === 'style' || place.element === 'script')) {
    refuse(`a value cannot stand inside <${place.element}>`);
  }
}

function checkBlock(block: BlockStatement, visit: Visit, place: HtmlPlace): HtmlPlace {
  const name = calledName(block.path);
  if (name !== 'if' && name !== 'unless' && name !== 'each' && name !== 'with') {
    const written = block.path.type === 'PathExpression' ? block.path.original : '';
    const hint = 'The blocks are #if, #unless, #each and #with';
    report(visit, block.path.loc, 'template-syntax', `there is no block \`#${written}\``, hint);
    return place;
  }
  const inner = blockVisit(name, block, visit);
  const end = inner ? checkProgram(block.program, inner, place) : place;
  const other = checkProgram(block.inverse, visit, place);
  if (isSamePlace(end, other)) return end;
  report(
    visit,
    block.loc,
    'template-place',
    `the branches of \`#${name}\` leave a tag, comment or quotation mark open`,
  );
  return place;
}

/** The visit inside a block; undefined where its parameter is wrong, so that what follows from it is not reported. */
function blockVisit(
  name: 'if' | 'unless' | 'each' | 'with',
  block: BlockStatement,
  visit: Visit,
): Visit | undefined {
  const [param] = block.params;
  if (!param || block.params.length > 1 || (block.hash?.pairs.length ?? 0) > 0) {
    report(visit, block.loc, 'template-syntax', `\`#${name}\` takes one value`);
    return undefined;
  }
  const shape = checkExpression(param, visit);
  // A wrong condition leaves the context as it is, so the branch can still be checked.
  if (name === 'if' || name === 'unless') return visit;
  if (!shape) return undefined;
  if (name === 'each' && shape.kind !== 'list') {
    report(visit, param.loc, 'template-path', `\`#each\` takes a list, not a ${shape.kind}`);
    return undefined;
  }
  const context = name === 'each' && shape.kind === 'list' ? shape.item : shape;
  return {
    ...visit,
    scope: innerScope(visit.scope, context, block.program?.blockParams ?? [], name === 'each'),
  };
}
