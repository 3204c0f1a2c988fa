import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { placeOf } from '../diagnostics/source.ts';
import type { Clause, SectionName } from './document.ts';
import { directiveAttributes } from './markdown/directive-attributes.ts';
import type { ContainerDirective, TextDirective } from './markdown/directive-nodes.ts';
import { sectionDirectiveNames } from './markdown/directive-nodes.ts';
import { spanOfNode } from './markdown/walk.ts';

/** The section of a resolution that a node is, or undefined. */
export function sectionOf(node: RootContent): SectionName | undefined {
  if (node.type !== 'containerDirective') return undefined;
  return sectionDirectiveNames.find((name) => name === node.name);
}

/** The `:clause{…}` that begins a list item, or undefined. */
export function clauseDirectiveOf(item: ListItem): TextDirective | undefined {
  const first = item.children[0];
  const node = first?.type === 'paragraph' ? (first as Paragraph).children[0] : undefined;
  return node?.type === 'textDirective' && node.name === 'clause' ? node : undefined;
}

/** Reads the clauses of a resolution, and checks that the body is made of its sections and nothing else. */
export function readClauses(source: SourceFile, root: Root): Outcome<readonly Clause[]> {
  const diagnostics: Diagnostic[] = [];
  const clauses: Clause[] = [];
  const seen = new Set<SectionName>();
  for (const node of root.children) {
    const section = sectionOf(node);
    if (!section) {
      if (!isPassedOver(node)) diagnostics.push(outside(source, node));
      continue;
    }
    const container = node as ContainerDirective;
    if (seen.has(section)) {
      const message = `the section :::${section} stands here a second time`;
      diagnostics.push(structure(source, container, message, 'Make one section of the two'));
    }
    seen.add(section);
    clauses.push(...sectionClauses(source, container, section, diagnostics));
  }
  if (!seen.has('resolves')) {
    const span = { source, start: source.text.length, end: source.text.length };
    const message = 'the resolution resolves nothing';
    diagnostics.push(
      diagnose('clause-structure', message, span, 'Add a section :::resolves with its clauses'),
    );
  }
  diagnostics.push(...duplicates(clauses));
  return { value: clauses, diagnostics };
}

/** Nodes that print nothing where they stand; unknown directives have an error of their own. */
function isPassedOver(node: RootContent): boolean {
  if (node.type === 'containerDirective') return !['callout', 'action', 'columns'].includes(node.name);
  return ['html', 'definition', 'footnoteDefinition', 'strayDirective'].includes(node.type);
}

function outside(source: SourceFile, node: RootContent): Diagnostic {
  const hint = `Put it into one of ${sectionDirectiveNames.map((name) => `:::${name}`).join(' ')}`;
  return structure(source, node, 'text stands outside the sections of the resolution', hint);
}

function structure(
  source: SourceFile,
  node: RootContent | ListItem,
  message: string,
  hint?: string,
): Diagnostic {
  const span = 'opening' in node ? spanOfNode(source, { position: node.opening }) : spanOfNode(source, node);
  return diagnose('clause-structure', message, span, hint);
}

function sectionClauses(
  source: SourceFile,
  container: ContainerDirective,
  section: SectionName,
  found: Diagnostic[],
): Clause[] {
  const content = container.children.filter((node) => !isPassedOver(node));
  const list = content.find((node): node is List => node.type === 'list' && node.ordered === true);
  if (section === 'rationale' && !(list && content.length === 1)) {
    if (content.length === 0) found.push(structure(source, container, 'the section :::rationale is empty'));
    return [];
  }
  for (const node of content) {
    if (node === list) continue;
    const message = `the section :::${section} may hold only one numbered list`;
    found.push(structure(source, node, message, 'Write each clause as an item: 1. …'));
  }
  if (!list) {
    if (content.length === 0) found.push(structure(source, container, `the section :::${section} is empty`));
    return [];
  }
  if ((list.start ?? 1) !== 1) {
    found.push(structure(source, list, `the clauses begin with ${list.start}, not with 1`));
  }
  return list.children.map((item, index) => toClause(source, item, section, index + 1, found));
}

function toClause(
  source: SourceFile,
  item: ListItem,
  section: SectionName,
  number: number,
  found: Diagnostic[],
): Clause {
  const span = spanOfNode(source, item);
  const directive = clauseDirectiveOf(item);
  const { attributes } = directive ? directiveAttributes(source, directive) : { attributes: [] };
  const id = attributes.find(({ name }) => name === 'id')?.value;
  const content = item.children.flatMap((child) => ('children' in child ? child.children : [child]));
  if (content.every((node) => node === directive)) {
    found.push(structure(source, item, `clause ${number} of :::${section} is empty`));
  }
  return {
    id: id ?? `${section}.${number}`,
    section,
    number,
    optional: attributes.some(({ name }) => name === 'optional'),
    span,
  };
}

function duplicates(clauses: readonly Clause[]): Diagnostic[] {
  const first = new Map<string, Clause>();
  return clauses.flatMap((clause) => {
    const other = first.get(clause.id);
    first.set(clause.id, other ?? clause);
    if (!other) return [];
    const { line } = placeOf(other.span.source, other.span.start);
    const message = `the clause id #${clause.id} stands here a second time; the first is on line ${line}`;
    return [diagnose('clause-structure', message, clause.span, 'Ids of clauses must differ')];
  });
}
