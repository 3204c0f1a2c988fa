import { elements, onlyOnce, type Rule, textOf } from '../rule.ts';

/** Properties of the document that come twice or are no dates, and one that lacks its title. */
export const properties: Rule = (pack, report) => {
  const custom = onlyOnce();
  return {
    on: {
      'cp:coreProperties': (element, { part }) => {
        const once = onlyOnce();
        for (const { name } of elements(element)) if (once(name)) report('property-twice', part, name);
        const title = elements(element).find(({ name }) => name === 'dc:title');
        if (!title || textOf(title).trim() === '') report('title-missing', part, 'dc:title');
      },
      'dcterms:created': (element, { part }) => date(textOf(element), part),
      'dcterms:modified': (element, { part }) => date(textOf(element), part),
      'w:date': (element, { part }) => {
        const full = element.attributes['w:fullDate'];
        if (full !== undefined) date(full, part);
      },
      property: (element, { part }) => {
        const { pid = '', name = '' } = element.attributes;
        if (Number(pid) < 2 || custom(pid) || custom(name)) report('property-twice', part, `${pid} ${name}`);
      },
    },
    end() {
      if (!pack.parts.has('docProps/core.xml')) report('title-missing', 'docProps/core.xml', 'no such part');
    },
  };

  /** W3CDTF (NOTE-datetime) of a day that there is. */
  function date(text: string, part: string): void {
    const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text);
    const time = Date.parse(text);
    if (!isWritten || Number.isNaN(time) || !new Date(time).toISOString().startsWith(text.slice(0, 10)))
      report('date-bad', part, text);
  }
};
