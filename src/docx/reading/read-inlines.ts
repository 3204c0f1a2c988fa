import { addressOf, linkOf, type OpenFields } from './fields.ts';
import type { LeavingOut } from './leaving-out.ts';
import type { ReadInline, ReadMarks } from './model.ts';
import { alternativeOf, childOf, childrenOf, isOn, type PartElement, textOf, valOf } from './parse-part.ts';
import type { ReadStyles } from './read-styles.ts';
import type { Relationship } from './relationships.ts';

/** What inline content is read with. */
export interface InlineReading {
  readonly styles: ReadStyles;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly leftOut: LeavingOut;
  /** Of the story that is read. */
  readonly fields: OpenFields;
}

/** What a stretch of a paragraph stands in. */
interface Around {
  readonly href: string | undefined;
  /** Style of the paragraph. */
  readonly paragraph: string | undefined;
}

/** The inline content of a paragraph, or of several that are one; runs that only editors tell apart are one. */
export function readInlines(
  paragraphs: readonly PartElement[],
  style: string | undefined,
  reading: InlineReading,
): readonly ReadInline[] {
  const reader = new InlineReader(reading);
  for (const each of paragraphs) reader.children(each, { href: undefined, paragraph: style });
  reading.fields.endParagraph();
  return merged(reader.inlines);
}

/** What has nothing to show, or stands elsewhere. */
const silent: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:del',
  'w:moveFrom',
  'w:smartTagPr',
  'w:customXmlPr',
]);

class InlineReader {
  readonly inlines: ReadInline[] = [];
  private readonly reading: InlineReading;

  constructor(reading: InlineReading) {
    this.reading = reading;
  }

  children(element: PartElement, around: Around): void {
    for (const child of childrenOf(element)) this.element(child, around);
  }

  private element(element: PartElement, around: Around): void {
    const { leftOut } = this.reading;
    switch (element.name) {
      case 'w:r':
        return this.run(element, around);
      case 'w:hyperlink':
        return this.children(element, { ...around, href: this.addressOf(element) ?? around.href });
      case 'w:fldSimple':
        return this.children(element, {
          ...around,
          href: linkOf(element.attributes['w:instr'] ?? '') ?? around.href,
        });
      case 'w:sdt':
        return this.control(element, around);
      case 'w:rt':
        return leftOut.count('ruby text');
      case 'mc:AlternateContent':
        return this.alternatives(element, (inner) => this.children(inner, around));
      case 'm:oMath':
      case 'm:oMathPara':
        return leftOut.count('equation');
      case 'w:ins':
      case 'w:moveTo':
        leftOut.count(element.name === 'w:ins' ? 'tracked change' : 'moved passage');
        return this.children(element, around);
      default:
        if (element.name === 'w:del') leftOut.count('tracked change');
        if (!silent.has(element.name)) this.children(element, around);
    }
  }

  private addressOf({ attributes }: PartElement): string | undefined {
    const anchor = attributes['w:anchor'];
    return addressOf(this.reading.relationships.get(attributes['r:id'] ?? '')?.target, anchor);
  }

  /** A content control is a blank by its tag; one without holds text like any other. */
  private control(element: PartElement, around: Around): void {
    const properties = childOf(element, 'w:sdtPr');
    const name = valOf(properties, 'w:tag');
    const content = childOf(element, 'w:sdtContent');
    if (name === undefined || isMarkOfGoogle(name) || !content) {
      if (content) this.children(content, around);
      return;
    }
    const isEmpty = isOn(properties, 'w:showingPlcHdr') === true;
    const inner = new InlineReader(this.reading);
    inner.children(content, around);
    const text = isEmpty ? '' : inner.inlines.map((each) => (each.kind === 'text' ? each.text : '')).join('');
    this.push({ kind: 'blank', name, text: isRule(text) ? '' : text });
  }

  private run(run: PartElement, around: Around): void {
    const properties = childOf(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) return;
    const marks = this.marksOf(properties, around);
    for (const child of childrenOf(run)) this.runChild(child, marks, around);
  }

  private runChild(child: PartElement, marks: ReadMarks, around: Around): void {
    const { leftOut } = this.reading;
    switch (child.name) {
      case 'w:fldChar':
        return this.reading.fields.mark(child.attributes['w:fldCharType'] ?? '');
      case 'w:instrText':
        return this.reading.fields.instruct(textOf(child));
      case 'w:t':
        return this.text(textOf(child), marks);
      case 'w:tab':
        return this.text('\t', marks);
      case 'w:noBreakHyphen':
        return this.text('\u2011', marks);
      case 'w:softHyphen':
        return this.text('\u00ad', marks);
      case 'w:br':
      case 'w:cr':
        if (isLineBreak(child)) this.push({ kind: 'break' });
        return;
      case 'w:footnoteReference':
        return this.push({ kind: 'note', id: child.attributes['w:id'] ?? '' });
      case 'w:endnoteReference':
        return leftOut.count('endnote');
      case 'w:drawing':
      case 'w:pict':
        return this.drawing(child);
      case 'mc:AlternateContent':
        return this.alternatives(child, (inner) => {
          for (const each of childrenOf(inner)) this.runChild(each, marks, around);
        });
      case 'w:sym':
        return leftOut.count('symbol');
      case 'w:object':
        return leftOut.count('object');
      default:
        if (!silent.has(child.name)) this.element(child, around);
    }
  }

  /** A drawing for newer programs, and one for others, are one. */
  private alternatives(element: PartElement, read: (inner: PartElement) => void): void {
    if (descendantOf(element, 'w:drawing') ?? descendantOf(element, 'w:pict')) return this.drawing(element);
    const inner = alternativeOf(element);
    if (inner) read(inner);
  }

  private drawing(element: PartElement): void {
    if (descendantOf(element, 'w:txbxContent')) return this.reading.leftOut.count('text box');
    const properties = descendantOf(element, 'wp:docPr');
    const alternative = properties?.attributes.descr ?? '';
    if (!properties) return this.reading.leftOut.count('drawing');
    this.push({ kind: 'picture', alternative });
  }

  private text(text: string, marks: ReadMarks): void {
    if (text === '') return;
    this.push({ kind: 'text', text, ...marks, href: this.reading.fields.href() ?? marks.href });
  }

  private push(inline: ReadInline): void {
    if (!this.reading.fields.isInstruction()) this.inlines.push(inline);
  }

  /** Looks by which readers tell each other something, such as what is to go. */
  private noteLook(properties: PartElement | undefined): void {
    const { leftOut } = this.reading;
    if (isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike')) leftOut.count('struck passage');
    if ((valOf(properties, 'w:highlight') ?? 'none') !== 'none') leftOut.count('highlighted passage');
  }

  private marksOf(properties: PartElement | undefined, { href, paragraph }: Around): ReadMarks {
    const { styles } = this.reading;
    const id = valOf(properties, 'w:rStyle');
    const name = id === undefined ? '' : styles.nameOf(id).toLowerCase();
    this.noteLook(properties);
    const isMark = name === 'strong' || name === 'emphasis';
    // The style of what is both is the one of either with the look of the other.
    const has = (mark: 'w:b' | 'w:i') =>
      (isOn(properties, mark) ?? (isMark && styles.hasMark(id, mark))) && !styles.hasMark(paragraph, mark);
    return {
      isStrong: name === 'strong' || has('w:b'),
      isEmphasis: name === 'emphasis' || has('w:i'),
      isCode: name === 'code',
      href,
    };
  }
}

const isLineBreak = ({ attributes }: PartElement) => !['page', 'column'].includes(attributes['w:type'] ?? '');

/** Google Docs puts controls of its own around whatever was commented on or suggested. */
const isMarkOfGoogle = (tag: string) => /^goog_rdk_\d+$/.test(tag);

/** A line to write on, of low lines or an empty box. */
const isRule = (text: string) => /^(?:_{2,}|☐)$/.test(text.trim());

function descendantOf(element: PartElement, name: string): PartElement | undefined {
  for (const child of childrenOf(element)) {
    const found = child.name === name ? child : descendantOf(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Text with the same marks is one; the line of a blank whose control is lost is a blank again. */
function merged(inlines: readonly ReadInline[]): readonly ReadInline[] {
  const result: ReadInline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (last?.kind === 'text' && inline.kind === 'text' && hasSameMarks(last, inline)) {
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    } else result.push(inline);
  }
  return result.flatMap(withBlanks);
}

const hasSameMarks = (a: ReadMarks, b: ReadMarks) =>
  a.isStrong === b.isStrong && a.isEmphasis === b.isEmphasis && a.isCode === b.isCode && a.href === b.href;

function withBlanks(inline: ReadInline): readonly ReadInline[] {
  if (inline.kind !== 'text' || !inline.text.includes('___')) return [inline];
  return inline.text.split(/(_{3,})/).flatMap((text): readonly ReadInline[] => {
    if (text === '') return [];
    return /^_{3,}$/.test(text) ? [{ kind: 'blank', name: '', text: '' }] : [{ ...inline, text }];
  });
}
