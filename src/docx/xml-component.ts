import type { XmlComponent } from 'docx';
import type { XmlElement } from './xml.ts';

type Builder = Pick<typeof import('docx'), 'BuilderElement'>;

/** An element as docx builds them. */
export function xmlComponent({ name, attributes, children }: XmlElement, docx: Builder): XmlComponent {
  const entries = Object.entries(attributes).map(([key, value]) => [key, { key, value }]);
  return new docx.BuilderElement({
    name,
    ...(entries.length > 0 && { attributes: Object.fromEntries(entries) }),
    // docx takes a text for a child, though its types do not say so.
    children: children.map((child) =>
      typeof child === 'string' ? (child as unknown as XmlComponent) : xmlComponent(child, docx),
    ),
  });
}
