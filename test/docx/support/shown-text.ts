import type { XmlElement } from '../../../src/docx/xml.ts';
import { child, elements, value } from '../lint/rule.ts';
import { parseXml } from './package.ts';

/** One level of a list as numbering.xml has it. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** How a document counts: the levels of its lists, and which style is linked with which. */
interface Numbering {
  level(numId: string, level: number): Level | undefined;
  ofStyle(style: string): { readonly numId: string; readonly level: number } | undefined;
}

/**
 * The text of a Word document as it shows, a line for each paragraph: with the numbers and bullets of its lists, which
 * stand in no text and are counted here from numbering.xml; without the lines to write on. `part`: the part to read.
 */
export function shownText(
  files: ReadonlyMap<string, Uint8Array>,
  part = 'word/document.xml',
): readonly string[] {
  const read = (name: string) => parseXml(Buffer.from(files.get(name)!).toString('utf8'));
  const numbering = readNumbering(read('word/numbering.xml'), read('word/styles.xml'));
  const isArabic = /w:bidi="(?:ar|fa)-/.test(Buffer.from(files.get('word/settings.xml')!).toString('utf8'));
  const isRtl = Buffer.from(files.get('word/document.xml')!).toString('utf8').includes('<w:bidi/><w:docGrid');
  const counts = new Map<string, number>();
  const lines: string[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name !== 'w:p') return elements(element).forEach(visit);
    const mark = markerOf(element, numbering, counts, isArabic && isRtl);
    lines.push(`${mark}${textOf(element).replace(/_{3,}/g, '')}`);
  };
  visit(read(part));
  return lines;
}

function readNumbering(numbers: XmlElement, styles: XmlElement): Numbering {
  const abstracts = new Map(
    elements(numbers).map((abstract) => [abstract.attributes['w:abstractNumId'] ?? '', abstract]),
  );
  const byId = new Map(elements(numbers).map((num) => [num.attributes['w:numId'] ?? '', num]));
  const styleById = new Map(
    elements(styles)
      .filter(({ name }) => name === 'w:style')
      .map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  return {
    level(numId, level) {
      const num = byId.get(numId);
      const abstract = abstracts.get(value(num, 'w:abstractNumId'));
      const own = (e: XmlElement) => e.attributes['w:ilvl'] === String(level);
      const found = abstract && elements(abstract).find((e) => e.name === 'w:lvl' && own(e));
      const override = num && elements(num).find((e) => e.name === 'w:lvlOverride' && own(e));
      return (
        found && {
          format: value(found, 'w:numFmt'),
          text: value(found, 'w:lvlText'),
          start: Number(value(override, 'w:startOverride') || value(found, 'w:start')),
        }
      );
    },
    ofStyle(id) {
      for (let style = styleById.get(id); style; style = styleById.get(value(style, 'w:basedOn'))) {
        const numPr = child(child(style, 'w:pPr'), 'w:numPr');
        if (numPr) return { numId: value(numPr, 'w:numId'), level: Number(value(numPr, 'w:ilvl')) };
      }
      return undefined;
    },
  };
}

/** The number or bullet of a paragraph, and the count of its list with it. */
function markerOf(
  paragraph: XmlElement,
  numbering: Numbering,
  counts: Map<string, number>,
  arabicDigits: boolean,
): string {
  const properties = child(paragraph, 'w:pPr');
  const own = child(properties, 'w:numPr');
  const link = own
    ? { numId: value(own, 'w:numId'), level: Number(value(own, 'w:ilvl')) }
    : numbering.ofStyle(value(properties, 'w:pStyle'));
  const level = link && numbering.level(link.numId, link.level);
  if (!level) return '';
  if (level.format === 'bullet') return `${level.text} `;
  const key = `${link.numId} ${link.level}`;
  const count = counts.has(key) ? counts.get(key)! + 1 : level.start;
  counts.set(key, count);
  const number = formatted(count, level.format, arabicDigits);
  return `${level.text.replace(`%${link.level + 1}`, number)} `;
}

const han = '〇一二三四五六七八九';

/** A number up to 99 in a format of ST_NumberFormat; in Arabic Word shows digits as its reader has them set. */
function formatted(count: number, format: string, arabicDigits: boolean): string {
  if (/Counting/.test(format)) {
    const tens = Math.floor(count / 10);
    const unit = count % 10 === 0 && tens > 0 ? '' : han[count % 10]!;
    return tens === 0 ? unit : `${tens === 1 ? '' : han[tens]}十${unit}`;
  }
  if (format !== 'decimal') throw new Error(`the format ${format} is not read`);
  return arabicDigits
    ? String(count).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
    : String(count);
}

/** The runs of a paragraph, those of links, fields and controls too; not what a control is called where it says so itself. */
function textOf(element: XmlElement): string {
  if (element.name === 'w:t') return element.children.join('');
  if (element.name === 'w:br' || element.name === 'w:tab') return ' ';
  if (element.name === 'w:drawing' || element.name === 'w:footnoteReference') return '';
  const parts = elements(element);
  return parts
    .map((part, index) => {
      const next = parts[index + 1];
      const title = next?.name === 'w:sdt' ? value(child(next, 'w:sdtPr'), 'w:alias') : '';
      const text = textOf(part);
      return title !== '' && text === `${title} ` ? '' : text;
    })
    .join('');
}
