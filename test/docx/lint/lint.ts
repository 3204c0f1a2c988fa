import type { XmlElement } from '../../../src/docx/xml.ts';
import { openPackage } from './package.ts';
import type { Rule, Visitor } from './rule.ts';
import { characters } from './rules/characters.ts';
import { controls } from './rules/controls.ts';
import { formatting } from './rules/formatting.ts';
import { headings } from './rules/headings.ts';
import { languages } from './rules/languages.ts';
import { numbering } from './rules/numbering.ts';
import { pictures } from './rules/pictures.ts';
import { properties } from './rules/properties.ts';
import { references } from './rules/references.ts';
import { relationships } from './rules/relationships.ts';
import { revisions } from './rules/revisions.ts';
import { styles } from './rules/styles.ts';
import { tables } from './rules/tables.ts';

const rules: readonly Rule[] = [
  characters,
  styles,
  formatting,
  headings,
  numbering,
  references,
  relationships,
  controls,
  tables,
  pictures,
  languages,
  properties,
  revisions,
];

/**
 * Faults of a Word document that Microsoft's validator passes over, each as `class: part: what`. Every part is parsed
 * once and walked once: rules listen for the elements that they are about, and speak up on the way or at the end.
 */
export function lint(files: ReadonlyMap<string, Uint8Array>): string[] {
  const faults: string[] = [];
  const pack = openPackage(files, (part, message) => faults.push(`not-well-formed: ${part}: ${message}`));
  const visitors = rules.map((rule) =>
    rule(pack, (fault, part, what) => faults.push(`${fault}: ${part}: ${what}`)),
  );
  const listeners = listenersOf(visitors);
  for (const [part, root] of pack.parts) walk(root, [], part, listeners);
  for (const visitor of visitors) visitor.end?.();
  return faults;
}

type Listeners = ReadonlyMap<string, readonly NonNullable<Visitor['on']>[string][]>;

function listenersOf(visitors: readonly Visitor[]): Listeners {
  const listeners = new Map<string, NonNullable<Visitor['on']>[string][]>();
  for (const { on = {} } of visitors) {
    for (const [name, listener] of Object.entries(on)) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    }
  }
  return listeners;
}

function walk(element: XmlElement, parents: readonly XmlElement[], part: string, listeners: Listeners): void {
  for (const listener of [...(listeners.get(element.name) ?? []), ...(listeners.get('*') ?? [])]) {
    listener(element, { part, parents });
  }
  const inside = [...parents, element];
  for (const child of element.children) if (typeof child !== 'string') walk(child, inside, part, listeners);
}
