import type { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { entryOf, nodeAt, plainValue, type YamlNode } from './yaml-node.ts';

/** Validates a YAML tree by a schema; every fault is told at its key or value. Undefined where there is one. */
export function validate<S extends z.ZodType>(
  schema: S,
  node: YamlNode,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
  diagnostics: Diagnostic[],
): z.output<S> | undefined {
  const result = schema.safeParse(plainValue(node));
  if (result.success) return result.data;
  for (const issue of result.error.issues) diagnostics.push(...explain(issue, node, knownKeys));
  return undefined;
}

function explain(
  issue: z.core.$ZodIssue,
  root: YamlNode,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Diagnostic[] {
  const at = nodeAt(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = knownKeys(issue.path);
      const hint = didYouMean(key, known) ?? (known.length ? `Known keys: ${known.join(', ')}` : undefined);
      return diagnose(
        'key-unknown',
        `there is no key ${JSON.stringify(key)} here`,
        entryOf(at, key)?.keySpan,
        hint,
      );
    });
  }
  const key = issue.path.join('.');
  if (!at) {
    const parent = nodeAt(root, issue.path.slice(0, -1)) ?? root;
    return [diagnose('key-missing', `the key ${JSON.stringify(key)} is missing`, startOf(parent.span))];
  }
  return [
    diagnose(
      'value-invalid',
      `${key}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`,
      at.span,
    ),
  ];
}

function startOf(span: Span): Span {
  return { ...span, end: span.start };
}
