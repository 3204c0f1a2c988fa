import type { FontProfile } from '../campaign/campaign.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { addBaseStyles } from './base-styles.ts';
import { bookmarkNames } from './bookmarks.ts';
import { canonicalDocument } from './canonical.ts';
import { citedNumbers } from './cited-numbers.ts';
import { collectDocument } from './collect-document.ts';
import type { Measures } from './collector.ts';
import { compileDocument } from './compile-document.ts';
import { noteReferenceStyle } from './compile-inlines.ts';
import type { Compiler } from './compiler.ts';
import { glossaryOf } from './glossary.ts';
import { numberingPart } from './numbering-part.ts';
import { packageFiles, reservedRelationships } from './package-parts.ts';
import { pictureFiles, printedImages } from './picture-files.ts';
import type { LoadImage, PlaceDrawing } from './pictures.ts';
import { appPart, corePart, customPart, type DocumentOrigin } from './property-parts.ts';
import { fontTablePart, settingsPart } from './settings-parts.ts';
import { addStandardStyles } from './standard-styles.ts';
import { createStyleRegistry, type StyleRegistry } from './style-registry.ts';
import { isHyphenated, stylesPart } from './styles-part.ts';
import { type Theme, themeOf } from './theme.ts';
import { themePart } from './theme-part.ts';
import { zipParts } from './zip-parts.ts';

/** What a DOCX needs beside its tree. */
export interface DocxContext {
  readonly host: Host;
  /** `yyyy-mm-dd`: the only date that the file knows; undefined for none. */
  readonly date: string | undefined;
  /** The picture of an `img`. Reports for itself what cannot be loaded. */
  readonly loadImage: LoadImage;
  /** Which document of a campaign it is, for the way back; undefined for a page of HTML. */
  readonly origin?: DocumentOrigin;
  /** The document is one that another became, with its changes tracked. */
  readonly changes?: TrackedChanges;
  /** Numbers the lines in the margin. */
  readonly numbersLines?: boolean;
  /** Which fonts it names; `office` where nothing is said. */
  readonly fonts?: FontProfile;
  /** Draws an SVG; without it a drawing is its text. */
  readonly placeDrawing?: PlaceDrawing;
  /** Measures as layout does; without it columns are as wide as they have text, and pages end where their text does. */
  readonly measures?: Measures;
}

/** What a document was before, and who changed it. */
export interface TrackedChanges {
  readonly from: StyledTree;
  readonly author: string;
}

/** A styled tree as a Word document (ECMA-376, transitional): equal bytes for equal input, in any place and time. */
export async function writeDocx(tree: StyledTree, context: DocxContext): Promise<Outcome<Uint8Array>> {
  const parts = await docxParts(tree, context);
  return { value: await zipParts(parts.value), diagnostics: parts.diagnostics };
}

/** The files of the package, by name, before they are zipped. */
export async function docxParts(
  tree: StyledTree,
  context: DocxContext,
): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  const docx = await import('docx');
  const diagnostics: Diagnostic[] = [];
  const { loadImage, placeDrawing, changes } = context;
  const printed = printedImages();
  const collect = (from: StyledTree) =>
    collectDocument(
      from,
      { loadImage, placeDrawing, printed, diagnostics },
      context.fonts ?? 'office',
      context.measures,
    );
  const collected = collect(tree);
  const revisions = changes && {
    ...(await import('./revisions/merge-models.ts')),
    ...(await import('./revisions/spread-revisions.ts')),
    before: collect(changes.from),
  };
  const model = revisions ? revisions.mergeModels(revisions.before, collected) : collected;
  const registry = createStyleRegistry(model.normal);
  addBaseStyles(model, registry);
  const compiler: Compiler = {
    docx,
    registry,
    language: model.language,
    revision: changes && { author: changes.author, date: context.date },
    numbersLines: context.numbersLines === true,
    bookmarks: bookmarkNames(model),
    files: await pictureFiles(printed),
    numbers: citedNumbers(model),
    pictures: new Map(),
  };
  const made = compileDocument(model, tree, compiler);
  const compiled = revisions ? revisions.spreadRevisions(made) : made;
  const hasFootnotes = model.footnotes.length > 0;
  if (hasFootnotes) noteReferenceStyle(registry);
  const theme = themeOf(model, registry.styles);
  addStandardStyles(registry, model, theme);
  const rtl = model.direction === 'rtl';
  const document = canonicalDocument(compiled, reservedRelationships, rtl);
  const styles = stylesPart(registry, model, theme);
  const texts = [document.document, ...document.headers, ...document.footers].map(({ root }) => root);
  const files = packageFiles(document, {
    styles,
    glossary: glossaryOf(texts, styles),
    numbering: numberingPart(registry.lists, theme),
    settings: settingsPart(model.language, { hasFootnotes, hyphenated: isHyphenated(registry) }),
    fontTable: fontTablePart(fontsOf(registry, theme)),
    theme: themePart(theme),
    core: corePart(model.title, model.language, context.date),
    app: appPart(),
    custom: context.origin && customPart(context.origin),
  });
  return { value: files, diagnostics };
}

function fontsOf(registry: StyleRegistry, { major, minor }: Theme): readonly string[] {
  const latin = registry.styles.flatMap((style) => {
    if (style.kind === 'paragraph') return [style.properties.run.latin];
    return style.kind === 'character' && style.difference.latin !== undefined ? [style.difference.latin] : [];
  });
  const fonts = new Set([...latin, ...Object.values(major), ...Object.values(minor)]);
  return [...fonts].sort((a, b) => (a < b ? -1 : 1));
}
