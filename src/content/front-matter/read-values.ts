import { type KindKey, mostCounted } from '../../campaign/kind.ts';
import type { YamlEntry, YamlNode, YamlScalar } from '../../campaign/yaml-node.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { FrontValue } from '../document.ts';
import { isDate } from '../format-date.ts';

/** A value that is not as its key wants it. */
export function invalid(entry: YamlEntry, wanted: string, span: Span, hint?: string): Diagnostic {
  return diagnose('value-invalid', `${entry.key} must be ${wanted}`, span, hint);
}

/** A text of one or more characters. A number stands for itself where YAML would not change it. */
export function readText(entry: YamlEntry, found: Diagnostic[]): FrontValue | undefined {
  const text = scalarText(entry, entry.value, found);
  if (text === undefined) return undefined;
  if (text.trim() !== '') return { value: text, span: entry.value.span };
  found.push(invalid(entry, 'a text that is not empty', entry.keySpan));
  return undefined;
}

function scalarText(entry: YamlEntry, node: YamlNode, found: Diagnostic[]): string | undefined {
  if (node.kind !== 'scalar') {
    found.push(
      invalid(entry, 'one text', node.span, 'A { or [ at its beginning needs quotes around the text'),
    );
    return undefined;
  }
  if (typeof node.value === 'string') return node.value;
  if (node.value === null) return '';
  if (!node.changes) return node.text;
  found.push(changed(entry, node));
  return undefined;
}

function changed(entry: YamlEntry, node: YamlScalar): Diagnostic {
  const message = `${entry.key} would be read as ${String(node.value)}, not as the text ${node.text}`;
  return diagnose('value-invalid', message, node.span, `Write "${node.text}"`);
}

/** The value of a key that a kind adds, by its type. */
export function readKindValue(key: KindKey, entry: YamlEntry, found: Diagnostic[]): FrontValue | undefined {
  const { value: node } = entry;
  const scalar = node.kind === 'scalar' ? node : undefined;
  switch (key.type) {
    case 'text':
      return readText(entry, found);
    case 'date':
      return readDate(entry, found);
    case 'number':
      if (typeof scalar?.value === 'number') return { value: scalar.value, span: node.span };
      break;
    case 'count':
      return readCount(entry, found);
    case 'boolean':
      if (typeof scalar?.value === 'boolean') return { value: scalar.value, span: node.span };
      break;
    case 'choice':
      return readChoice(entry, key.choices, found);
    case 'list':
      return readList(entry, found);
  }
  found.push(invalid(entry, key.type === 'number' ? 'a number' : 'true or false', node.span));
  return undefined;
}

/** A whole number that one can count out: of sheets, of copies. */
function readCount(entry: YamlEntry, found: Diagnostic[]): FrontValue | undefined {
  const { value: node } = entry;
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostCounted) {
    return { value, span: node.span };
  }
  found.push(invalid(entry, `a whole number from 1 to ${mostCounted}`, node.span));
  return undefined;
}

/** An ISO date. */
export function readDate(entry: YamlEntry, found: Diagnostic[]): FrontValue | undefined {
  const { value: node } = entry;
  if (node.kind === 'scalar' && typeof node.value === 'string' && isDate(node.value)) {
    return { value: node.value, span: node.span };
  }
  found.push(invalid(entry, 'a day of the calendar written yyyy-mm-dd', node.span));
  return undefined;
}

/** One of some words. */
export function readChoice(
  entry: YamlEntry,
  choices: readonly string[],
  found: Diagnostic[],
): FrontValue | undefined {
  const { value: node } = entry;
  const text = node.kind === 'scalar' ? node.text : '';
  if (choices.includes(text)) return { value: text, span: node.span };
  found.push(invalid(entry, `one of ${choices.join(', ')}`, node.span, didYouMean(text, choices)));
  return undefined;
}

function readList(entry: YamlEntry, found: Diagnostic[]): FrontValue | undefined {
  const { value: node } = entry;
  if (node.kind !== 'list') {
    found.push(invalid(entry, 'a list', node.span));
    return undefined;
  }
  const texts = node.items.map((item) => scalarText(entry, item, found));
  return { value: texts.filter((text) => text !== undefined), span: node.span };
}
