import type { YamlEntry, YamlNode } from '../../campaign/yaml-node.ts';
import { entryOf } from '../../campaign/yaml-node.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Fact } from '../document.ts';
import { invalid, readDate, readText } from './read-values.ts';

const factKeys = ['claim', 'source', 'as-of', 'check-by'];

/** The list of facts: each has all four keys. Facts that lack one are reported and left out. */
export function readFacts(entry: YamlEntry | undefined, found: Diagnostic[]): Fact[] {
  if (!entry) return [];
  if (entry.value.kind !== 'list') {
    found.push(invalid(entry, 'a list of facts', entry.value.span, 'Write - { claim: "…", source: "…", … }'));
    return [];
  }
  return entry.value.items.map((item) => readFact(entry, item, found)).filter((fact) => fact !== undefined);
}

function readFact(entry: YamlEntry, node: YamlNode, found: Diagnostic[]): Fact | undefined {
  if (node.kind !== 'map') {
    found.push(invalid(entry, `a list of facts with ${factKeys.join(', ')}`, node.span));
    return undefined;
  }
  for (const { key, keySpan } of node.entries) {
    if (factKeys.includes(key)) continue;
    const hint = didYouMean(key, factKeys);
    found.push(diagnose('key-unknown', `${JSON.stringify(key)} is no key of a fact`, keySpan, hint));
  }
  const value = (key: string, read: typeof readText) => {
    const at = entryOf(node, key);
    if (at) return read(at, found)?.value as string | undefined;
    found.push(diagnose('key-missing', `the fact has no ${key}`, node.span, `Add ${key}: …`));
    return undefined;
  };
  const claim = value('claim', readText);
  const source = value('source', readText);
  const asOf = value('as-of', readDate);
  const checkBy = value('check-by', readDate);
  if (!claim || !source || !asOf || !checkBy) return undefined;
  return { claim, source, asOf, checkBy };
}
