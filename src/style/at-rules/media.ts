import type { Component } from '../syntax/component.ts';
import { splitCommas } from '../syntax/component.ts';

/** What a media query comes to; `unknown` holds a feature that paper cannot answer. */
export type MediaAnswer = 'yes' | 'no' | 'unknown';

/**
 * Whether a media query list is for print (mediaqueries-5 §3). Known are the types, `not`, `and`, `or`, brackets,
 * and a few features of paper; a query with another feature is unknown, which does not match.
 */
export function evaluateMedia(components: readonly Component[]): MediaAnswer {
  const queries = splitCommas(components);
  if (queries.length === 1 && queries[0]!.length === 0) return 'yes';
  const answers = queries.map(evaluateQuery);
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function evaluateQuery(parts: readonly Component[]): MediaAnswer {
  const words = parts.map((part) => (part.type === 'ident' ? part.value.toLowerCase() : part));
  const prefix = words[0] === 'only' || words[0] === 'not' ? words[0] : undefined;
  const type = words[prefix ? 1 : 0];
  if (typeof type !== 'string' || type === 'not') return evaluateCondition(words);
  const rest = words.slice(prefix ? 2 : 1);
  if (rest.length > 0 && rest[0] !== 'and') return 'unknown';
  const matches: MediaAnswer = type === 'print' || type === 'all' ? 'yes' : 'no';
  const answer = rest.length === 0 ? matches : both(matches, evaluateCondition(rest.slice(1)));
  return prefix === 'not' ? negate(answer) : answer;
}

function evaluateCondition(words: readonly (string | Component)[]): MediaAnswer {
  if (words[0] === 'not') return negate(evaluateTerm(words[1]));
  let answer = evaluateTerm(words[0]);
  for (let at = 1; at < words.length; at += 2) {
    const next = evaluateTerm(words[at + 1]);
    if (words[at] === 'and') answer = both(answer, next);
    else if (words[at] === 'or') answer = either(answer, next);
    else return 'unknown';
  }
  return answer;
}

function evaluateTerm(term: string | Component | undefined): MediaAnswer {
  if (typeof term !== 'object' || term.type !== 'block' || term.bracket !== '(') return 'unknown';
  const inner = term.children.filter((child) => child.type !== 'space');
  const first = inner[0];
  if (first?.type === 'block' || (first?.type === 'ident' && first.value.toLowerCase() === 'not')) {
    return evaluateQuery(inner);
  }
  return evaluateFeature(inner);
}

/** Features whose answer is the same for every sheet of paper; a bare media type in brackets is taken as the type. */
function evaluateFeature(inner: readonly Component[]): MediaAnswer {
  const [name, colon, value] = inner;
  if (name?.type !== 'ident') return 'unknown';
  const feature = name.value.toLowerCase();
  if (feature === 'print' || feature === 'all') return 'yes';
  if (feature === 'screen') return 'no';
  if (feature === 'color' && !colon) return 'yes';
  const word = value?.type === 'ident' ? value.value.toLowerCase() : '';
  if (feature === 'hover' || feature === 'any-hover' || feature === 'update') {
    return word === 'none' ? 'yes' : 'no';
  }
  if (feature === 'scripting') return word === 'none' ? 'yes' : 'no';
  return 'unknown';
}

function negate(answer: MediaAnswer): MediaAnswer {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}

function both(a: MediaAnswer, b: MediaAnswer): MediaAnswer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

function either(a: MediaAnswer, b: MediaAnswer): MediaAnswer {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}
