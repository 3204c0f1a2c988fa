import type { LeavingOut } from './leaving-out.ts';
import type { ReadInline, ReadMarks } from './model.ts';
import { childOf, childrenOf, isOn, type PartElement, textOf, valOf } from './parse-part.ts';
import type { ReadStyles } from './read-styles.ts';
import type { Relationship } from './relationships.ts';

/** What inline content is read with. */
export interface InlineReading {
  readonly styles: ReadStyles;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly leftOut: LeavingOut;
}

/** What a stretch of a paragraph stands in. */
interface Around {
  readonly href: string | undefined;
  /** Style of the paragraph. */
  readonly paragraph: string | undefined;
}

/** A field being read: its instruction, and whether that has ended and its result has begun. */
interface OpenField {
  instruction: string;
  inResult: boolean;
}

/** The inline content of a paragraph; runs that only editors tell apart are one. */
export function readInlines(
  paragraph: PartElement,
  style: string | undefined,
  reading: InlineReading,
): readonly ReadInline[] {
  const reader = new InlineReader(reading);
  reader.children(paragraph, { href: undefined, paragraph: style });
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
  private readonly fields: OpenField[] = [];

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
    const outside = this.reading.relationships.get(attributes['r:id'] ?? '')?.target;
    return outside ?? (anchor === undefined ? undefined : `#${anchor}`);
  }

  /** A content control is a blank by its tag; one without holds text like any other. */
  private control(element: PartElement, around: Around): void {
    const properties = childOf(element, 'w:sdtPr');
    const name = valOf(properties, 'w:tag');
    const content = childOf(element, 'w:sdtContent');
    if (name === undefined || !content) {
      if (content) this.children(content, around);
      return;
    }
    const isEmpty = isOn(properties, 'w:showingPlcHdr') === true;
    const inner = new InlineReader(this.reading);
    inner.children(content, around);
    const text = isEmpty ? '' : inner.inlines.map((each) => (each.kind === 'text' ? each.text : '')).join('');
    this.inlines.push({ kind: 'blank', name, text: isRule(text) ? '' : text });
  }

  private run(run: PartElement, around: Around): void {
    const properties = childOf(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) return;
    const marks = this.marksOf(properties, around);
    for (const child of childrenOf(run)) this.runChild(child, marks, around);
  }

  private runChild(child: PartElement, marks: ReadMarks, around: Around): void {
    const { leftOut } = this.reading;
    const field = this.fields.at(-1);
    switch (child.name) {
      case 'w:fldChar':
        return this.fieldPart(child.attributes['w:fldCharType'] ?? '');
      case 'w:instrText':
        if (field) field.instruction += textOf(child);
        return;
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
      case 'mc:AlternateContent':
        return this.drawing(child);
      case 'w:object':
        return leftOut.count('object');
      default:
        if (!silent.has(child.name)) this.element(child, around);
    }
  }

  private drawing(element: PartElement): void {
    if (descendantOf(element, 'w:txbxContent')) return this.reading.leftOut.count('text box');
    const properties = descendantOf(element, 'wp:docPr');
    const alternative = properties?.attributes.descr ?? '';
    if (!properties) return this.reading.leftOut.count('drawing');
    this.push({ kind: 'picture', alternative });
  }

  private fieldPart(type: string): void {
    if (type === 'begin') this.fields.push({ instruction: '', inResult: false });
    else if (type === 'end') this.fields.pop();
    else if (type === 'separate' && this.fields.length > 0) this.fields.at(-1)!.inResult = true;
  }

  private text(text: string, marks: ReadMarks): void {
    if (this.isHidden() || text === '') return;
    const href = this.fields.map(({ instruction }) => linkOf(instruction)).find((link) => link !== undefined);
    this.inlines.push({ kind: 'text', text, ...marks, href: href ?? marks.href });
  }

  private push(inline: ReadInline): void {
    if (!this.isHidden()) this.inlines.push(inline);
  }

  private isHidden(): boolean {
    return this.fields.some(({ inResult }) => !inResult);
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
    const has = (mark: 'w:b' | 'w:i') => isOn(properties, mark) === true && !styles.hasMark(paragraph, mark);
    return {
      isStrong: name === 'strong' || has('w:b'),
      isEmphasis: name === 'emphasis' || has('w:i'),
      isCode: name === 'code',
      href,
    };
  }
}

/** The address in a HYPERLINK field, `#name` for a place in the document. */
function linkOf(instruction: string): string | undefined {
  const [, local, address] = /^\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"/i.exec(instruction) ?? [];
  return address === undefined ? undefined : `${local ? '#' : ''}${address}`;
}

const isLineBreak = ({ attributes }: PartElement) => !['page', 'column'].includes(attributes['w:type'] ?? '');

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
