import type { MarkupElement } from '../../content/markup.ts';
import type { Reporter } from '../cascade/reporter.ts';
import type { TargetAddress } from '../properties/generated-values.ts';

/** What `target-counter()` and `target-text()` may ask of an element with an `id` (css-content-3 §2.6). */
export interface Target {
  readonly element: MarkupElement;
  /** Values by the counter's name, the outermost first, where the element begins. */
  readonly counters: ReadonlyMap<string, readonly number[]>;
  /** The texts of its generated boxes. */
  readonly before: string;
  readonly after: string;
}

/** `page` and `pages` count pages, not elements (css-page-3 §7.1). */
export function pageCounter(name: string): 'page' | 'pages' | undefined {
  return name === 'page' || name === 'pages' ? name : undefined;
}

/** The element of this document that an address names; what is none is reported at the element that asks. */
export function targetOf(
  address: TargetAddress,
  from: MarkupElement,
  targets: ReadonlyMap<string, Target>,
  reporter: Reporter,
): { readonly id: string; readonly target: Target } | undefined {
  const url = address.kind === 'url' ? address.url : from.attributes[address.name];
  if (url === undefined || !url.startsWith('#')) {
    const message = 'only a #name of this document has counters and text to refer to';
    reporter.report('css-unsupported', message, from.span, 'Ask it of a[href^="#"] alone');
    return undefined;
  }
  const id = decoded(url.slice(1));
  const target = targets.get(id);
  if (target) return { id, target };
  reporter.report('reference-unknown', `no element has the id ${JSON.stringify(id)}`, from.span);
  return undefined;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The text inside an element, as written. */
export function textOf(element: MarkupElement): string {
  return element.children.map((child) => (child.type === 'text' ? child.text : textOf(child))).join('');
}

/** The text inside an element, its white space collapsed. */
export function readableText(element: MarkupElement): string {
  return textOf(element)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

/** With the punctuation before and after it (css-pseudo-4 §2.3); empty where there is none. */
export function firstLetter(text: string): string {
  return /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}]*[^\s]\p{M}*[\p{Pe}\p{Pf}\p{Po}]*/u.exec(text)?.[0] ?? '';
}
