import type { StyledElement, StyledNode, StyledTree } from '../../../src/style/styled-tree.ts';

/** Where our own sheet is not theirs: no margins of the body, elements that they do not know or draw as widgets. */
const ownElements = `
:where(body) { margin: 0 }
:where(qr-code) { display: inline-block; width: 76px; height: 76px }
:where(input) { appearance: none; display: inline-block; box-sizing: content-box; margin: 0; padding: 0; border: 0; border-bottom: 1px solid; background: none; font: inherit; width: 12em; height: 0 }`;

/** A styled tree as HTML again: its elements as they were, generated boxes left to the sheets. */
export function htmlOf({ root, title }: StyledTree, sheets: readonly string[]): string {
  const styles = [ownElements, ...sheets].map((sheet) => `<style>${sheet}</style>`).join('\n');
  const head = `<head><meta charset="utf-8"><title>${escaped(title)}</title>${styles}</head>`;
  return `<!doctype html>\n<html${attributesOf(root)}>${head}${root.children.map(nodeHtml).join('')}</html>\n`;
}

function nodeHtml(node: StyledNode): string {
  if (node.type === 'text') return escaped(node.text);
  if (node.pseudo) return '';
  const { tag, children } = node;
  const start = `<${tag}${attributesOf(node)}>`;
  return voidTags.has(tag) ? start : `${start}${children.map(nodeHtml).join('')}</${tag}>`;
}

const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr']);

function attributesOf({ attributes }: StyledElement): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character]!);
}
