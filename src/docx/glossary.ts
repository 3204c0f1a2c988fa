import { mainNamespace } from './namespaces.ts';
import { val, walkXml, type XmlElement, xml } from './xml.ts';

/** The glossary of a document with its own styles (§17.12): what stands in content controls that are empty. */
export interface Glossary {
  readonly document: XmlElement;
  readonly styles: XmlElement;
}

/** The styles that entries of the glossary need. */
const used: ReadonlySet<string> = new Set(['Normal', 'DefaultParagraphFont', 'PlaceholderText']);

/**
 * The glossary that the blanks of the text ask for, each length of line once: where what was typed is deleted, the line
 * comes back, and not a request in the language of whoever's Word it is. Undefined where there are no blanks.
 */
export function glossaryOf(texts: readonly XmlElement[], styles: XmlElement): Glossary | undefined {
  const names = new Map<string, string>();
  for (const text of texts) {
    for (const control of walkXml(text)) {
      if (control.name !== 'w:sdt') continue;
      const name = [...walkXml(control)].find((element) => element.name === 'w:docPart')?.attributes['w:val'];
      if (name !== undefined && !names.has(name)) names.set(name, textOf(control));
    }
  }
  if (names.size === 0) return undefined;
  const entries = [...names].map(([name, text], index) => entry(name, text, index));
  return {
    document: xml('w:glossaryDocument', { 'xmlns:w': mainNamespace }, [xml('w:docParts', {}, entries)]),
    styles: {
      ...styles,
      children: styles.children.filter(
        (child) =>
          typeof child !== 'string' &&
          (child.name !== 'w:style' || used.has(child.attributes['w:styleId'] ?? '')),
      ),
    },
  };
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function entry(name: string, text: string, index: number): XmlElement {
  const number = (index + 1).toString(16).toUpperCase().padStart(12, '0');
  return xml('w:docPart', {}, [
    xml('w:docPartPr', {}, [
      val('w:name', name),
      xml('w:category', {}, [val('w:name', 'General'), val('w:gallery', 'placeholder')]),
      xml('w:types', {}, [val('w:type', 'bbPlcHdr')]),
      xml('w:behaviors', {}, [val('w:behavior', 'content')]),
      val('w:guid', `{00000000-0000-4000-8000-${number}}`),
    ]),
    xml('w:docPartBody', {}, [
      xml('w:p', {}, [
        xml('w:pPr', {}, [val('w:pStyle', 'Normal')]),
        xml('w:r', {}, [xml('w:rPr', {}, [val('w:rStyle', 'PlaceholderText')]), xml('w:t', {}, [text])]),
      ]),
    ]),
  ]);
}
