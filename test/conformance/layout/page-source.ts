import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmAddress } from '../../../src/text/fonts/font-file.ts';

/** An HTML file that is laid out by us and by others, with what it says of itself. */
export interface PageSource {
  /** Absolute. */
  readonly path: string;
  /** Its text with the prelude put in, on no new line; fonts by `npm:` addresses. */
  readonly html: string;
  /** The same with the fonts at `file:` addresses, which browsers can read. */
  readonly browserHtml: string;
  /** Properties and other features that the page is there for: `<meta name="covers" content="…">`. */
  readonly covers: readonly string[];
  /** Why the others lay it out otherwise: `<meta name="differs" content="…">`. */
  readonly differs: string | undefined;
  /** What is compared: words and boxes, or all that is seen where a PDF does not tell its words. `<meta name="compare" content="…">`. */
  readonly compare: 'words' | 'pixels';
  /** What browsers lack altogether, so that nothing can be compared: `<meta name="alone" content="…">`. */
  readonly alone: string | undefined;
  /** Codes of the diagnostics that the page is meant to give: `<meta name="diagnostics" content="…">`. */
  readonly diagnostics: readonly string[];
}

/** Reads a page; `root` is the repository, whose font packages its `npm:` addresses name. */
export function readPage(root: string, path: string, prelude = readPrelude(root)): PageSource {
  const html = withPrelude(readFileSync(path, 'utf8'), prelude);
  const words = (name: string) => (metaOf(html, name) ?? '').split(/\s+/).filter((word) => word !== '');
  return {
    path,
    html,
    browserHtml: withFileFonts(html, root),
    covers: words('covers'),
    differs: metaOf(html, 'differs'),
    compare: metaOf(html, 'compare') === 'pixels' ? 'pixels' : 'words',
    alone: metaOf(html, 'alone'),
    diagnostics: words('diagnostics'),
  };
}

/** The sheet with the faces, the page's size and the body's text, on one line. */
export function readPrelude(root: string): string {
  const text = readFileSync(join(root, 'test/conformance/layout/prelude.css'), 'utf8');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The page's name with its folder: `tables/rowspan`. */
export function nameOf({ path }: { readonly path: string }): string {
  return `${basename(dirname(path))}/${basename(path, '.html')}`;
}

/** HTML whose `npm:` addresses are `file:` addresses of the packages in the repository's `node_modules`. */
export function withFileFonts(html: string, root: string): string {
  return html.replace(/url\(\s*(["']?)(npm:[^"')]+)\1\s*\)/g, (whole, quote: string, address: string) => {
    const npm = npmAddress(address);
    const file = npm && join(root, 'node_modules', npm.name, npm.path);
    return file && existsSync(file) ? `url(${quote}${pathToFileURL(file).href}${quote})` : whole;
  });
}

function withPrelude(html: string, prelude: string): string {
  const style = `<style>${prelude}</style>`;
  const head = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + style + html.slice(at);
}

function metaOf(html: string, name: string): string | undefined {
  return new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(html)?.[1];
}
