import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { escapeHtml } from '../../content/fixtures.ts';

/** HTML of a tree as CommonMark's examples write it, by a reading of the specification of its own. */
export function renderHtml(root: Root): string {
  const definitions = new Map<string, { url: string; title: string }>();
  collect(root, definitions);
  const out = { html: '' };
  blocks(root, { out, definitions, isTight: false });
  return out.html;
}

interface Rendering {
  readonly out: { html: string };
  readonly definitions: ReadonlyMap<string, { url: string; title: string }>;
  readonly isTight: boolean;
}

/** The first definition of a label counts. */
function collect(node: Nodes, into: Map<string, { url: string; title: string }>): void {
  if (node.type === 'definition' && !into.has(node.identifier))
    into.set(node.identifier, { url: node.url, title: node.title ?? '' });
  if ('children' in node) for (const child of node.children) collect(child, into);
}

function blocks(parent: Parents, rendering: Rendering): void {
  for (const child of parent.children) block(child, rendering);
}

function line({ out }: Rendering): void {
  if (out.html !== '' && !out.html.endsWith('\n')) out.html += '\n';
}

function block(node: Nodes, rendering: Rendering): void {
  const { out, isTight } = rendering;
  const element = (open: string, close: string, inner: () => void) => {
    line(rendering);
    out.html += open;
    inner();
    out.html += close;
    line(rendering);
  };
  const text = (children: readonly PhrasingContent[]) => () => {
    out.html += inline(children, rendering);
  };
  switch (node.type) {
    case 'paragraph':
      if (isTight) text(node.children)();
      else element('<p>', '</p>', text(node.children));
      return;
    case 'heading':
      return element(`<h${node.depth}>`, `</h${node.depth}>`, text(node.children));
    case 'blockquote':
      return element('<blockquote>\n', '</blockquote>', () => {
        blocks(node, { ...rendering, isTight: false });
        line(rendering);
      });
    case 'list': {
      const isLoose = node.spread === true || node.children.some((item) => item.spread === true);
      const start = node.start != null && node.start !== 1 ? ` start="${node.start}"` : '';
      const [open, close] = node.ordered ? [`<ol${start}>\n`, '</ol>'] : ['<ul>\n', '</ul>'];
      return element(open, close, () => blocks(node, { ...rendering, isTight: !isLoose }));
    }
    case 'listItem':
      out.html += '<li>';
      blocks(node, rendering);
      out.html += '</li>\n';
      return;
    case 'code': {
      const language = node.lang ? ` class="language-${escapeHtml(node.lang)}"` : '';
      const ending = node.value === '' ? '' : '\n';
      return element(`<pre><code${language}>`, '</code></pre>', () => {
        out.html += escapeHtml(node.value) + ending;
      });
    }
    case 'thematicBreak':
      return element('<hr />', '', () => {});
    case 'definition':
      return;
    default:
      out.html += `[${node.type}]`;
  }
}

function inline(nodes: readonly PhrasingContent[], rendering: Rendering): string {
  return nodes.map((node) => phrase(node, rendering)).join('');
}

function phrase(node: PhrasingContent, rendering: Rendering): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'emphasis':
      return `<em>${inline(node.children, rendering)}</em>`;
    case 'strong':
      return `<strong>${inline(node.children, rendering)}</strong>`;
    case 'inlineCode':
      // Line ends are spaces (§6.1); the tree keeps them.
      return `<code>${escapeHtml(node.value.replaceAll('\n', ' '))}</code>`;
    case 'break':
      return '<br />\n';
    case 'link':
      return `<a href="${address(node.url)}"${titled(node.title)}>${inline(node.children, rendering)}</a>`;
    case 'image':
      return `<img src="${address(node.url)}" alt="${escapeHtml(node.alt ?? '')}"${titled(node.title)} />`;
    case 'linkReference': {
      const { url, title } = rendering.definitions.get(node.identifier)!;
      return `<a href="${address(url)}"${titled(title)}>${inline(node.children, rendering)}</a>`;
    }
    case 'imageReference': {
      const { url, title } = rendering.definitions.get(node.identifier)!;
      return `<img src="${address(url)}" alt="${escapeHtml(node.alt ?? '')}"${titled(title)} />`;
    }
    default:
      return `[${node.type}]`;
  }
}

function titled(title: string | null | undefined): string {
  return title ? ` title="${escapeHtml(title)}"` : '';
}

/** Percent signs for what an address may not hold, as the examples have them. */
function address(url: string): string {
  const encoded = url.replace(/%(?![0-9a-f]{2})|[^\w;/?:@&=+$,\-.!~*'()#%]/giu, encodeURIComponent);
  return escapeHtml(encoded);
}
