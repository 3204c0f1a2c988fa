import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Call, Expression, Location, PathExpression } from './ast.ts';
import type { HelperSignature, ParameterType } from './helpers.ts';
import { helperSignatures } from './helpers.ts';
import type { Template } from './parse-template.ts';
import { spanOf } from './parse-template.ts';
import { makePlain } from './plain-term.ts';
import type { Scope } from './scope.ts';
import { isProblem, resolvePath } from './scope.ts';
import type { Shape } from './shape.ts';
import { isPrintable } from './shape.ts';

/** What checking an expression needs to know. */
export interface ExpressionContext {
  readonly template: Template;
  readonly scope: Scope;
  readonly termKeys: readonly string[];
  readonly diagnostics: Diagnostic[];
}

/** The shape of an expression; undefined where it is wrong, which was reported. */
export function checkExpression(expression: Expression, context: ExpressionContext): Shape | undefined {
  switch (expression.type) {
    case 'PathExpression':
      return checkPath(expression, context);
    case 'SubExpression': {
      const shape = checkHelper(expression, expression.loc, context);
      makePlain(expression);
      return shape;
    }
    case 'NumberLiteral':
      return { kind: 'number' };
    case 'BooleanLiteral':
      return { kind: 'boolean' };
    default:
      return { kind: 'text' };
  }
}

/** The shape a path leads to; a path that leads nowhere is `template-path` at its place. */
export function checkPath(path: PathExpression, context: ExpressionContext): Shape | undefined {
  const result = resolvePath(path, context.scope);
  if (!isProblem(result)) return result;
  const { message, before, part, candidates } = result;
  const near = suggest(part, candidates);
  const hint = near ? `Did you mean \`${before}${near}\`?` : listOf(candidates);
  report(context, path.loc, 'template-path', message, hint);
  return undefined;
}

/** Name of the helper a mustache, block or subexpression calls; undefined where it is not a plain name. */
export function calledName(path: Expression): string | undefined {
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1)
    return undefined;
  return /^\.|^this\b/.test(path.original) ? undefined : path.parts[0];
}

/** Checks the call of a helper: its name, the count and the types of what it is given. */
export function checkHelper(call: Call, loc: Location, context: ExpressionContext): Shape | undefined {
  const name = calledName(call.path);
  const signature =
    name !== undefined && Object.hasOwn(helperSignatures, name) ? helperSignatures[name] : undefined;
  if (!signature || name === undefined) {
    const written = call.path.type === 'PathExpression' ? call.path.original : (name ?? '');
    const names = Object.keys(helperSignatures);
    const near = suggest(written, names);
    const hint = near ? `Did you mean \`${near}\`?` : listOf(names);
    report(context, call.path.loc, 'template-path', `there is no helper \`${written}\``, hint);
    return undefined;
  }
  checkArguments(name, signature, call, loc, context);
  return { kind: signature.returns };
}

function checkArguments(
  name: string,
  signature: HelperSignature,
  call: Call,
  loc: Location,
  context: ExpressionContext,
) {
  const { parameters, required, named } = signature;
  if (call.params.length < required || call.params.length > parameters.length) {
    const wanted = required === parameters.length ? `${required}` : `${required} to ${parameters.length}`;
    report(context, loc, 'template-syntax', `\`${name}\` takes ${wanted} values, not ${call.params.length}`);
  }
  call.params.forEach((param, i) => {
    checkArgument(param, parameters[i] ?? 'any', name, context);
  });
  for (const { key, value, loc: place } of call.hash?.pairs ?? []) {
    const type = Object.hasOwn(named, key) ? named[key] : undefined;
    if (type) checkArgument(value, type, name, context);
    else
      report(
        context,
        place,
        'template-syntax',
        `\`${name}\` has no option \`${key}\``,
        listOf(Object.keys(named)),
      );
  }
}

function checkArgument(
  value: Expression,
  type: ParameterType,
  name: string,
  context: ExpressionContext,
): void {
  if (type === 'term') {
    checkTermKey(value, context);
    return;
  }
  const shape = checkExpression(value, context);
  if (!shape || accepts(type, shape)) return;
  report(context, value.loc, 'template-path', `\`${name}\` takes a ${type}, not a ${shape.kind}`);
}

function accepts(type: ParameterType, shape: Shape): boolean {
  if (type === 'any') return shape.kind !== 'slot';
  if (type === 'text') return isPrintable(shape);
  return shape.kind === type;
}

function checkTermKey(key: Expression, context: ExpressionContext): void {
  if (key.type !== 'StringLiteral') {
    report(context, key.loc, 'template-syntax', '`term` takes a key in quotation marks');
    return;
  }
  const name = String(key.value);
  if (context.termKeys.includes(name)) return;
  const near = suggest(name, context.termKeys);
  const hint = near ? `Did you mean \`${near}\`?` : 'Terms are the keys of templates/terms/<locale>.yaml';
  report(context, key.loc, 'template-path', `there is no term \`${name}\``, hint);
}

/** Adds a finding at a node of the template. */
export function report(
  context: Pick<ExpressionContext, 'template' | 'diagnostics'>,
  loc: Location,
  code: Parameters<typeof diagnose>[0],
  message: string,
  hint?: string,
): void {
  context.diagnostics.push(diagnose(code, message, spanOf(context.template, loc), hint));
}

function listOf(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `There is: ${names.join(', ')}`;
}
