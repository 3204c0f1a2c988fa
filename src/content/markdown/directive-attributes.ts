import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { TextDirective } from './directive-nodes.ts';

/** One attribute of a directive: `#id`, `name="value"` or a bare word. */
export interface DirectiveAttribute {
  readonly name: string;
  readonly value: string;
  /** Of the value without its quotes; of the whole attribute for an id or a bare word. */
  readonly span: Span;
  /** Of name and value. */
  readonly whole: Span;
}

/** What a directive's braces hold. */
export interface DirectiveAttributes {
  readonly attributes: readonly DirectiveAttribute[];
  readonly diagnostics: readonly Diagnostic[];
}

const attribute = /#([^\s#"'={}]+)|([A-Za-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?(?=[\s#]|$)/y;

/** Reads `#id name="value" word`; values must be quoted. `#id` is the attribute `id`. */
export function directiveAttributes(source: SourceFile, node: TextDirective): DirectiveAttributes {
  const text = node.attributes ?? '';
  const attributes: DirectiveAttribute[] = [];
  const diagnostics: Diagnostic[] = [];
  const span = (from: number, to: number): Span => ({
    source,
    start: node.attributesStart + from,
    end: node.attributesStart + to,
  });
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))![0].length;
    if (at >= text.length) return { attributes, diagnostics };
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    const end = match ? at + match[0].length : at + /^\S+/.exec(text.slice(at))![0].length;
    if (match) attributes.push(toAttribute(match, span, at, end));
    else diagnostics.push(malformed(text.slice(at, end), span(at, end)));
    at = end;
  }
}

function toAttribute(
  match: RegExpExecArray,
  span: (from: number, to: number) => Span,
  at: number,
  end: number,
): DirectiveAttribute {
  const [, id, name, double, single] = match;
  const whole = span(at, end);
  if (id !== undefined) return { name: 'id', value: id, span: whole, whole };
  const value = double ?? single;
  if (value === undefined) return { name: name!, value: '', span: whole, whole };
  return { name: name!, value, span: span(end - 1 - value.length, end - 1), whole };
}

function malformed(written: string, span: Span): Diagnostic {
  const isUnquoted = /^[A-Za-z][\w-]*=[^"']/.test(written);
  const message = isUnquoted
    ? `the attribute value in ${written} is not quoted`
    : `${JSON.stringify(written)} is not an attribute`;
  const hint = isUnquoted ? `Write ${written.replace(/=(.*)$/, '="$1"')}` : 'Write name="value"';
  return diagnose('directive-attribute', message, span, hint);
}
