import type { PathExpression } from './ast.ts';
import type { Shape } from './shape.ts';
import { fieldOf } from './shape.ts';

/** The context a statement runs in: what `this`, block parameters, `../` and `@` names stand for. */
export interface Scope {
  readonly context: Shape;
  readonly blockParams: ReadonlyMap<string, Shape>;
  /** Inside `{{#each}}`: `@index`, `@first` and `@last` exist. */
  readonly loop: boolean;
  /** What `../` leads to; undefined at the top of a template or partial. */
  readonly parent: Scope | undefined;
  /** What `@root` is. */
  readonly root: Shape;
}

/** Why a path leads nowhere: its first bad part, and what could have stood there. */
export interface PathProblem {
  readonly message: string;
  /** The path with its bad part still to come, for "did you mean": `document.`. */
  readonly before: string;
  readonly part: string;
  readonly candidates: readonly string[];
}

/** The scope at the top of a template or partial. */
export function topScope(context: Shape, root: Shape): Scope {
  return { context, blockParams: new Map(), loop: false, parent: undefined, root };
}

/** The scope inside `{{#each}}` or `{{#with}}`. */
export function innerScope(outer: Scope, context: Shape, names: readonly string[], loop: boolean): Scope {
  const index: Shape = { kind: 'number' };
  const blockParams = new Map(names.slice(0, 2).map((name, i) => [name, i === 0 ? context : index] as const));
  return { context, blockParams, loop, parent: outer, root: outer.root };
}

/** The shape a path leads to. */
export function resolvePath(path: PathExpression, scope: Scope): Shape | PathProblem {
  if (path.data) return resolveData(path, scope);
  let at: Scope = scope;
  for (let up = 0; up < path.depth; up++) {
    if (!at.parent)
      return problem(`\`${path.original}\` leads out of the template's context`, '', path.original, []);
    at = at.parent;
  }
  // As the library decides it: `./x` and `this.x` are never block parameters.
  const scoped = /^\.|^this\b/.test(path.original);
  const head = path.parts[0];
  const param = head === undefined || scoped ? undefined : blockParam(head, at);
  if (param) return walk(param, path, 1, at);
  return walk(at.context, path, 0, at);
}

function blockParam(name: string, scope: Scope): Shape | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const shape = at.blockParams.get(name);
    if (shape) return shape;
  }
  return undefined;
}

function resolveData(path: PathExpression, scope: Scope): Shape | PathProblem {
  const name = path.parts[0] ?? '';
  if (name === 'root') return walk(scope.root, path, 1, undefined);
  const names = inLoop(scope) ? ['root', 'index', 'first', 'last'] : ['root'];
  if (path.parts.length > 1 || !names.includes(name)) {
    return problem(`\`${path.original}\` does not exist here`, '@', name, names);
  }
  return { kind: name === 'index' ? 'number' : 'boolean' };
}

function inLoop(scope: Scope): boolean {
  return scope.loop || (scope.parent !== undefined && inLoop(scope.parent));
}

function walk(
  start: Shape,
  path: PathExpression,
  from: number,
  scope: Scope | undefined,
): Shape | PathProblem {
  let shape = start;
  for (let i = from; i < path.parts.length; i++) {
    const part = path.parts[i]!;
    const next = member(shape, part);
    if (next) shape = next;
    else return missing(path, i, shape, i === 0 && scope ? scope : undefined);
  }
  return shape;
}

function member(shape: Shape, part: string): Shape | undefined {
  if (shape.kind === 'record') return fieldOf(shape, part);
  if (shape.kind === 'list' && part === 'length') return { kind: 'number' };
  return undefined;
}

function missing(path: PathExpression, index: number, shape: Shape, scope: Scope | undefined): PathProblem {
  const part = path.parts[index]!;
  const before = path.original.slice(
    0,
    Math.max(0, path.original.lastIndexOf(path.parts.slice(index).join('.'))),
  );
  const own = shape.kind === 'record' ? Object.keys(shape.fields) : shape.kind === 'list' ? ['length'] : [];
  const candidates = scope ? [...own, ...scope.blockParams.keys()] : own;
  const holder = index === 0 ? 'the context here' : `\`${path.parts.slice(0, index).join('.')}\``;
  return problem(
    `\`${path.original}\` does not exist: ${holder} has no \`${part}\``,
    before,
    part,
    candidates,
  );
}

function problem(message: string, before: string, part: string, candidates: readonly string[]): PathProblem {
  return { message, before, part, candidates };
}

/** True for a path that led nowhere. */
export function isProblem(result: Shape | PathProblem): result is PathProblem {
  return 'message' in result;
}
