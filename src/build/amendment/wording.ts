import type { Terms } from '../../campaign/terms.ts';
import { element } from '../../content/markup/context.ts';
import type { MarkupNode } from '../../content/markup.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';

/** What stands in the places of a term, by their names. */
export type Slots = Readonly<Record<string, readonly MarkupNode[]>>;

/** Writes the terms of an amendment sheet. */
export interface Wording {
  /** A term with its places filled: `{clause}` in `Delete {clause}.`; in its own language where the locale lacks it. */
  say(key: string, slots?: Slots): readonly MarkupNode[];
  /** A plain text. */
  text(text: string): readonly MarkupNode[];
}

/** Words for one sheet; a term that lacks a place is told once, for what belongs there would be lost. */
export function createWording(terms: Terms, span: Span, found: Diagnostic[]): Wording {
  const told = new Set<string>();
  const text = (words: string): readonly MarkupNode[] =>
    words === '' ? [] : [{ type: 'text', text: words, span }];
  const say = (key: string, slots: Slots = {}): readonly MarkupNode[] => {
    const term = terms.get(key);
    const words = term?.text ?? '';
    for (const name of Object.keys(slots)) {
      if (words.includes(`{${name}}`) || told.has(`${key} ${name}`)) continue;
      told.add(`${key} ${name}`);
      const file = `templates/terms/${term?.locale.tag ?? terms.locale.tag}.yaml`;
      found.push(
        diagnose(
          'value-invalid',
          `the term ${key} has no {${name}}`,
          undefined,
          `Write {${name}} in ${file} where it belongs`,
        ),
      );
    }
    const nodes = words.split(/(\{[a-z]+\})/).flatMap((part) => {
      const slot = /^\{([a-z]+)\}$/.exec(part)?.[1];
      return slot !== undefined && Object.hasOwn(slots, slot) ? slots[slot]! : text(part);
    });
    if (!term || term.locale.language === terms.locale.language) return nodes;
    return [element('span', span, nodes, { lang: term.locale.language, dir: term.locale.direction })];
  };
  return { say, text };
}
