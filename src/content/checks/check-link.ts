import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';

const hint = 'Links begin with https:// http:// mailto: tel: or #';

/**
 * A link target, filled: http, https, mailto, tel, or `#` and the id of a clause. `isQr` leaves out `#`, which means
 * nothing on paper.
 */
export function checkLink(target: string, span: Span, ids: Iterable<string>, isQr = false): Diagnostic[] {
  const shown = JSON.stringify(target.slice(0, 80));
  const unsafe = (message: string) => [diagnose('link-unsafe', message, span, hint)];
  if (target === '') return unsafe('the link has no target');
  if (target.startsWith('#') && !isQr) {
    const id = target.slice(1);
    const known = [...ids];
    if (known.includes(id)) return [];
    const message = `there is no clause with the id ${JSON.stringify(id)}`;
    return [diagnose('reference-unknown', message, span, didYouMean(id, known))];
  }
  if (/[\s\u0000-\u0020\u007f]/u.test(target))
    return unsafe(`the link ${shown} has a space or control character`);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase();
  if (scheme === undefined) return unsafe(`the link ${shown} has no scheme`);
  if (scheme === 'http' || scheme === 'https') {
    if (/^https?:\/\/[^/]/i.test(target) && URL.canParse(target)) return [];
    return unsafe(`the link ${shown} is not a whole address`);
  }
  if (scheme === 'mailto' || scheme === 'tel') {
    return target.length > scheme.length + 1 ? [] : unsafe(`the link ${shown} has nothing behind ${scheme}:`);
  }
  return unsafe(`the link ${shown} has the scheme ${scheme}:`);
}
