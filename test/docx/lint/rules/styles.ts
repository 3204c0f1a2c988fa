import type { XmlElement } from '../../../../src/docx/xml.ts';
import { besides } from '../package.ts';
import { child, elements, onlyOnce, type Rule, value } from '../rule.ts';

const kinds: Readonly<Record<string, string>> = {
  'w:pStyle': 'paragraph',
  'w:rStyle': 'character',
  'w:tblStyle': 'table',
};

/** Styles that are named and not there, that are there twice, or that are based on themselves. */
export const styles: Rule = (pack, report) => {
  const stylesOf = (part: string): ReadonlyMap<string, XmlElement> => {
    const root = pack.parts.get(besides(part, 'styles.xml'));
    const all = root ? elements(root).filter(({ name }) => name === 'w:style') : [];
    return new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  };
  const known = new Map<string, ReadonlyMap<string, XmlElement>>();
  const styleIn = (part: string, id: string): XmlElement | undefined => {
    const folder = besides(part, '');
    const map = known.get(folder) ?? stylesOf(part);
    known.set(folder, map);
    return map.get(id);
  };
  const use = (element: XmlElement, { part }: { readonly part: string }): void => {
    const style = styleIn(part, value(element));
    if (style?.attributes['w:type'] !== kinds[element.name])
      report('style-unknown', part, `${element.name} ${value(element)}`);
  };
  const other = (
    element: XmlElement,
    { part, parents }: { readonly part: string; readonly parents: readonly XmlElement[] },
  ): void => {
    const style = styleIn(part, value(element));
    const own = parents.at(-1)?.attributes['w:type'];
    const isPair = element.name === 'w:link';
    if (!style || (!isPair && style.attributes['w:type'] !== own))
      report('style-unknown', part, `${element.name} ${value(element)}`);
  };
  const ids = onlyOnce();
  const names = onlyOnce();
  return {
    on: {
      'w:pStyle': use,
      'w:rStyle': use,
      'w:tblStyle': use,
      'w:basedOn': other,
      'w:next': other,
      'w:link': other,
      'w:style': (style, { part }) => {
        const id = style.attributes['w:styleId'] ?? '';
        const name = value(style, 'w:name');
        if (ids(`${part} ${id}`)) report('style-twice', part, `id ${id}`);
        if (names(`${part} ${name.toLowerCase()}`)) report('style-twice', part, `name ${name}`);
        if (name === '' || id === '') report('style-unnamed', part, id);
        const seen = new Set<XmlElement>([style]);
        for (
          let at = styleIn(part, value(style, 'w:basedOn'));
          at;
          at = styleIn(part, value(at, 'w:basedOn'))
        ) {
          if (seen.has(at)) return report('style-cycle', part, id);
          seen.add(at);
        }
        const link = child(style, 'w:link');
        if (link && value(styleIn(part, value(link)), 'w:link') !== id)
          report('style-unknown', part, `${id} is linked one way`);
      },
    },
  };
};
