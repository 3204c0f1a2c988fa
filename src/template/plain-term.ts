import type { Call, HashPair, Location } from './ast.ts';

/**
 * Makes a call of `term` print text without a tag around it, for where no tag can stand: attributes, titles, and values
 * that are passed on, of which nobody knows yet where they are printed. The option cannot be written in a template.
 */
export function makePlain(call: Call & { readonly loc: Location }): void {
  const { path, loc } = call;
  if (path.type !== 'PathExpression' || path.parts[0] !== 'term') return;
  const plain: HashPair = {
    type: 'HashPair',
    key: 'plain',
    value: { type: 'BooleanLiteral', value: true, loc },
    loc,
  };
  call.hash = { type: 'Hash', pairs: [plain], loc };
}
