import type { NamedStringPlace } from '../../style/properties/generated-values.ts';
import type { PageStrings } from '../paint/painter.ts';

/** A named string on one page (css-gcpm-3 §1.2.1); empty where it was never given. */
export function namedString(
  pages: readonly ReadonlyMap<string, PageStrings>[],
  page: number,
  name: string,
  which: NamedStringPlace,
): string {
  const here = pages[page]?.get(name);
  if (!here) return valueBefore(pages, page, name);
  switch (which) {
    case 'first':
      return here.first;
    case 'last':
      return here.last;
    case 'start':
      return here.atStart ? here.first : valueBefore(pages, page, name);
    case 'first-except':
      return '';
  }
}

/** What it was last given on the pages before. */
function valueBefore(pages: readonly ReadonlyMap<string, PageStrings>[], page: number, name: string): string {
  for (let i = page - 1; i >= 0; i--) {
    const before = pages[i]?.get(name);
    if (before) return before.last;
  }
  return '';
}
