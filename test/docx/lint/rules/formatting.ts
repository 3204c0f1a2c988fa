import type { XmlElement } from '../../../../src/docx/xml.ts';
import { holdsText } from '../package.ts';
import { elements, type Rule } from '../rule.ts';

/** A style, a language and a direction; the number of a list; a bold or italic that is taken back. */
const run = new Set(['w:rStyle', 'w:lang', 'w:rtl', 'w:cs', 'w:ins', 'w:del']);
const paragraph = new Set(['w:pStyle', 'w:bidi', 'w:numPr', 'w:sectPr', 'w:pageBreakBefore', 'w:rPr']);
const takenBack = new Set(['w:b', 'w:bCs', 'w:i', 'w:iCs']);

/** Rules above notes, which have no style in Word either, and the texts of drawings. */
function isExempt(part: string, parents: readonly XmlElement[]): boolean {
  if (!holdsText(part)) return true;
  return parents.some(
    ({ name, attributes }) =>
      name === 'w:txbxContent' || (name === 'w:footnote' && attributes['w:type'] !== undefined),
  );
}

/** Looks that stand in the text and in no style: whoever changes the style would change all but these. */
export const formatting: Rule = (_, report) => ({
  on: {
    'w:rPr': (element, { part, parents }) => {
      if (isExempt(part, parents) || parents.at(-1)?.name === 'w:rPrChange') return;
      for (const { name, attributes } of elements(element)) {
        if (run.has(name) || (takenBack.has(name) && /^(0|false)$/.test(attributes['w:val'] ?? ''))) continue;
        report('direct-formatting', part, `${name} ${attributes['w:val'] ?? ''}`);
      }
    },
    'w:pPr': (element, { part, parents }) => {
      if (isExempt(part, parents) || parents.at(-1)?.name === 'w:pPrChange') return;
      for (const { name } of elements(element))
        if (!paragraph.has(name) && name !== 'w:pPrChange') report('direct-formatting', part, name);
      if (!elements(element).some(({ name }) => name === 'w:pStyle')) report('unstyled', part, 'a paragraph');
    },
    'w:p': (element, { part, parents }) => {
      const isPlain = !isExempt(part, parents) && !elements(element).some(({ name }) => name === 'w:pPr');
      if (isPlain) report('unstyled', part, 'a paragraph');
    },
  },
});
