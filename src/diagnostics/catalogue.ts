/** Errors stop a build; warnings do so only with `--strict`. */
export type Severity = 'error' | 'warning';

/** One kind of finding: how grave it is, and what it means in general. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly meaning: string;
}

const error = (meaning: string) => ({ severity: 'error', meaning }) as const;
const warning = (meaning: string) => ({ severity: 'warning', meaning }) as const;

/** Every code there is. Codes are names, kept for good once released. */
export const catalogue = {
  // files
  'file-missing': error('A file that is named somewhere does not exist'),
  'file-unreadable': error('A file cannot be read'),
  'file-too-large': error('A file is over its size limit'),
  'file-encoding': error('A text file is not valid UTF-8'),
  'path-unsafe': error('A path leads out of its root: absolute, `..`, a link, or an address'),
  'character-forbidden': error('A control, non-character or bidi override stands in a text'),
  'character-invisible': warning('A zero-width character stands where its script does not need it'),
  // campaign.yaml, terms, kinds, branches
  'yaml-syntax': error('YAML that does not parse, or an unsafe feature of it'),
  'key-unknown': error('A key that the schema does not know'),
  'key-duplicate': error('A key that stands twice'),
  'key-missing': error('A required key is absent'),
  'value-invalid': error('A value of the wrong type or form'),
  'locale-invalid': error('A locale that is not a well-formed BCP 47 tag, or not listed'),
  'term-missing': warning('A term that a locale lacks; the source locale serves'),
  'imprint-incomplete': warning(
    'An imprint that lacks what its country asks for; documents are marked as drafts',
  ),
  'folder-unknown': error('A folder of documents that no kind declares'),
  'name-collision': error('Two outputs whose names are equal on some file system, or a reserved name'),
  // content
  'front-matter': error('Front matter that is not opened, closed or written as required'),
  'markdown-html': error('HTML in Markdown'),
  'markdown-heading': error('A heading level that the document must not use'),
  'markdown-link': error('A link or picture whose address is not written to its end, or with a space'),
  'markdown-marks': warning('Marks of Markdown that are text where they stand, and are printed'),
  'markdown-nesting': error('Markdown nested deeper than the limit'),
  'markdown-table': error('A table row with more cells than its header'),
  'directive-unknown': error('A directive that does not exist, or is misspelt'),
  'directive-attribute': error('A directive whose attributes are wrong or missing'),
  'directive-place': error('A directive where it cannot stand'),
  'variable-unknown': error('A variable that does not exist'),
  'link-unsafe': error('A link whose scheme is not http, https, mailto or tel'),
  'reference-unknown': error(
    'A reference to a footnote, link definition, clause or other place that does not exist',
  ),
  'clause-structure': error('A resolution whose sections or clauses are not as required'),
  'translation-missing': warning('A document that a locale lacks; it is left out of that locale'),
  'translation-draft': warning('A translation that no one has reviewed'),
  'image-invalid': error('A picture that is broken, mislabelled, or of a format that is not read'),
  'image-too-large': error('A picture with more pixels than the limit'),
  'image-resolution': warning('A picture printed below 300 dpi'),
  'picture-colours': warning('A picture whose colours are not those of the press it is for'),
  'svg-invalid': error('A drawing (SVG) that does not parse, holds code, or refers to what is outside of it'),
  'svg-unsupported': warning('A part of a drawing (SVG) that is left out, or drawn in another way'),
  'alt-missing': error('A picture without alternative text'),
  // amendments
  'amendment-syntax': error('An amendment that is not written as it must be'),
  'amendment-clause': error(
    'A clause or section that an amendment names and the resolution has not, or has more than once',
  ),
  'amendment-words': error('Words that an amendment quotes and the clause has not, or has more than once'),
  'amendment-conflict': error('Two amendments of which only one can stand'),
  'import-invalid': error('A file to import that is no Word document, or is damaged or unsafe'),
  'import-origin': error('A Word document that does not say which document of the campaign it was made from'),
  'import-outdated': warning('A Word document that was made from another version of its source'),
  'import-undecided': warning(
    'Tracked changes that nobody has accepted or rejected; they are read as accepted',
  ),
  'import-template': warning('An edit of text that the template, a term or campaign.yaml gives'),
  'import-lost': warning('An edit that cannot be taken over into Markdown'),
  'amendment-reference': warning('A reference to a clause that is deleted, or has another number as amended'),
  'word-limit': warning('More words than were allowed'),
  // templates and styles
  'template-syntax': error('A template that does not parse'),
  'template-path': error('A path in a template that the view does not have'),
  'template-partial': error('A partial that does not exist'),
  'template-place': error('A value, a partial or the body where HTML cannot hold it, or a body left out'),
  'template-limit': error('A template that is too large, includes itself, or prints too much'),
  'html-invalid': error('HTML that does not parse as written'),
  'css-syntax': error('CSS that does not parse'),
  'css-unsupported': warning('A property, value, selector or rule that is not supported'),
  'css-url': error('An address in CSS that cannot be used'),
  'contrast-low': warning('Text whose contrast with its ground is too low'),
  // text and layout
  'font-missing': error('A font file or package that cannot be found'),
  'font-invalid': error('A font that is broken or of a kind that is not read'),
  'font-synthesis': warning(
    'A bold, italic, small-capital or raised form that a font lacks; nothing is made up for it',
  ),
  'glyph-missing': error('A character that no font of the text has'),
  'pages-exceeded': error('More pages than the kind allows, or than any document may have'),
  'edition-impossible': error('A print edition that the pages of a document cannot be made into'),
  'text-off-page': error('Text or a picture that runs off the paper'),
  'box-overflow': warning('A box that is larger than what holds it'),
  // outputs
  'output-blocked': error('A file that the build did not make stands where it has to write'),
  'output-failed': error('The output cannot be written'),
  usage: error('A command that is not written as it must be'),
  internal: error('A fault of the tool itself'),
} satisfies Record<string, CatalogueEntry>;

/** A code of the catalogue. */
export type DiagnosticCode = keyof typeof catalogue;
