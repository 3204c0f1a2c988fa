import type { Nodes, Parents, Root, Table } from 'mdast';
import type { Kind } from '../../campaign/kind.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { Host } from '../../host/host.ts';
import type { Clause } from '../document.ts';
import { locateFile } from '../locate-file.ts';
import type { Definitions } from '../markdown/definitions.ts';
import { definitionsOf } from '../markdown/definitions.ts';
import { directiveAttributes } from '../markdown/directive-attributes.ts';
import { spanOfNode, targetSpan, walk } from '../markdown/walk.ts';
import { readImage } from '../read-image.ts';
import { checkDecoded } from './check-decoded.ts';
import { checkDirective } from './check-directives.ts';
import { checkHeadings } from './check-headings.ts';
import { checkHtml } from './check-html.ts';
import { checkLink } from './check-link.ts';
import { checkReferences } from './check-references.ts';
import { checkTextNode, checkVariables } from './check-text-nodes.ts';

/** What the checks of a body need. */
export interface BodyContext {
  readonly host: Host;
  readonly source: SourceFile;
  readonly kind: Kind;
  readonly clauses: readonly Clause[];
}

type Checking = BodyContext & Definitions;

/** Every check of a parsed body that does not depend on the values of variables. */
export function checkBody(root: Root, body: BodyContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const context = { ...body, ...definitionsOf(root) };
  walk(root, (node, ancestors) => found.push(...checkNode(node, ancestors, context)));
  found.push(...checkHeadings(context.source, root), ...checkReferences(context.source, root));
  return found;
}

function checkNode(node: Nodes, ancestors: readonly Parents[], context: Checking): Diagnostic[] {
  const { source, kind } = context;
  const span = spanOfNode(source, node);
  switch (node.type) {
    case 'html':
      return checkHtml(source, node);
    case 'text':
      return checkTextNode(source, node);
    case 'link':
    case 'definition':
      return [
        ...checkDecoded(node.title ?? '', span),
        ...checkTarget(node.url, targetSpan(span, node.url), context),
      ];
    case 'image':
      return [...checkDecoded(node.title ?? '', span), ...checkImage(node.url, node.alt, span, context)];
    case 'imageReference':
      return checkImage(context.definitions.get(node.identifier)?.url, node.alt, span, context);
    case 'table':
      return checkTable(source, node);
    case 'textDirective': {
      const { attributes } = directiveAttributes(source, node);
      const values = attributes.flatMap((attribute) => checkVariables(attribute.value, attribute.span));
      const url = node.name === 'qr' ? attributes.find(({ name }) => name === 'url') : undefined;
      const link = url?.value ? checkTarget(url.value, url.span, context, true) : [];
      const isReported = values.length > 0;
      return [...checkDirective(node, { source, kind, ancestors }), ...(isReported ? values : link)];
    }
    default:
      return checkDirective(node, { source, kind, ancestors });
  }
}

/** A target with variables is checked once it is filled. */
function checkTarget(target: string, span: Span, { clauses }: Checking, isQr = false): Diagnostic[] {
  const variables = [...checkDecoded(target, span), ...checkVariables(target, span)];
  if (target.includes('{{')) return variables;
  const ids = clauses.map(({ id }) => id);
  return [...variables, ...checkLink(target, span, ids, isQr)];
}

function checkImage(
  address: string | undefined,
  alt: string | null | undefined,
  span: Span,
  { host, source }: Checking,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!alt?.trim()) {
    found.push(
      diagnose(
        'alt-missing',
        'the picture has no text that stands for it',
        span,
        'Write ![what it shows](…)',
      ),
    );
  } else found.push(...checkDecoded(alt, span), ...checkVariables(alt, targetSpan(span, alt)));
  if (address === undefined) return found;
  const place = targetSpan(span, address);
  found.push(...readImage(host, source.root, locateFile(source, address), place).diagnostics);
  return found;
}

/** GFM drops the cells of a row that has more than the header. */
function checkTable(source: SourceFile, table: Table): Diagnostic[] {
  const columns = table.children[0]?.children.length ?? 0;
  return table.children
    .filter((row) => row.children.length > columns)
    .map((row) => {
      const message = `the row has ${row.children.length} cells, its table's header ${columns}`;
      const span = spanOfNode(source, row);
      return diagnose(
        'markdown-table',
        message,
        span,
        'Give the header as many cells; for a plain | write \\|',
      );
    });
}
