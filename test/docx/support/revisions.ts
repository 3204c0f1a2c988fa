import type { XmlElement } from '../../../src/docx/xml.ts';

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
