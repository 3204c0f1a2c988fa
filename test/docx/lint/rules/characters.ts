import type { Rule } from '../rule.ts';

/** Text that stands in no `w:t` shows nowhere, and keys of the writer that were not replaced show where none should. */
export const characters: Rule = (_, report) => ({
  on: {
    '*': (element, { part }) => {
      if (
        !element.name.startsWith('w:') ||
        ['w:t', 'w:instrText', 'w:delText', 'w:delInstrText'].includes(element.name)
      )
        return;
      const text = element.children.filter((node) => typeof node === 'string').join('');
      if (text.trim() !== '') report('text-astray', part, `“${text}” in ${element.name}`);
    },
    'w:t': (element, { part, parents }) => {
      const inDeleted = parents.some(({ name }) => name === 'w:del');
      if (inDeleted) report('text-astray', part, 'w:t in w:del');
      const text = element.children.join('');
      if (/^\s|\s$/.test(text) && element.attributes['xml:space'] !== 'preserve')
        report('space-lost', part, `“${text}”`);
    },
  },
});
