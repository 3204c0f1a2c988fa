import type { XmlElement } from '../../../../src/docx/xml.ts';
import { child, elements, type Rule, value } from '../rule.ts';

/** Headings that leave out a level, so that the outline of the document has a hole. */
export const headings: Rule = (pack, report) => {
  const root = pack.parts.get('word/styles.xml');
  const styles = new Map(
    (root ? elements(root) : []).map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const levelOf = (id: string, left = 20): number => {
    const style: XmlElement | undefined = styles.get(id);
    if (!style || left === 0) return 9;
    const own = value(child(style, 'w:pPr'), 'w:outlineLvl');
    return own === '' ? levelOf(value(style, 'w:basedOn'), left - 1) : Number(own);
  };
  let last = -1;
  return {
    on: {
      'w:pStyle': (element, { part, parents }) => {
        if (part !== 'word/document.xml' || !parents.some(({ name }) => name === 'w:p')) return;
        const level = levelOf(value(element));
        if (level >= 9) return;
        const isFirst = last < 0;
        if (!isFirst && level > last + 1)
          report('heading-jump', part, `${value(element)} follows level ${last + 1}`);
        last = level;
      },
    },
  };
};
