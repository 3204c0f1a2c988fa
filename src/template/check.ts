import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import type { Statement } from './ast.ts';
import type { ExpressionContext } from './check-expression.ts';
import type { Template } from './parse-template.ts';

/** What a statement prints: where it came from, and what the marker has to know. */
export interface Printed {
  readonly span: Span;
  /** Prints a path's value, whose length counts. */
  readonly path: boolean;
  /** Prints into an attribute or raw text, where no tag can stand. */
  readonly plain: boolean;
}

/** A partial as one call uses it: checked in that call's context, with markers of its own. */
export interface PartialCopy {
  /** Unique: `contact#3`. */
  readonly name: string;
  readonly template: Template;
}

/** What the check found out, by statement of the syntax trees. */
export interface Check {
  readonly host: Host;
  readonly termKeys: readonly string[];
  readonly diagnostics: Diagnostic[];
  readonly printed: Map<Statement, Printed>;
  readonly copies: PartialCopy[];
}

/** The place of the walk: one template or partial in one context. */
export interface Visit extends ExpressionContext {
  readonly check: Check;
  /** Names of the partials that are open, outermost first. */
  readonly chain: readonly string[];
}
