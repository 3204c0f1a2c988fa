import type { DocumentModel } from './model.ts';
import {
  type EdgeProperties,
  noEdges,
  type ParagraphProperties,
  type RunProperties,
  type StyleProperties,
} from './style-properties.ts';
import type { StyleRegistry } from './style-registry.ts';
import type { Theme } from './theme.ts';

/**
 * Styles that whoever edits the document looks for, though its text does not use them: made from Normal and from the
 * fonts and colours of the others.
 */
export function addStandardStyles(registry: StyleRegistry, { normal }: DocumentModel, theme: Theme): void {
  const add = (
    role: string,
    paragraph: Partial<ParagraphProperties>,
    run: Partial<RunProperties> = {},
  ): void => {
    if (registry.firstParagraph(role)) return;
    registry.paragraph(role, {
      paragraph: { ...normal.paragraph, ...paragraph },
      run: { ...normal.run, ...run },
    });
  };
  addHeadings(registry, normal, theme);
  add('Lead', { after: 240 }, sizes(normal, 1.2));
  add('Quote', { start: 360, end: 360, after: 120 });
  add('Callout', boxed(theme));
  add('caption', { after: 120 }, sizes(normal, 0.85));
  add('Table Text', {}, sizes(normal, 0.92));
  add('Table Header', { keepNext: true }, { ...sizes(normal, 0.92), bold: true });
  add('header', {}, sizes(normal, 0.75));
  add('footer', {}, sizes(normal, 0.75));
  add('footnote text', {}, sizes(normal, 0.75));
  addLists(registry, normal);
  addMarks(registry, theme);
  addTable(registry, theme);
}

function sizes({ run }: StyleProperties, scale: number): Pick<RunProperties, 'size' | 'complexSize'> {
  return { size: Math.round(run.size * scale), complexSize: Math.round(run.complexSize * scale) };
}

/** The title and six levels, in the face and colour of those that the text has. */
function addHeadings(registry: StyleRegistry, normal: StyleProperties, theme: Theme): void {
  const scales = { Title: 2.2, 'heading 1': 1.7, 'heading 2': 1.4, 'heading 3': 1.2, 'heading 4': 1.1 };
  const known = ['heading 2', 'heading 3', 'heading 1'].map((role) => registry.firstParagraph(role));
  const colour = known.find((style) => style !== undefined)?.properties.run.colour ?? normal.run.colour;
  for (const role of ['Title', ...[1, 2, 3, 4, 5, 6].map((level) => `heading ${level}`)]) {
    if (registry.firstParagraph(role)) continue;
    const outline = role === 'Title' ? 0 : Number(role.at(-1)) - 1;
    const scale = scales[role as keyof typeof scales] ?? 1;
    registry.paragraph(role, {
      paragraph: { ...normal.paragraph, before: 240, after: 80, keepNext: true, keepLines: true, outline },
      run: { ...normal.run, latin: theme.major.latin, bold: true, colour, ...sizes(normal, scale) },
    });
  }
}

/** A tint behind the text and a rule of the accent's colour before it. */
function boxed({ colours }: Theme): Partial<ParagraphProperties> {
  const rule: EdgeProperties = { size: 24, value: 'single', colour: colours.accents[0]!, space: 8 };
  const edges = { ...noEdges, start: rule };
  return { start: 240, end: 120, after: 120, shade: colours.lt2, edges };
}

const bullets = ['•', '–', '•'];

/** Three levels of bullets, numbers and clauses; a level that the text lacks stands further in than the one before. */
function addLists(registry: StyleRegistry, normal: StyleProperties): void {
  for (const family of ['List Bullet', 'List Number', 'Clause']) {
    for (let level = 0; level < 3; level++) {
      const role = levelRole(family, level);
      if (registry.firstParagraph(role)) continue;
      const outer = registry.firstParagraph(levelRole(family, Math.max(0, level - 1)))?.properties ?? normal;
      const start = level === 0 ? 360 : outer.paragraph.start + 360;
      const text = family === 'List Bullet' ? bullets[level]! : `%${level + 1}.`;
      const format = family === 'List Bullet' ? 'bullet' : (outer.paragraph.list?.format ?? 'decimal');
      const list = { level, format, text, marker: {} };
      registry.paragraph(role, { ...outer, paragraph: { ...outer.paragraph, start, first: -360, list } });
    }
  }
}

/** Word's lists leave the number of the first level out. */
function levelRole(family: string, level: number): string {
  return level === 0 && family !== 'Clause' ? family : `${family} ${level + 1}`;
}

function addMarks(registry: StyleRegistry, { colours }: Theme): void {
  const marks: Readonly<Record<string, Partial<RunProperties>>> = {
    Strong: { bold: true },
    Emphasis: { italic: true },
    Hyperlink: { underline: true },
    'Placeholder Text': { colour: colours.dk2 },
    'footnote reference': { position: 'superscript' },
  };
  for (const [role, difference] of Object.entries(marks)) {
    if (!registry.hasCharacter(role)) registry.character(role, difference);
  }
}

/** A table with rules between its rows and a stronger one below its head. */
function addTable(registry: StyleRegistry, { colours }: Theme): void {
  if (registry.hasTable('Campaign Table')) return;
  const rule = (size: number, colour: string): EdgeProperties => ({
    size,
    value: 'single',
    colour,
    space: 0,
  });
  registry.table('Campaign Table', {
    outer: { ...noEdges, bottom: rule(4, colours.dk2) },
    insideH: rule(4, colours.dk2),
    insideV: undefined,
    headerBottom: rule(8, colours.dk1),
    headerShade: undefined,
    shade: undefined,
    padding: { top: 68, bottom: 68, start: 113, end: 113 },
  });
}
