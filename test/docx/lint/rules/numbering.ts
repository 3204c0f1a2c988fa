import type { XmlElement } from '../../../../src/docx/xml.ts';
import { child, elements, onlyOnce, type Place, type Rule, value } from '../rule.ts';

/** Lists that are not there, without a definition, or whose levels and styles do not agree on one another. */
export const numbering: Rule = (pack, report) => {
  const root = pack.parts.get('word/numbering.xml');
  const all = root ? elements(root) : [];
  const abstracts = new Map(
    all
      .filter(({ name }) => name === 'w:abstractNum')
      .map((abstract) => [abstract.attributes['w:abstractNumId'] ?? '', abstract]),
  );
  const numbers = new Map(
    all.filter(({ name }) => name === 'w:num').map((num) => [num.attributes['w:numId'] ?? '', num]),
  );
  const levelOf = (numId: string, level: string): XmlElement | undefined => {
    const abstract = abstracts.get(value(numbers.get(numId), 'w:abstractNumId'));
    return (
      abstract &&
      elements(abstract).find((l) => l.name === 'w:lvl' && l.attributes['w:ilvl'] === (level || '0'))
    );
  };
  const once = onlyOnce();
  const twice = (kind: string, id: string, part: string): void => {
    if (once(`${kind} ${id}`)) report('number-twice', part, `${kind} ${id}`);
  };
  return {
    on: {
      'w:numPr': (element, { part, parents }: Place) => {
        const numId = value(element, 'w:numId');
        const level = levelOf(numId, value(element, 'w:ilvl'));
        // 0 takes a list back (§17.9.18).
        if (numId === '0') return;
        if (!numbers.has(numId)) return report('number-unknown', part, `list ${numId}`);
        if (!level)
          return report('number-unknown', part, `list ${numId} has no level ${value(element, 'w:ilvl')}`);
        // A style's level names the style, so that both count the same.
        const style = parents.find(({ name }) => name === 'w:style')?.attributes['w:styleId'];
        if (style !== undefined && value(level, 'w:pStyle') !== style)
          report(
            'number-unlinked',
            part,
            `level of ${style} names ${value(level, 'w:pStyle') || 'no style'}`,
          );
      },
      'w:num': (element, { part }) => {
        twice('list', element.attributes['w:numId'] ?? '', part);
        const abstract = value(element, 'w:abstractNumId');
        if (!abstracts.has(abstract)) report('number-unknown', part, `definition ${abstract}`);
      },
      'w:abstractNum': (element, { part }) => {
        twice('definition', element.attributes['w:abstractNumId'] ?? '', part);
        const styles = onlyOnce();
        for (const level of elements(element).filter(({ name }) => name === 'w:lvl')) {
          const style = value(level, 'w:pStyle');
          if (style !== '' && styles(style)) report('number-twice', part, `levels of ${style}`);
          if (!child(level, 'w:lvlText')) report('number-unknown', part, 'a level without a text');
        }
      },
    },
  };
};
