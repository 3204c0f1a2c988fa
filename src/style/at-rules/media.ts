import type { Component } from '../syntax/component.ts';
import { splitCommas } from '../syntax/component.ts';
import type { Answer } from './condition.ts';
import { both, evaluateCondition, negate, wordOf } from './condition.ts';
import type { Medium } from './media-features.ts';
import { evaluateFeature } from './media-features.ts';

/**
 * Whether a media query list is for print (mediaqueries-5 §3). Known are the types, `not`, `and`, `or`, brackets, and
 * the features of paper; a query with another feature is unknown, which does not match.
 */
export function evaluateMedia(components: readonly Component[], medium: Medium): Answer {
  const queries = splitCommas(components);
  if (queries.length === 1 && queries[0]!.length === 0) return 'yes';
  const answers = queries.map((query) => evaluateQuery(query, medium));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function evaluateQuery(parts: readonly Component[], medium: Medium): Answer {
  const first = wordOf(parts[0]);
  const prefix = first === 'only' || first === 'not' ? first : '';
  const typed = parts[prefix === '' ? 0 : 1];
  const type = wordOf(typed);
  const term = (component: Component): Answer =>
    component.type === 'block' && component.bracket === '(' ? evaluateFeature(component, medium) : 'unknown';
  if (type === '') return evaluateCondition(parts, term);
  const rest = parts.slice(prefix === '' ? 1 : 2);
  if (rest.length > 0 && wordOf(rest[0]) !== 'and') return 'unknown';
  const matches: Answer = type === 'print' || type === 'all' ? 'yes' : 'no';
  const answer = rest.length === 0 ? matches : both(matches, evaluateCondition(rest.slice(1), term));
  return prefix === 'not' ? negate(answer) : answer;
}
