import { walkXml, type XmlElement } from '../../../src/docx/xml.ts';
import { pretty } from './package.ts';
import { attributeOf, paragraphTexts } from './read.ts';

type Node = XmlElement | string;

/** What becomes of tracked changes. */
export type Verdict = 'accept' | 'reject';

const isElement = (node: Node): node is XmlElement => typeof node !== 'string';

/**
 * A part as it is when all tracked changes are accepted or rejected (ECMA-376 Part 1 §17.13.5): what is refused goes, runs,
 * rows and controls alike; a paragraph whose mark goes runs on into the next one, whose properties stay.
 */
export function settle(element: XmlElement, verdict: Verdict): XmlElement {
  const refused = verdict === 'accept' ? 'w:del' : 'w:ins';
  const ranges = verdict === 'accept' ? 'w:customXmlDelRange' : 'w:customXmlInsRange';
  const runs = (nodes: readonly Node[]): readonly Node[] => {
    const result: Node[] = [];
    let isInRange = false;
    for (const node of nodes) {
      if (!isElement(node)) result.push(node);
      else if (node.name === `${ranges}Start` || node.name === `${ranges}End`)
        isInRange = node.name.endsWith('Start');
      else if (/^w:customXml(Del|Ins)Range/.test(node.name) || isInRange || node.name === refused) continue;
      else if (node.name === 'w:ins' || node.name === 'w:del') result.push(...runs(node.children));
      else result.push({ ...node, name: kept[node.name] ?? node.name, children: runs(node.children) });
    }
    return result;
  };
  const blocks = (nodes: readonly Node[]): readonly Node[] => {
    const result: Node[] = [];
    let open: readonly Node[] = [];
    for (const node of nodes) {
      if (isElement(node) && node.name === 'w:p') {
        const [properties, content] = [
          propertiesOf(node),
          node.children.filter((child) => !isProperties(child)),
        ];
        const joined = [...open, ...runs(content)];
        if (markOf(properties)?.includes(refused)) open = joined;
        else {
          result.push({ ...node, children: [...(properties ? [withoutMark(properties)] : []), ...joined] });
          open = [];
        }
      } else if (!isElement(node)) result.push(node);
      else if (node.name === 'w:tr' && childNames(node, 'w:trPr').includes(refused)) continue;
      else if (node.name === 'w:tbl' && tableRows(node, refused) === 0) continue;
      else result.push({ ...node, children: blocks(node.children) });
    }
    return result;
  };
  return { ...element, children: blocks(element.children) };
}

const kept: Readonly<Record<string, string>> = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' };

const isProperties = (node: Node) => isElement(node) && node.name === 'w:pPr';
const propertiesOf = (paragraph: XmlElement) => paragraph.children.filter(isElement).find(isProperties);

function childNames(element: XmlElement | undefined, name: string): readonly string[] {
  const child = element?.children.filter(isElement).find((each) => each.name === name);
  return child?.children.filter(isElement).map((each) => each.name) ?? [];
}

const markOf = (properties: XmlElement | undefined) => childNames(properties, 'w:rPr');

function withoutMark(properties: XmlElement): XmlElement {
  const children = properties.children.flatMap((child): readonly Node[] => {
    if (!isElement(child) || child.name !== 'w:rPr') return [child];
    const rest = child.children.filter(
      (each) => isElement(each) && each.name !== 'w:ins' && each.name !== 'w:del',
    );
    return rest.length > 0 ? [{ ...child, children: rest }] : [];
  });
  return { ...properties, children };
}

const tableRows = (table: XmlElement, refused: string) =>
  table.children.filter(
    (row) => isElement(row) && row.name === 'w:tr' && !childNames(row, 'w:trPr').includes(refused),
  ).length;

/** Paragraphs as a reader has them: whether they are numbered, their text, and the texts of the notes they call. */
export function reading(body: XmlElement, footnotes?: XmlElement): string[] {
  const notes = footnotes ? [...walkXml(footnotes)].filter(({ name }) => name === 'w:footnote') : [];
  return paragraphsOf(body).map((paragraph) => {
    const called = [...walkXml(paragraph)]
      .filter(({ name }) => name === 'w:footnoteReference')
      .map(({ attributes }) => notes.find((note) => note.attributes['w:id'] === attributes['w:id'])!)
      .map((note) => ` [${paragraphTexts(note).join(' ').trim()}]`);
    const marker = attributeOf(paragraph, 'w:numId') === undefined ? '' : '# ';
    return `${marker}${paragraphTexts(paragraph)[0]}${called.join('')}`;
  });
}

/** What a reader sees of the changes: `[-gone-]`, `{+new+}`, and `¶` for the ends of paragraphs that come or go. */
export function markedTexts(body: XmlElement): string[] {
  const show = (element: XmlElement): string => {
    if (element.name === 'w:t' || element.name === 'w:delText') return element.children.join('');
    const inner = element.children.map((child) => (typeof child === 'string' ? '' : show(child))).join('');
    if (element.name === 'w:ins' && inner !== '') return `{+${inner}+}`;
    return element.name === 'w:del' && inner !== '' ? `[-${inner}-]` : inner;
  };
  return paragraphsOf(body).map((paragraph) => {
    const mark = pretty(paragraph).match(/w:rPr\n\s+w:(ins|del) /)?.[1];
    return show(paragraph) + (mark === 'ins' ? '{+¶+}' : mark === 'del' ? '[-¶-]' : '');
  });
}

const paragraphsOf = (body: XmlElement) => [...walkXml(body)].filter(({ name }) => name === 'w:p');
