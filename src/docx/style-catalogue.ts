/** What is known of a style by its name: where it stands in Word's pane, and what it goes on from and to. */
export interface KnownStyle {
  /** Order in the pane (`w:uiPriority`); Word has the least on top. */
  readonly priority: number;
  /** Role that it is based on; Normal where nothing is said. */
  readonly base?: string;
  /** Roles of the paragraph that Enter begins behind it, the first that the document has; itself where nothing is said. */
  readonly next?: readonly string[];
  /** Stands in the gallery of the ribbon. */
  readonly gallery?: boolean;
  /** Word has a style of this name itself. */
  readonly builtIn?: boolean;
  /** Serves the layout, and is of no use to whoever writes. */
  readonly hidden?: boolean;
}

const text = ['Body Text'];

const headings = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n): [string, KnownStyle] => [
    `heading ${n}`,
    { priority: 9, next: text, gallery: n <= 3, builtIn: true },
  ]),
);

/** Three levels of a family; those below the first are based on it. */
function levels(family: string, known: KnownStyle, first = family): Readonly<Record<string, KnownStyle>> {
  const below = { ...known, base: first, gallery: false };
  const lower = first.toLowerCase();
  const name = family.toLowerCase();
  return { [lower]: known, [`${name} 2`]: below, [`${name} 3`]: below };
}

/** By name in lower case. */
const catalogue: Readonly<Record<string, KnownStyle>> = {
  normal: { priority: 0, gallery: true, builtIn: true },
  'body text': { priority: 1, gallery: true, builtIn: true },
  kicker: { priority: 8, next: ['Title'], gallery: true },
  title: { priority: 10, next: ['Lead', ...text], gallery: true, builtIn: true },
  lead: { priority: 11, base: 'Body Text', next: text, gallery: true },
  addressee: { priority: 11, base: 'Body Text', next: text, gallery: true },
  ...headings,
  callout: { priority: 12, base: 'Body Text', gallery: true },
  action: { priority: 12, base: 'Body Text', gallery: true },
  rationale: { priority: 12, base: 'Body Text', gallery: true },
  ...levels('Clause', { priority: 13, base: 'Body Text', gallery: true }, 'Clause 1'),
  ...levels('List Bullet', { priority: 14, base: 'Body Text', gallery: true, builtIn: true }),
  ...levels('List Number', { priority: 14, base: 'Body Text', gallery: true, builtIn: true }),
  list: { priority: 15, base: 'Body Text', builtIn: true },
  ...levels('List Continue', { priority: 15, base: 'Body Text', builtIn: true }),
  quote: { priority: 29, base: 'Body Text', gallery: true, builtIn: true },
  field: { priority: 30, base: 'Body Text', gallery: true },
  caption: { priority: 35, next: text, gallery: true, builtIn: true },
  'table text': { priority: 36, gallery: true },
  'table header': { priority: 36, base: 'Table Text', next: ['Table Text'], gallery: true },
  contact: { priority: 37, gallery: true },
  imprint: { priority: 38 },
  picture: { priority: 39, next: ['caption', ...text] },
  strong: { priority: 22, gallery: true, builtIn: true },
  emphasis: { priority: 20, gallery: true, builtIn: true },
  hyperlink: { priority: 99, builtIn: true },
  header: { priority: 99, builtIn: true },
  footer: { priority: 99, builtIn: true },
  'footnote text': { priority: 99, builtIn: true },
  'footnote reference': { priority: 99, builtIn: true },
  'placeholder text': { priority: 99, builtIn: true },
  spacer: { priority: 99, hidden: true },
  rule: { priority: 99, hidden: true },
};

/** What is known of a role or style; a designer's own stands behind the others. */
export function knownStyle(name: string): KnownStyle {
  return catalogue[name.toLowerCase()] ?? { priority: 40 };
}

/** Word's own styles that a document of this tool has: shown, where Word's others are not. */
export const builtInStyles: readonly { readonly name: string; readonly known: KnownStyle }[] = [
  ...Object.entries(catalogue)
    .filter(([, known]) => known.builtIn)
    .map(([lower, known]) => ({ name: wordSpelling(lower), known })),
];

/** As Word spells it: headings and what stands apart from the text are in lower case. */
function wordSpelling(lower: string): string {
  if (/^(heading \d|caption|header|footer|footnote (text|reference))$/.test(lower)) return lower;
  return lower.replace(/(^| )[a-z]/g, (start) => start.toUpperCase());
}
