import { countWords } from '../../unicode/words.ts';
import type { SourceDocument } from '../document.ts';
import { clauseSections } from './clause-items.ts';
import { clauseText } from './clause-text.ts';

/**
 * Words of a resolution as unions count them: of its clauses, without title, the words that open a section, and the
 * rationale, which is not voted on. Each ideograph counts as one, and a variable as one.
 */
export function countClauseWords(document: SourceDocument): number {
  return clauseSections(document)
    .filter(({ name }) => name !== 'rationale')
    .flatMap(({ items }) => items)
    .map((item) => clauseText(item, document.source))
    .map((units) => units.map(({ character }) => character).join(''))
    .reduce((sum, text) => sum + countWords(text.replace(/\{\{[^}]*\}\}/g, 'x')), 0);
}
