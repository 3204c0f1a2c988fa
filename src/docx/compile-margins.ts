import type { ISectionOptions } from 'docx';
import { compileBlocks, emptyParagraph } from './compile-blocks.ts';
import type { Compiler } from './compiler.ts';
import type { Block, DocumentModel, PageGround, PageSetup } from './model.ts';
import { anySection } from './page-setup.ts';
import { endedInParagraph, spacer } from './section-end.ts';

/** What a section's headers depend on besides its kind of page. */
interface SectionMargins {
  readonly isFirst: boolean;
  readonly ground: PageGround | undefined;
}

/**
 * Headers and footers: the line of the page's margin, and what a frame repeats. The first page has its own where a
 * rule, a frame or its ground makes it different. Where an earlier section may have had some, empty ones end them.
 */
export function compileMargins(
  setup: PageSetup,
  model: DocumentModel,
  { isFirst, ground }: SectionMargins,
  compiler: Compiler,
): Partial<ISectionOptions> {
  const { docx } = compiler;
  const { frame } = model;
  const top = frame?.header ?? [];
  const bottom = frame?.footer ?? [];
  const always = !isFirst || ground !== undefined;
  const first =
    setup.hasFirst && isFirst
      ? { header: setup.firstHeader, footer: setup.firstFooter }
      : (frame || ground) && { header: setup.header, footer: setup.footer };
  const children = (role: 'header' | 'footer', parts: readonly (Block | undefined)[]) => {
    const blocks = parts.filter((part) => part !== undefined);
    return blocks.length > 0
      ? compileBlocks(endedInParagraph(blocks, model, anySection), compiler)
      : [emptyParagraph(role, compiler)];
  };
  const header = (...parts: readonly (Block | undefined)[]) =>
    new docx.Header({ children: children('header', parts) });
  const footer = (...parts: readonly (Block | undefined)[]) =>
    new docx.Footer({ children: children('footer', parts) });
  const behind = ground && spacer(model, anySection, [{ kind: 'ground', ground, width: setup.width }]);
  return {
    ...((setup.header || frame || always) && {
      headers: {
        default: header(setup.header, ...top),
        ...(first && { first: header(behind, first.header) }),
      },
    }),
    ...((setup.footer || frame || always) && {
      footers: {
        default: footer(...bottom, setup.footer),
        ...(first && { first: footer(...bottom, first.footer) }),
      },
    }),
  };
}
