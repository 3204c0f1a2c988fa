/** An element of a part: names carry their prefix, attributes keep their order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an element; an attribute that is undefined is left out. */
export function xml(
  name: string,
  attributes: Attributes = {},
  children: readonly (XmlElement | string | undefined)[] = [],
): XmlElement {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) kept[key] = String(value);
  }
  return { name, attributes: kept, children: children.filter((c) => c !== undefined) };
}

/** An element whose only attribute is `w:val`. */
export function val(name: string, value: string | number): XmlElement {
  return xml(name, { 'w:val': value });
}

/** An on/off element (ECMA-376 Part 1 §17.17.4). */
export function toggle(name: string, on: boolean): XmlElement {
  return on ? xml(name) : xml(name, { 'w:val': '0' });
}

/**
 * The object form that docx gives a component's XML (npm `xml`): one key, the name; its value is a text, an object
 * with `_attr`, or an array of both and of children.
 */
export function fromXmlable(object: unknown): XmlElement {
  const [name, content] = Object.entries(object as Record<string, unknown>)[0] ?? ['', undefined];
  const attributes: Record<string, string> = {};
  const children: (XmlElement | string)[] = [];
  const take = (part: unknown): void => {
    if (part === undefined || part === null) return;
    if (typeof part !== 'object') {
      children.push(String(part));
      return;
    }
    const attr = (part as { _attr?: Record<string, unknown> })._attr;
    if (attr === undefined) {
      if (Object.keys(part).length > 0) children.push(fromXmlable(part));
      return;
    }
    for (const [key, value] of Object.entries(attr)) {
      if (value !== undefined && value !== null) attributes[key] = String(value);
    }
  };
  if (Array.isArray(content)) content.forEach(take);
  else take(content);
  return { name, attributes, children };
}

/** Rebuilds a tree from the leaves up; children are mapped before their parent. */
export function mapXml(element: XmlElement, change: (element: XmlElement) => XmlElement): XmlElement {
  return change({
    ...element,
    children: element.children.map((child) => (typeof child === 'string' ? child : mapXml(child, change))),
  });
}

/** Every element of a tree in document order, the root first. */
export function* walkXml(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* walkXml(child);
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n\r]/g, (c) => (c === '"' ? '&quot;' : `&#${c.charCodeAt(0)};`));
}

function write(element: XmlElement, out: string[]): void {
  out.push('<', element.name);
  for (const [key, value] of Object.entries(element.attributes)) {
    out.push(' ', key, '="', escapeAttribute(value), '"');
  }
  if (element.children.length === 0) {
    out.push('/>');
    return;
  }
  out.push('>');
  for (const child of element.children) {
    if (typeof child === 'string') out.push(escapeText(child));
    else write(child, out);
  }
  out.push('</', element.name, '>');
}

/** A part as it stands in the package: declaration, one line, no white space that is not text. */
export function serializePart(root: XmlElement): string {
  const out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  write(root, out);
  return out.join('');
}
