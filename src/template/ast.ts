/**
 * Handlebars' syntax tree as its parser makes it: a union one can switch on, where the library's own types have
 * only a common base.
 */

/** Lines are 1-based, columns 0-based UTF-16 code units. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface Located {
  readonly loc: Location;
}

/** A list of statements: the template itself, or a branch of a block. */
export interface Program extends Located {
  readonly type: 'Program';
  body: Statement[];
  readonly blockParams?: readonly string[];
}

/** Text between mustaches; `value` is `original` after white space control. */
export interface ContentStatement extends Located {
  readonly type: 'ContentStatement';
  readonly value: string;
  readonly original: string;
}

/** `{{! … }}` */
export interface CommentStatement extends Located {
  readonly type: 'CommentStatement';
}

/** `{{path}}` or `{{helper param key=value}}`; `{{{…}}}` and `{{&…}}` are not escaped. */
export interface MustacheStatement extends Located, Call {
  readonly type: 'MustacheStatement';
  readonly escaped: boolean;
}

/** `{{#if …}}…{{else}}…{{/if}}` */
export interface BlockStatement extends Located, Call {
  readonly type: 'BlockStatement';
  readonly program?: Program;
  readonly inverse?: Program;
}

/** `{{> name context key=value}}`; the name is changed to that of the call's own copy before compiling. */
export interface PartialStatement extends Located {
  readonly type: 'PartialStatement';
  name: Expression;
  readonly params: readonly Expression[];
  readonly hash?: Hash;
  /** White space before a partial that has a line for itself; printed before it. */
  indent: string;
}

/** Partial blocks and decorators, which templates must not use. */
export interface OtherStatement extends Located {
  readonly type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock';
}

/** What a template is made of. */
export type Statement =
  | ContentStatement
  | CommentStatement
  | MustacheStatement
  | BlockStatement
  | PartialStatement
  | OtherStatement;

/** What a mustache, a block and a subexpression share. */
export interface Call {
  readonly path: Expression;
  readonly params: readonly Expression[];
  hash?: Hash;
}

/** `key=value` pairs. */
export interface Hash {
  readonly type: 'Hash';
  readonly pairs: readonly HashPair[];
  readonly loc?: Location;
}

/** A named argument of a call: `key=value`. */
export interface HashPair extends Located {
  readonly type: 'HashPair';
  readonly key: string;
  readonly value: Expression;
}

/** `a.b`, `../a`, `@index`, `this` */
export interface PathExpression extends Located {
  readonly type: 'PathExpression';
  readonly data: boolean;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

/** `(helper param)` */
export interface SubExpression extends Located, Call {
  readonly type: 'SubExpression';
}

/** A value written in the template itself. */
export interface Literal extends Located {
  readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'NullLiteral' | 'UndefinedLiteral';
  readonly value?: string | number | boolean;
}

/** What may stand as an argument. */
export type Expression = PathExpression | SubExpression | Literal;
