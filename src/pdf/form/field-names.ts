import type { Field } from '../../layout/paged-document.ts';

/**
 * Groups what is to be filled in by the names that the file gives the fields, in the order of first use: those of one
 * name and kind have one value, those without a name one each. A point would part a name (ISO 32000-1 §12.7.3.2).
 */
export function fieldNames<T>(
  all: readonly T[],
  fieldOf: (one: T) => Field,
): ReadonlyMap<string, readonly T[]> {
  const byField = new Map<string, T[]>();
  const groups: { readonly wanted: string; readonly members: T[] }[] = [];
  for (const one of all) {
    const { name, kind } = fieldOf(one);
    const key = `${kind} ${name}`;
    const known = name === '' ? undefined : byField.get(key);
    if (known) {
      known.push(one);
      continue;
    }
    const members = [one];
    byField.set(key, members);
    groups.push({ wanted: name.replaceAll('.', '-') || 'field', members });
  }
  const named = new Map<string, readonly T[]>();
  for (const { wanted, members } of groups) named.set(unused(wanted, named), members);
  return named;
}

/** The name, with a number behind it where it is taken. */
function unused(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}
