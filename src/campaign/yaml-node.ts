import type { Span } from '../diagnostics/source.ts';

/** A YAML value with its place. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

/** A mapping; its keys are text, each there once. */
export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

/** A key and its value. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** A sequence. */
export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

/** A single value by YAML 1.2's core schema: dates and times of day are text. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written for a plain scalar (`0755`, `1.10`), else the value of the quotes or block. */
  readonly text: string;
  /** A number or boolean that would print back as something else than what was written. */
  readonly changes: boolean;
  /** Without the quotes, where what is between them is the value. */
  readonly span: Span;
}

/** The entry of a key, or undefined. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** What stands at a path of keys and indexes, or undefined. */
export function nodeAt(node: YamlNode | undefined, path: readonly PropertyKey[]): YamlNode | undefined {
  let at = node;
  for (const step of path) {
    at = at?.kind === 'list' ? at.items[Number(step)] : entryOf(at, String(step))?.value;
  }
  return at;
}

/** The entry whose key is the last step of a path, or undefined. */
export function entryAt(node: YamlNode | undefined, path: readonly PropertyKey[]): YamlEntry | undefined {
  return entryOf(nodeAt(node, path.slice(0, -1)), String(path.at(-1)));
}

/** A node as plain data; mappings become objects without a prototype. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const object: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) object[key] = plainValue(value);
  return object;
}
