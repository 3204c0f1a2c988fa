import type { ISectionOptions } from 'docx';
import { compileBlocks, emptyParagraph } from './compile-blocks.ts';
import type { Compiler } from './compiler.ts';
import type { Block, DocumentModel } from './model.ts';
import { anySection, type PageSetup } from './page-setup.ts';
import { endedInParagraph } from './section-end.ts';

/**
 * Headers and footers: the line of the page's margin, and what a frame repeats. The first page has its own where a
 * rule or a frame makes it different. Where an earlier section may have had some, empty ones end them.
 */
export function compileMargins(
  setup: PageSetup,
  model: DocumentModel,
  always: boolean,
  compiler: Compiler,
): Partial<ISectionOptions> {
  const { docx } = compiler;
  const { frame } = model;
  const top = frame?.header ?? [];
  const bottom = frame?.footer ?? [];
  const first = setup.hasFirst
    ? { header: setup.firstHeader, footer: setup.firstFooter }
    : frame && { header: setup.header, footer: setup.footer };
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
  return {
    ...((setup.header || frame || always) && {
      headers: { default: header(setup.header, ...top), ...(first && { first: header(first.header) }) },
    }),
    ...((setup.footer || frame || always) && {
      footers: {
        default: footer(...bottom, setup.footer),
        ...(first && { first: footer(...bottom, first.footer) }),
      },
    }),
  };
}
