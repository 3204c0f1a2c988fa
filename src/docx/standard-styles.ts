import type { ParagraphProperties, StyleProperties } from './style-properties.ts';
import type { StyleRegistry } from './style-registry.ts';

/** Styles that whoever edits the document looks for, though its text does not use them: made from Normal. */
export function addStandardStyles(registry: StyleRegistry, normal: StyleProperties): void {
  const add = (
    role: string,
    paragraph: Partial<ParagraphProperties>,
    scale = 1,
    bold = normal.run.bold,
  ): void => {
    if (registry.firstParagraph(role)) return;
    const run = { ...normal.run, bold, ...sizes(normal, scale) };
    registry.paragraph(role, { paragraph: { ...normal.paragraph, ...paragraph }, run });
  };
  add('Body Text', { after: 120 });
  const scales = [1.7, 1.4, 1.2, 1.1, 1, 1];
  scales.forEach((scale, i) => {
    add(
      `heading ${i + 1}`,
      { before: 240, after: 80, keepNext: true, keepLines: true, outline: i },
      scale,
      true,
    );
  });
  add('Quote', { start: 360, end: 360, after: 120 });
  add('caption', { after: 120 }, 0.85);
  addLists(registry, normal);
  const marks = { Strong: { bold: true }, Emphasis: { italic: true }, Hyperlink: { underline: true } };
  for (const [role, difference] of Object.entries(marks)) {
    if (!registry.hasCharacter(role)) registry.character(role, difference);
  }
}

function sizes({ run }: StyleProperties, scale: number) {
  return { size: Math.round(run.size * scale), complexSize: Math.round(run.complexSize * scale) };
}

const bullets = ['•', '–', '•'];

/** Three levels of bullets and numbers; a level that the text lacks stands further in than the one before. */
function addLists(registry: StyleRegistry, normal: StyleProperties): void {
  for (const family of ['List Bullet', 'List Number']) {
    for (let level = 0; level < 3; level++) {
      const role = level === 0 ? family : `${family} ${level + 1}`;
      if (registry.firstParagraph(role)) continue;
      const outer = registry.firstParagraph(level <= 1 ? family : `${family} ${level}`)?.properties ?? normal;
      const start = level === 0 ? 360 : outer.paragraph.start + 360;
      const text = family === 'List Bullet' ? bullets[level]! : `%${level + 1}.`;
      const format = family === 'List Bullet' ? 'bullet' : (outer.paragraph.list?.format ?? 'decimal');
      const list = { level, format, text, marker: {} };
      registry.paragraph(role, { ...outer, paragraph: { ...outer.paragraph, start, first: -360, list } });
    }
  }
}
