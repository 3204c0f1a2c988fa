import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { resolveLocale } from '../../campaign/locale.ts';
import type { Span } from '../../diagnostics/source.ts';
import { partOfSpan } from '../../diagnostics/source.ts';
import { checkLink } from '../checks/check-link.ts';
import { type DirectiveAttribute, directiveAttributes } from '../markdown/directive-attributes.ts';
import type { TextDirective } from '../markdown/directive-nodes.ts';
import { spanOfNode, targetSpan } from '../markdown/walk.ts';
import type { MarkupNode } from '../markup.ts';
import type { MarkupContext } from './context.ts';
import { element } from './context.ts';
import { fillString, fillText, hasBlank } from './fill.ts';
import { convertNoteReference, isNote, notesIn } from './footnotes.ts';

/** Phrasing content as HTML's elements. Comments give nothing; HTML was refused before. */
export function convertInline(nodes: readonly PhrasingContent[], context: MarkupContext): MarkupNode[] {
  return nodes.flatMap((node) => convertPhrase(node, context));
}

function convertPhrase(node: PhrasingContent, context: MarkupContext): readonly MarkupNode[] {
  const span = spanOfNode(context.source, node);
  switch (node.type) {
    case 'text':
      return fillText(node.value, span, context);
    case 'strong':
      return [element('strong', span, convertInline(node.children, context))];
    case 'emphasis':
      return [element('em', span, convertInline(node.children, context))];
    case 'inlineCode':
      return [element('code', span, [codeText(node.value, span)])];
    case 'break':
      return [element('br', span, [])];
    case 'link':
    case 'linkReference':
      return convertLink(node, span, context);
    case 'image':
    case 'imageReference':
      return convertImage(node, span, context);
    case 'footnoteReference':
      return convertNoteReference(node.identifier, span, context);
    case 'textDirective':
      return convertDirective(node, span, context);
    default:
      return [];
  }
}

/** Code is taken as it stands: no escapes, no variables. */
export function codeText(text: string, span: Span): MarkupNode {
  const raw = span.source.text.slice(span.start, span.end);
  const at = text === '' ? -1 : raw.indexOf(text);
  const place = at < 0 ? span : { ...span, start: span.start + at, end: span.start + at + text.length };
  return { type: 'text', text, span: place };
}

/** A link whose target holds a value that is still blank is only its text. */
function convertLink(node: Link | LinkReference, span: Span, context: MarkupContext): readonly MarkupNode[] {
  const children = convertInline(node.children, context);
  const definition = node.type === 'link' ? node : context.definitions.get(node.identifier);
  if (!definition) return children;
  const place = targetSpan(spanOfNode(context.source, definition), definition.url);
  const href = fillTarget(definition.url, place, context, false);
  if (href === undefined) return children;
  return [element('a', span, children, { href, title: definition.title ?? undefined })];
}

/** A filled target, or undefined where a part of it is blank. What the values made is checked here. */
function fillTarget(url: string, span: Span, context: MarkupContext, isQr: boolean): string | undefined {
  // A destination in a tree keeps the braces of a variable as they were written.
  if (!url.includes('{{')) return url;
  if (hasBlank(url, span, context)) return undefined;
  const target = fillString(url, span, context);
  const ids = [...context.clauses.values()].map(({ id }) => id);
  if (!target.includes('{{')) context.found.push(...checkLink(target, span, ids, isQr));
  return target;
}

function convertImage(
  node: Image | ImageReference,
  span: Span,
  context: MarkupContext,
): readonly MarkupNode[] {
  const definition = node.type === 'image' ? node : context.definitions.get(node.identifier);
  const alt = fillString(node.alt ?? '', targetSpan(span, node.alt ?? ''), context);
  const title = definition?.title ?? undefined;
  return [element('img', span, [], { src: definition?.url ?? '', alt, title })];
}

function convertDirective(node: TextDirective, span: Span, context: MarkupContext): readonly MarkupNode[] {
  const { attributes } = directiveAttributes(context.source, node);
  const attribute = attributes.find(({ name }) => name === valueNames[node.name]);
  const value = attribute?.value ?? '';
  const children = convertInline(node.children, context);
  const label = plainText(children);
  switch (node.name) {
    case 'qr': {
      const target = fillTarget(value, attribute?.span ?? span, context, true);
      return target === undefined
        ? children
        : [element('qr-code', span, [], { value: target, 'aria-label': label }), ...notesIn(children)];
    }
    case 'field':
      return [
        element('input', span, [], { name: value, 'aria-label': label, ...fieldKind(attributes) }),
        ...notesIn(children),
      ];
    case 'lang': {
      const region = Object.fromEntries(
        context.campaign.locales.filter(({ tag }) => tag === value).map(({ tag, region }) => [tag, region]),
      );
      const locale = resolveLocale(value, region);
      if (!locale) return children;
      return [element('span', span, children, { lang: locale.language, dir: locale.direction })];
    }
    default:
      return [];
  }
}

/** What a field takes besides text, as HTML and `data-choices` say it. */
function fieldKind(attributes: readonly DirectiveAttribute[]): Readonly<Record<string, string>> {
  const find = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value;
  const choices = find('choices');
  return {
    ...(find('type') === 'date' && { type: 'date' }),
    ...(choices !== undefined && { 'data-choices': choices }),
  };
}

const valueNames: Readonly<Record<string, string>> = { qr: 'url', field: 'name', lang: 'lang' };

/** The text of a label; a blank in it is named by what is to be written there. */
function plainText(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (isNote(node)) return '';
      return node.attributes['aria-label'] ?? node.attributes.alt ?? plainText(node.children);
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text without the white space at its beginning, as behind `:clause{…}`. */
export function trimStart(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return nodes;
  const text = first.text.trimStart();
  if (text === '') return trimStart(rest);
  const from = first.text.length - text.length;
  return [{ ...first, text, span: partOfSpan(first.span, first.text, from, first.text.length) }, ...rest];
}
