import * as z from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { entryAt, nodeAt, type YamlNode, type YamlScalar } from './yaml-node.ts';

type Path = readonly PropertyKey[];

/** Validates a YAML tree by a schema; every fault is told at its key or value. Undefined where there is one. */
export function validate<S extends z.ZodType>(
  schema: S,
  node: YamlNode,
  diagnostics: Diagnostic[],
): z.output<S> | undefined {
  const first = schema.safeParse(toPlain(node, new Set()), once);
  if (first.success) return first.data;
  // A schema says where text is wanted: there `2` and `true` are the text that was written.
  const asText = new Set<YamlNode>();
  for (const issue of flatten(first.error.issues, node)) {
    const at = nodeAt(node, issue.path);
    if (issue.code === 'invalid_type' && issue.expected === 'string' && isExact(at)) asText.add(at);
  }
  const result = asText.size > 0 ? schema.safeParse(toPlain(node, asText), once) : first;
  if (result.success) return result.data;
  for (const issue of flatten(result.error.issues, node)) diagnostics.push(...explain(issue, schema, node));
  return undefined;
}

/** A schema parses a file or two: compiling it to code first costs more. */
const once = { jitless: true };

/** Stands for a number or boolean that is not what was written; no schema accepts it. */
const changed = Symbol('changed');

function toPlain(node: YamlNode, asText: ReadonlySet<YamlNode>): unknown {
  if (node.kind === 'list') return node.items.map((item) => toPlain(item, asText));
  if (node.kind === 'map') {
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, toPlain(value, asText)]));
  }
  if (node.changes) return changed;
  return asText.has(node) ? node.text : node.value;
}

function isExact(node: YamlNode | undefined): node is YamlScalar {
  return node?.kind === 'scalar' && !node.changes && node.value !== null;
}

/** Of a union only the alternative that came furthest is told. */
function flatten(issues: readonly z.core.$ZodIssue[], root: YamlNode): readonly z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const alternatives = issue.errors.map((errors) =>
      errors.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
    );
    const isScalar = nodeAt(root, issue.path)?.kind === 'scalar';
    const isBetter = (errors: readonly z.core.$ZodIssue[]) =>
      errors.every((inner) => inner.path.length > issue.path.length) ||
      (isScalar && errors.some((inner) => inner.code === 'invalid_type' && inner.expected === 'string'));
    const best = alternatives.find((errors) => errors.length > 0 && isBetter(errors));
    return best ? flatten(best, root) : [issue];
  });
}

function explain(issue: z.core.$ZodIssue, schema: z.ZodType, root: YamlNode): readonly Diagnostic[] {
  const at = nodeAt(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, keysAt(schema, issue.path), [...issue.path, key], root));
  }
  const name = issue.path.join('.');
  if (!at) {
    const parent = nodeAt(root, issue.path.slice(0, -1)) ?? root;
    return [diagnose('key-missing', `the key ${JSON.stringify(name)} is missing`, startOf(parent.span))];
  }
  if (issue.code === 'invalid_key') {
    const span = entryAt(root, issue.path)?.keySpan;
    return [diagnose('value-invalid', `${JSON.stringify(name)} cannot be the name of a key here`, span)];
  }
  return [invalidValue(issue, name, at)];
}

function unknownKey(key: string, known: readonly string[], path: Path, root: YamlNode): Diagnostic {
  const list = known.length > 0 ? `The keys are ${known.join(', ')}` : undefined;
  const span = entryAt(root, path)?.keySpan;
  return diagnose(
    'key-unknown',
    `there is no key ${JSON.stringify(key)} here`,
    span,
    didYouMean(key, known) ?? list,
  );
}

function invalidValue(issue: z.core.$ZodIssue, name: string, at: YamlNode): Diagnostic {
  const place = name === '' ? '' : `${name}: `;
  if (at.kind === 'scalar' && at.changes) {
    const message = `${place}${at.text} would be read as ${String(at.value)}`;
    return diagnose('value-invalid', message, at.span, `Put it into quotes: "${at.text}"`);
  }
  if (at.kind === 'scalar' && at.value === null) {
    return diagnose('value-invalid', `${place}the value is empty`, at.span);
  }
  return diagnose('value-invalid', `${place}${saidOf(issue)}`, at.span);
}

/** What zod calls a type, as one who writes YAML calls it. */
const types: Readonly<Record<string, string>> = {
  object: 'keys, each with a value behind a colon',
  record: 'keys, each with a value behind a colon',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

/** The schema's own words where it has some. */
function saidOf(issue: z.core.$ZodIssue): string {
  const type = issue.code === 'invalid_type' ? types[issue.expected] : undefined;
  if (type !== undefined && issue.message.startsWith('Invalid input')) return `expected ${type}`;
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

/** The keys of the object that a schema has at a path, for "did you mean". */
function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const inner = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const next =
    inner instanceof z.ZodObject
      ? inner.shape[String(step)]
      : inner instanceof z.ZodRecord
        ? inner.valueType
        : inner instanceof z.ZodArray
          ? inner.element
          : undefined;
  return next ? keysAt(next as z.core.$ZodType, rest) : [];
}

/** Without what makes it optional or gives it a default. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapper =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return isWrapper ? unwrap(schema.def.innerType) : schema;
}

function startOf(span: Span): Span {
  return { ...span, end: span.start };
}
