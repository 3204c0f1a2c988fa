import type { XmlElement } from '../../../../src/docx/xml.ts';
import { onlyOnce, type Rule } from '../rule.ts';

const kinds = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange', 'w:pPrChange'];

/** Tracked changes without an id or a date of their own, or that nobody made (§17.13.5). */
export const revisions: Rule = (_, report) => {
  const ids = onlyOnce();
  const check = ({ name, attributes }: XmlElement, { part }: { readonly part: string }): void => {
    const { 'w:id': id = '', 'w:author': author = '', 'w:date': date } = attributes;
    if (id === '' || ids(id)) report('change-twice', part, `${name} ${id}`);
    if (author.trim() === '') report('change-author', part, `${name} ${id}`);
    if (date !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date)) report('date-bad', part, date);
  };
  return { on: Object.fromEntries(kinds.map((kind) => [kind, check])) };
};
