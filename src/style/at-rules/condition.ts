import type { Component } from '../syntax/component.ts';

/** What a condition comes to; `unknown` holds something that cannot be answered here. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Answers one bracketed or functional term of a condition. */
export type EvaluateTerm = (term: Component) => Answer;

/**
 * Evaluates `not a`, `a and b`, `a or b` with brackets, as media queries and `@supports` share it
 * (css-conditional-3 §6). White space must be gone from the parts.
 */
export function evaluateCondition(parts: readonly Component[], evaluate: EvaluateTerm): Answer {
  if (wordOf(parts[0]) === 'not')
    return parts.length === 2 ? negate(evaluateTerm(parts[1], evaluate)) : 'unknown';
  let answer = evaluateTerm(parts[0], evaluate);
  const word = wordOf(parts[1]);
  for (let at = 1; at < parts.length; at += 2) {
    const next = evaluateTerm(parts[at + 1], evaluate);
    // `and` and `or` do not mix without brackets.
    if (wordOf(parts[at]) !== word) return 'unknown';
    if (word === 'and') answer = both(answer, next);
    else if (word === 'or') answer = either(answer, next);
    else return 'unknown';
  }
  return answer;
}

function evaluateTerm(term: Component | undefined, evaluate: EvaluateTerm): Answer {
  if (term?.type !== 'block' || term.bracket !== '(') return term ? evaluate(term) : 'unknown';
  const inner = term.children.filter((child) => child.type !== 'space');
  const isCondition =
    inner[0]?.type === 'block' || inner[0]?.type === 'function' || wordOf(inner[0]) === 'not';
  return isCondition ? evaluateCondition(inner, evaluate) : evaluate(term);
}

/** An identifier in lower case; empty for anything else. */
export function wordOf(component: Component | undefined): string {
  return component?.type === 'ident' ? component.value.toLowerCase() : '';
}

/** What is unknown stays so. */
export function negate(answer: Answer): Answer {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}

/** Kleene's three-valued and. */
export function both(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

function either(a: Answer, b: Answer): Answer {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}
