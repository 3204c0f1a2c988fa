import type { Nodes, Parents } from 'mdast';
import type { SourceFile } from '../../diagnostics/source.ts';
import { textRuns } from '../markdown/text-runs.ts';
import { spanOfNode } from '../markdown/walk.ts';
import type { ClauseItem } from './clause-items.ts';

/** What is around a word inside its paragraph: emphasis, a link, `:lang[…]`. */
export interface Wrapper {
  readonly start: number;
  readonly end: number;
}

/** One UTF-16 unit of the text of a clause as it is read. */
export interface TextUnit {
  readonly character: string;
  /** Where it stands in the source; what one character reference or escape made has one place. */
  readonly start: number;
  readonly end: number;
  /** From the outside in. */
  readonly wrappers: readonly Wrapper[];
}

const wrapping: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'link',
  'linkReference',
  'textDirective',
]);

/** The text of a clause without its marks, unit by unit; paragraphs and line breaks are line ends. */
export function clauseText({ item }: ClauseItem, source: SourceFile): readonly TextUnit[] {
  const units: TextUnit[] = [];
  const lineEnd = (at: number) => units.push({ character: '\n', start: at, end: at, wrappers: [] });
  const visit = (node: Nodes, wrappers: readonly Wrapper[]): void => {
    const span = spanOfNode(source, node);
    if (node.type === 'text') {
      for (const run of textRuns(node.value, span)) {
        const isPlain = !run.escaped && run.span.end - run.span.start === run.text.length;
        [...run.text].reduce((offset, character) => {
          for (let i = 0; i < character.length; i++) {
            const place = isPlain
              ? { start: run.span.start + offset, end: run.span.start + offset + character.length }
              : run.span;
            units.push({ character: character[i]!, ...place, wrappers });
          }
          return offset + character.length;
        }, 0);
      }
      return;
    }
    if (node.type === 'break') lineEnd(span.start);
    if (!('children' in node)) return;
    const inner = wrapping.has(node.type) ? [...wrappers, { start: span.start, end: span.end }] : wrappers;
    for (const child of (node as Parents).children) visit(child, inner);
    if (node.type === 'paragraph') lineEnd(span.end);
  };
  visit(item, []);
  return units;
}
