import { planBuild } from '../../../src/build/plan.ts';
import { fillTree, paginateTree, type RenderContext } from '../../../src/build/render-tree.ts';
import { type Session, sessionOn } from '../../../src/build/session.ts';
import { styledTreeOf } from '../../../src/build/styled-document.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { docxParts } from '../../../src/docx/write-docx.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { PagedDocument } from '../../../src/layout/paged-document.ts';
import type { StyledTree } from '../../../src/style/styled-tree.ts';
import { createFontStore, type FontStore } from '../../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../../src/text/shaping/shaper.ts';
import { lint } from '../../docx/lint/lint.ts';

const packages = [
  'noto-sans',
  'noto-sans-hk',
  'noto-sans-sc',
  'fira-sans-extra-condensed',
  'amiri',
  'noto-kufi-arabic',
];
const packageRoots = Object.fromEntries(
  packages.map((name) => [
    `@expo-google-fonts/${name}`,
    `${process.cwd()}/node_modules/@expo-google-fonts/${name}`,
  ]),
);

/** Opened once a test file: faces are slow to read. */
let store: Promise<FontStore> | undefined;

/** A document of a campaign on the way to its formats. */
export interface Made {
  readonly tree: StyledTree;
  readonly pages: PagedDocument;
  /** Parts of the Word document by name. */
  readonly parts: () => Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Everything a campaign's documents are made with, by the tool's own templates unless the files override them. */
export async function open(files: Readonly<Record<string, string>>): Promise<{
  readonly session: Session;
  readonly found: readonly Diagnostic[];
  readonly make: (id: string, locale: string) => Made;
}> {
  const host = createMemoryHost({ campaign: files, toolRoot: process.cwd(), packageRoots });
  const opened = sessionOn(host);
  const session = opened.value!;
  const plan = planBuild(session.campaign, session.files, {
    documents: undefined,
    locales: undefined,
    formats: undefined,
    editions: undefined,
  });
  store ??= loadShaper().then(createFontStore);
  const context: RenderContext = { host, store: await store, date: session.campaign.date };
  const make = (id: string, locale: string): Made => {
    const file = session.files.find((f) => f.id === id && f.locale.tag === locale)!;
    const errors: Diagnostic[] = [];
    const { tree } = styledTreeOf(file, session.document(file).value!, session, errors);
    if (!tree) throw new Error(errors.map((d) => d.message).join('\n'));
    const filled = fillTree(tree, context);
    const rendered = paginateTree(filled, context);
    const faults = [...errors, ...rendered.diagnostics];
    if (faults.length) throw new Error(faults.map((d) => d.message).join('\n'));
    const parts = async () => {
      const written = await docxParts(filled, { host, date: context.date, loadImage: () => undefined });
      const inWord = lint(written.value);
      if (inWord.length) throw new Error(inWord.join('\n'));
      return written.value;
    };
    return { tree: filled, pages: rendered.document, parts };
  };
  return { session, found: [...opened.diagnostics, ...plan.diagnostics], make };
}
