import type { List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { clauseDirectiveOf, sectionOf } from '../clauses.ts';
import type { SectionName } from '../document.ts';
import type { ContainerDirective } from '../markdown/directive-nodes.ts';
import { spanOfNode } from '../markdown/walk.ts';
import type { MarkupElement, MarkupNode } from '../markup.ts';
import type { MarkupContext } from './context.ts';
import { element } from './context.ts';
import { codeText, convertInline, trimStart } from './inline.ts';

/** Blocks as HTML's elements. Definitions and comments give nothing where they stand. */
export function convertBlocks(nodes: readonly RootContent[], context: MarkupContext): MarkupNode[] {
  return nodes.flatMap((node) => convertBlock(node, context));
}

function convertBlock(node: RootContent, context: MarkupContext): readonly MarkupNode[] {
  const span = spanOfNode(context.source, node);
  switch (node.type) {
    case 'paragraph':
      return convertParagraph(node, context);
    case 'heading':
      return [element(`h${node.depth}`, span, convertInline(node.children, context))];
    case 'blockquote':
      return [element('blockquote', span, convertBlocks(node.children, context))];
    case 'list':
      return [convertList(node, context, undefined)];
    case 'code': {
      const language = node.lang ? { class: `language-${node.lang}` } : {};
      return [element('pre', span, [element('code', span, [codeText(node.value, span)], language)])];
    }
    case 'thematicBreak':
      return [element('hr', span, [])];
    case 'table':
      return [convertTable(node, context)];
    case 'containerDirective': {
      const section = sectionOf(node);
      if (section) return [convertSection(node, section, context)];
      return [element('div', span, convertBlocks(node.children, context), { class: node.name })];
    }
    default:
      return [];
  }
}

/** A paragraph of comments alone leaves no empty one behind. */
function convertParagraph(node: Paragraph, context: MarkupContext): readonly MarkupNode[] {
  if (node.children.every((child) => child.type === 'html')) return [];
  return [element('p', spanOfNode(context.source, node), convertInline(node.children, context))];
}

/** A list is loose when one of its items is; its paragraphs then are `<p>`. */
function convertList(list: List, context: MarkupContext, section: SectionName | undefined): MarkupElement {
  const isLoose = list.spread === true || list.children.some((item) => item.spread === true);
  const items = list.children.map((item) => convertItem(item, isLoose, context));
  const start = list.ordered && list.start != null && list.start !== 1 ? String(list.start) : undefined;
  const attributes = { start, class: section ? 'clauses' : undefined };
  return element(list.ordered ? 'ol' : 'ul', spanOfNode(context.source, list), items, attributes);
}

function convertItem(item: ListItem, isLoose: boolean, context: MarkupContext): MarkupElement {
  const span = spanOfNode(context.source, item);
  const clause = context.clauses.get(span.start);
  const directive = clauseDirectiveOf(item);
  const children = item.children.flatMap((child, index): readonly MarkupNode[] => {
    if (child.type !== 'paragraph') return convertBlocks([child], context);
    const inline = convertInline(child.children, context);
    const content = directive && index === 0 ? trimStart(inline) : inline;
    return isLoose ? [element('p', spanOfNode(context.source, child), content)] : content;
  });
  return element('li', span, children, { id: clause?.id });
}

function convertSection(
  node: ContainerDirective,
  section: SectionName,
  context: MarkupContext,
): MarkupElement {
  const span = spanOfNode(context.source, node);
  const opening = spanOfNode(context.source, { position: node.opening });
  const term = context.terms.get(`resolution.${section}`);
  const isForeign = term !== undefined && term.locale.language !== context.terms.locale.language;
  const language = isForeign ? { lang: term.locale.language, dir: term.locale.direction } : {};
  const text: MarkupNode = { type: 'text', text: term?.text ?? section, span: opening };
  const heading = element('h2', opening, [text], language);
  const body = node.children.flatMap((child) => {
    const isClauses =
      child.type === 'list' && context.clauses.has(spanOfNode(context.source, child.children[0]!).start);
    return isClauses ? [convertList(child, context, section)] : convertBlocks([child], context);
  });
  return element('section', span, [heading, ...body], { class: `clauses ${section}` });
}

function convertTable(table: Table, context: MarkupContext): MarkupElement {
  const columns = table.children[0]?.children.length ?? 0;
  const [head, ...body] = table.children.map((row, index) => {
    const rowSpan = spanOfNode(context.source, row);
    const cells = Array.from({ length: Math.max(columns, row.children.length) }, (_, column) => {
      const cell = row.children[column];
      const align = table.align?.[column] ?? undefined;
      const span = cell ? spanOfNode(context.source, cell) : rowSpan;
      return element(index === 0 ? 'th' : 'td', span, convertInline(cell?.children ?? [], context), {
        align,
      });
    });
    return element('tr', rowSpan, cells);
  });
  const span = spanOfNode(context.source, table);
  const groups = [element('thead', head?.span ?? span, head ? [head] : [])];
  if (body.length > 0) groups.push(element('tbody', { ...span, start: body[0]!.span.start }, body));
  return element('table', span, groups);
}
