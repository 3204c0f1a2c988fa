import type { SourceDocument } from '../content/document.ts';
import type { MarkupElement } from '../content/markup.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { PagedDocument } from '../layout/paged-document.ts';
import type { MadeFor } from '../style/at-rules/media-features.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { loadForTree } from '../text/hyphenation/load-for-tree.ts';
import { type FontsUsed, joinFonts } from './fonts-used.ts';
import { fillTree, paginateTree, type RenderContext, type RenderedPages } from './render-tree.ts';
import type { Session } from './session.ts';
import { type DocumentMarkup, styleMarkup } from './styled-document.ts';

/** A document styled and laid out for each paper and size of text that is asked for, once for each. */
export interface Makings {
  tree(madeFor: MadeFor): Promise<StyledTree>;
  pages(madeFor: MadeFor): Promise<RenderedPages>;
  /** The pages with pictures of no more pixels than are printed: what editions are written from. */
  printed(madeFor: MadeFor): Promise<PagedDocument>;
  /** What the pages so far draw with. */
  fonts(): FontsUsed;
}

/** Nothing is made until it is asked for; what is found goes into `diagnostics`, once for all makings alike. */
export function createMakings(
  document: SourceDocument,
  markup: DocumentMarkup & { readonly root: MarkupElement },
  session: Session,
  context: RenderContext,
  diagnostics: Diagnostic[],
): Makings {
  const told = new Set<string>();
  const used: FontsUsed[] = [];
  const tell = (found: readonly Diagnostic[], madeFor: MadeFor): void => {
    for (const diagnostic of found) {
      const key = `${diagnostic.code} ${diagnostic.message} ${diagnostic.span?.start} ${diagnostic.span?.source.name}`;
      if (told.has(key)) continue;
      told.add(key);
      diagnostics.push(named(diagnostic, madeFor, session));
    }
  };
  const tree = once(async (madeFor) => {
    const styled = styleMarkup(markup, session, madeFor);
    tell(styled.diagnostics, madeFor);
    tell(await loadForTree(styled.value, context.store.hyphenation), madeFor);
    return fillTree(styled.value, context);
  });
  const pages = once(async (madeFor) => {
    const made = paginateTree(await tree(madeFor), context);
    tell([...made.diagnostics, ...tooManyPages(document, made, madeFor)], madeFor);
    used.push(made.fonts);
    return made;
  });
  const printed = once(async (madeFor) => {
    const { document } = await pages(madeFor);
    const { fitImages } = await import('../pdf/image/document-images.ts');
    return fitImages(document);
  });
  return { tree, pages, printed, fonts: () => joinFonts(used) };
}

function once<T>(make: (madeFor: MadeFor) => T): (madeFor: MadeFor) => T {
  const known = new Map<string, { readonly value: T }>();
  return (madeFor) => {
    const key = `${madeFor.paper} ${madeFor.text}`;
    const found = known.get(key) ?? { value: make(madeFor) };
    known.set(key, found);
    return found.value;
  };
}

/** What was found in another making than the reading edition's says in which. */
function named(diagnostic: Diagnostic, { paper, text }: MadeFor, { campaign }: Session): Diagnostic {
  const where = [
    ...(text === 'large' ? ['in large print'] : []),
    ...(paper === campaign.papers[0] ? [] : [`on ${paper} paper`]),
  ];
  if (where.length === 0) return diagnostic;
  return { ...diagnostic, message: `${diagnostic.message} (${where.join(', ')})` };
}

/** Large print takes as many pages as it needs. */
function tooManyPages(
  document: SourceDocument,
  rendered: RenderedPages,
  { text }: MadeFor,
): readonly Diagnostic[] {
  const most = document.kind.maxPages;
  const pages = rendered.document.pages;
  if (text === 'large' || most === undefined || pages.length <= most) return [];
  const lines = pages.slice(most).reduce((sum, page) => sum + textLines(page), 0);
  const over = `${lines} ${lines === 1 ? 'line' : 'lines'} of text too much`;
  const message = `this ${document.kind.name} takes ${pages.length} pages and may take ${most}: ${over}`;
  const hint = 'Shorten the text, or move part of it into another document';
  return [diagnose('pages-exceeded', message, document.title.span, hint)];
}

/** Lines of read text on a page: distinct baselines. */
function textLines(page: RenderedPages['document']['pages'][number]): number {
  const baselines = page.items.flatMap((item) =>
    item.kind === 'glyphs' && item.content !== undefined ? [item.y.toFixed(1)] : [],
  );
  return new Set(baselines).size;
}
