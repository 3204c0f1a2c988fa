import type {
  Code,
  Heading,
  InlineCode,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  TableCell,
  Text,
} from 'mdast';
import type { SourceFile } from '../../diagnostics/source.ts';
import type { SourceDocument } from '../document.ts';
import { definitionsOf } from '../markdown/definitions.ts';
import { textRuns } from '../markdown/text-runs.ts';
import { textParts } from '../markdown/variable-parts.ts';
import { spanOfNode, walk } from '../markdown/walk.ts';
import type { VariableValues } from '../variables.ts';

/** What is around words inside of a leaf: emphasis, a link, `:lang[…]`. Offsets in the source. */
export interface LeafWrapper {
  readonly start: number;
  readonly end: number;
  readonly isStrong: boolean;
  readonly isEmphasis: boolean;
  readonly isCode: boolean;
  /** Of a link. */
  readonly href: string | undefined;
}

/** What stands in the text for something else. */
export type AtomKind = 'blank' | 'note' | 'picture' | 'break';

/** The character that stands for whatever is no text. */
export const atomCharacter = '\ufffc';

/** One UTF-16 unit of a leaf's text with its variables filled, or an atom. */
export interface LeafUnit {
  readonly character: string;
  /** Where it is written; units that an escape or a variable made share one place. */
  readonly start: number;
  readonly end: number;
  /** From the outside in. */
  readonly wrappers: readonly LeafWrapper[];
  readonly isVariable: boolean;
  readonly atom: AtomKind | undefined;
}

/** A block whose content is text: what one paragraph of a document is made from. */
export interface Leaf {
  readonly node: Paragraph | Heading | TableCell | Code;
  /** From the root down. */
  readonly ancestors: readonly Parents[];
  readonly units: readonly LeafUnit[];
  /** Its content in the source, without the marks of its block and without `:clause{…}`. */
  readonly start: number;
  readonly end: number;
}

/** The leaves of a document in order. */
export function leavesOf(document: SourceDocument, values: VariableValues): readonly Leaf[] {
  const { source, body } = document;
  const { definitions } = definitionsOf(body);
  const targetOf = (node: Nodes): string | undefined => {
    if (node.type === 'link') return node.url;
    return node.type === 'linkReference' ? definitions.get(node.identifier)?.url : undefined;
  };
  const leaves: Leaf[] = [];
  walk(body, (node, ancestors) => {
    if (node.type === 'code') leaves.push(codeLeaf(node, [...ancestors], source));
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const content = node.children.filter((child) => !isClause(child));
    const units = new UnitReader(source, values, targetOf).read(content);
    leaves.push({ node, ancestors: [...ancestors], units, ...contentRange(node, content, source) });
  });
  return leaves;
}

function isClause(node: PhrasingContent): boolean {
  return (
    (node as { readonly type: string }).type === 'textDirective' &&
    (node as { readonly name?: string }).name === 'clause'
  );
}

/** From its first to its last child; an empty cell begins behind its bar. */
function contentRange(
  node: Leaf['node'],
  content: readonly PhrasingContent[],
  source: SourceFile,
): { start: number; end: number } {
  const [first, last] = [content[0], content.at(-1)];
  if (first && last) return { start: spanOfNode(source, first).start, end: spanOfNode(source, last).end };
  const { start, end } = spanOfNode(source, node);
  if (node.type !== 'tableCell') return { start: end, end };
  const text = source.text.slice(start, end);
  const at = start + (text.startsWith('|') ? 1 : 0);
  return { start: at, end: at };
}

/** Code is taken as it stands. */
function codeLeaf(node: Code, ancestors: readonly Parents[], source: SourceFile): Leaf {
  const span = spanOfNode(source, node);
  const at = node.value === '' ? -1 : source.text.slice(span.start, span.end).indexOf(node.value);
  const start = at < 0 ? span.end : span.start + at;
  const units = at < 0 ? [] : unitsOf(node.value, start);
  return { node, ancestors, units, start, end: start + units.length };
}

function unitsOf(text: string, start: number): readonly LeafUnit[] {
  return Array.from({ length: text.length }, (_, i) => ({
    character: text[i]!,
    start: start + i,
    end: start + i + 1,
    wrappers: [],
    isVariable: false,
    atom: undefined,
  }));
}

/** Reads phrasing content unit by unit. */
class UnitReader {
  private readonly units: LeafUnit[] = [];
  private readonly source: SourceFile;
  private readonly values: VariableValues;
  private readonly targetOf: (node: Nodes) => string | undefined;

  constructor(source: SourceFile, values: VariableValues, targetOf: (node: Nodes) => string | undefined) {
    this.source = source;
    this.values = values;
    this.targetOf = targetOf;
  }

  read(nodes: readonly PhrasingContent[]): readonly LeafUnit[] {
    for (const node of nodes) this.visit(node, []);
    return this.units;
  }

  private visit(node: PhrasingContent, wrappers: readonly LeafWrapper[]): void {
    const { start, end } = spanOfNode(this.source, node);
    switch (node.type) {
      case 'text':
        return this.text(node, wrappers);
      case 'inlineCode':
        return this.code(node, wrappers);
      case 'break':
        return this.atom('break', start, end, wrappers);
      case 'image':
      case 'imageReference':
        return this.atom('picture', start, end, wrappers);
      case 'footnoteReference':
        return this.atom('note', start, end, wrappers);
    }
    const directive = node as { readonly type: string; readonly name?: string };
    if (directive.type === 'textDirective' && directive.name !== 'lang') {
      if (directive.name === 'field') this.atom('blank', start, end, wrappers);
      if (directive.name === 'qr') this.atom('picture', start, end, wrappers);
      return;
    }
    if (!('children' in node)) return;
    const href = this.targetOf(node);
    const wrapper = {
      ...noMarks,
      start,
      end,
      isStrong: node.type === 'strong',
      isEmphasis: node.type === 'emphasis',
      href,
    };
    for (const child of node.children) this.visit(child, [...wrappers, wrapper]);
  }

  private atom(atom: AtomKind, start: number, end: number, wrappers: readonly LeafWrapper[]): void {
    this.units.push({ character: atomCharacter, start, end, wrappers, isVariable: false, atom });
  }

  private code(node: InlineCode, wrappers: readonly LeafWrapper[]): void {
    const { start, end } = spanOfNode(this.source, node);
    const at = this.source.text.slice(start, end).indexOf(node.value);
    const inner = [...wrappers, { ...noMarks, start, end, isCode: true }];
    for (const unit of unitsOf(node.value, start + Math.max(0, at)))
      this.units.push({ ...unit, wrappers: inner });
  }

  private text(node: Text, wrappers: readonly LeafWrapper[]): void {
    for (const part of textParts(node.value, spanOfNode(this.source, node))) {
      const value = part.kind === 'variable' ? this.values.get(part.name) : undefined;
      if (value?.kind === 'blank') this.atom('blank', part.span.start, part.span.end, wrappers);
      else if (value?.kind === 'text') this.put(value.text, part.span, wrappers, true);
      else for (const run of textRuns(part.text, part.span)) this.put(run.text, run.span, wrappers, false);
    }
  }

  private put(
    text: string,
    { start, end }: { readonly start: number; readonly end: number },
    wrappers: readonly LeafWrapper[],
    isVariable: boolean,
  ): void {
    const isPlain = !isVariable && end - start === text.length;
    for (let i = 0; i < text.length; i++) {
      const place = isPlain ? { start: start + i, end: start + i + 1 } : { start, end };
      this.units.push({ character: text[i]!, ...place, wrappers, isVariable, atom: undefined });
    }
  }
}

const noMarks = { isStrong: false, isEmphasis: false, isCode: false, href: undefined } as const;
