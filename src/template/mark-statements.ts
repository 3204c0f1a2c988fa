import type { Span } from '../diagnostics/source.ts';
import type { Literal, Location, MustacheStatement, PathExpression, Program, Statement } from './ast.ts';
import type { Printed } from './check.ts';
import { makePlain } from './plain-term.ts';

/** The helper that leaves a marker; no template can call it, since the check knows no such helper. */
export const markHelper = 'source-marker';

/**
 * Puts a marker before each statement that prints, into the parsed tree: every stretch of output then says where it
 * came from. The spans are added to `spans`, whose index is the marker's number.
 */
export function markStatements(
  program: Program,
  printed: ReadonlyMap<Statement, Printed>,
  spans: Span[],
): void {
  const body: Statement[] = [];
  for (const statement of program.body) {
    const facts = printed.get(statement);
    if (facts) {
      body.push(markerFor(statement, facts, spans.length));
      spans.push(facts.span);
    }
    body.push(statement);
    if (statement.type === 'BlockStatement') {
      if (statement.program) markStatements(statement.program, printed, spans);
      if (statement.inverse) markStatements(statement.inverse, printed, spans);
    }
    // It would be printed without a marker, and says nothing in HTML.
    if (statement.type === 'PartialStatement') statement.indent = '';
    if (statement.type === 'MustacheStatement' && facts?.plain && !facts.path) makePlain(statement);
  }
  program.body = body;
}

// `{{source-marker 12 document.title}}`: the value is passed so that its length can be counted.
function markerFor(statement: Statement, facts: Printed, index: number): MustacheStatement {
  const { loc } = statement;
  const length = statement.type === 'ContentStatement' ? statement.value.length : 0;
  const value = statement.type === 'MustacheStatement' && facts.path ? statement.path : numberOf(length, loc);
  return {
    type: 'MustacheStatement',
    path: pathOf(markHelper, loc),
    params: [numberOf(index, loc), value],
    escaped: true,
    loc,
    strip: { open: false, close: false },
  } as MustacheStatement;
}

function pathOf(name: string, loc: Location): PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

// `original` is what the library's own printer and checks read.
function numberOf(value: number, loc: Location): Literal {
  return { type: 'NumberLiteral', value, original: value, loc } as Literal;
}
