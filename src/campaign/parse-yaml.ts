import type { Document, Node, ParsedNode } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { checkCharacters } from '../diagnostics/check-text.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import { placeOf } from '../diagnostics/source.ts';
import { yamlGuard } from './yaml-guard.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts';

/** What a conversion carries along. */
interface Reading {
  readonly text: string;
  readonly spanOf: (from: number, to: number) => Span;
  readonly diagnostics: Diagnostic[];
}

/**
 * YAML 1.2 (core schema) between two offsets of a source, every key and value with its span. One document without
 * aliases, anchors, directives or tags. Undefined for an empty document, and where the syntax is broken: then
 * there is at least one error. A key that stands twice is an error at its second place; the first serves.
 */
export function parseYaml(
  source: SourceFile,
  start = 0,
  end = source.text.length,
): Outcome<YamlNode | undefined> {
  // The library knows no lone CR; a replacement of equal length keeps offsets.
  const text = source.text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  const spanOf = (from: number, to: number) => ({ source, start: start + from, end: start + to });
  const guarded = yamlGuard(text, spanOf);
  if (guarded) return { value: undefined, diagnostics: [guarded] };
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
  });
  const syntax = syntaxErrors(document, spanOf);
  if (syntax.length > 0) return { value: undefined, diagnostics: syntax };
  const reading: Reading = { text, spanOf, diagnostics: [] };
  const contents = document.contents;
  if (!contents || (isScalar(contents) && contents.value === null && contents.source === '')) {
    return { value: undefined, diagnostics: [] };
  }
  return { value: convert(contents, reading), diagnostics: reading.diagnostics };
}

function syntaxErrors(document: Document.Parsed, spanOf: Reading['spanOf']): Diagnostic[] {
  // One fault makes many; the first few tell it.
  const found = [...document.errors, ...document.warnings].slice(0, 10).map(({ code, message, pos }) => {
    const [said, hint] = explain(code, message);
    return diagnose('yaml-syntax', said, spanOf(pos[0], pos[1]), hint);
  });
  const { explicit } = document.directives.yaml;
  if (explicit)
    found.push(diagnose('yaml-syntax', '%YAML directives are not read', spanOf(0, 5), 'Delete the line'));
  return found;
}

/** The library's message in the words of these diagnostics, and what to do. */
function explain(code: string, message: string): readonly [string, string | undefined] {
  switch (code) {
    case 'TAB_AS_INDENT':
      return ['a tab indents this line; YAML allows only spaces', 'Indent with spaces'];
    case 'MULTIPLE_DOCS':
      return ['a second YAML document begins here', 'Delete the line ---'];
    case 'TAG_RESOLVE_FAILED':
      return [`YAML tags are not read (${message})`, 'Delete the tag, or put the value into quotes'];
    case 'BLOCK_AS_IMPLICIT_KEY':
      return ['a colon and a space inside a value start a second mapping', 'Put the value into quotes'];
    case 'BAD_SCALAR_START':
      return [message.replace(/\.$/, ''), 'Put the value into quotes'];
    default:
      return [message.replace(/\.$/, ''), undefined];
  }
}

function convert(node: ParsedNode | Node, reading: Reading): YamlNode {
  const [from, to] = node.range ?? [0, 0];
  const span = reading.spanOf(from, to);
  refuseFeatures(node, span, reading);
  if (isMap(node)) return { kind: 'map', entries: convertEntries(node.items as Pair[], span, reading), span };
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => convert(item as Node, reading)), span };
  }
  return convertScalar(node, span, reading);
}

interface Pair {
  readonly key: Node | null;
  readonly value: Node | null;
}

function refuseFeatures(node: Node, span: Span, { diagnostics }: Reading): void {
  if (isAlias(node)) {
    diagnostics.push(
      diagnose('yaml-syntax', 'YAML aliases (*name) are not read', span, 'Write the value out, or in quotes'),
    );
    return;
  }
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor !== undefined) {
    const hint = 'Delete it, or put the value into quotes';
    diagnostics.push(diagnose('yaml-syntax', `YAML anchors (&${anchor}) are not read`, span, hint));
  }
  if (tag !== undefined) {
    diagnostics.push(diagnose('yaml-syntax', 'YAML tags (!name) are not read', span, 'Delete the tag'));
  }
}

function convertEntries(pairs: readonly Pair[], parent: Span, reading: Reading): YamlEntry[] {
  const entries = new Map<string, YamlEntry>();
  for (const pair of pairs) {
    const [from, to] = pair.key?.range ?? [parent.start, parent.start];
    const keySpan = pair.key ? reading.spanOf(from, to) : parent;
    const key = keyText(pair.key, keySpan, reading);
    const value = pair.value ? convert(pair.value, reading) : emptyScalar(keySpan);
    if (key === undefined) continue;
    const first = entries.get(key);
    if (!first) entries.set(key, { key, keySpan, value });
    else {
      const { line } = placeOf(first.keySpan.source, first.keySpan.start);
      const message = `the key ${JSON.stringify(key)} stands here a second time; the first is on line ${line}`;
      reading.diagnostics.push(diagnose('key-duplicate', message, keySpan, 'Delete one of the two'));
    }
  }
  return [...entries.values()];
}

function keyText(key: Node | null, span: Span, reading: Reading): string | undefined {
  const scalar = key && isScalar(key) ? convertScalar(key, span, reading) : undefined;
  if (key) refuseFeatures(key, span, reading);
  if (scalar && scalar.text !== '' && scalar.text !== '__proto__') return scalar.text;
  reading.diagnostics.push(diagnose('yaml-syntax', 'a key must be a word', span));
  return undefined;
}

/** `key:` with nothing after it, in a flow mapping. */
function emptyScalar(keySpan: Span): YamlScalar {
  const span = { ...keySpan, start: keySpan.end };
  return { kind: 'scalar', value: null, text: '', changes: false, span };
}

function convertScalar(node: Node, span: Span, reading: Reading): YamlScalar {
  const { value, source = '' } = node as { value?: unknown; source?: string };
  if (typeof value === 'string') {
    const raw = reading.text.slice(node.range![0], node.range![1]);
    const isExact = raw === value;
    const isInside = raw.length === value.length + 2 && raw.slice(1, -1) === value;
    const place = isInside ? { ...span, start: span.start + 1, end: span.end - 1 } : span;
    // An escape can write what the file's own text does not hold.
    if (!isExact && !isInside && raw.includes('\\')) reading.diagnostics.push(...escaped(value, span));
    return { kind: 'scalar', value, text: value, changes: false, span: place };
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    const text = reading.text.slice(node.range![0], node.range![1]);
    return { kind: 'scalar', value, text, changes: text !== String(value), span };
  }
  return { kind: 'scalar', value: null, text: source, changes: false, span };
}

function escaped(value: string, span: Span): Diagnostic[] {
  return checkCharacters(value, () => span);
}
