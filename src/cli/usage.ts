/**
 * What commander says of a command that it cannot parse, in the form of every other error:
 *
 *     error usage: unknown option '--lokale'
 *       hint: Did you mean --locale?
 */
export function explainUsage(said: string): string {
  const [first = '', ...more] = said.trimEnd().split('\n');
  // Of an argument it says in one line what is wrong and what would be right.
  const [, message, correct] = /^error: (.*? is invalid|.*?)(?:\. (.*?))?\.?$/.exec(first) ?? ['', first];
  const suggestion = /^\((.*)\)$/.exec(more.join(' '))?.[1];
  const hint = suggestion ?? correct ?? 'campaign-pack --help shows what there is';
  return `error usage: ${message}\n  hint: ${hint}\n`;
}
