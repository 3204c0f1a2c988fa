import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentName } from './source-text.ts';

/** What a kind prints in the margins of a page. */
export type Furniture = (page: number, pages: number) => readonly string[];

/**
 * Reads from a kind's style.css and template.hbs what its margin boxes say: `content` of strings, counters and quoted
 * texts, the strings set from attributes, the attributes from values of the template. A counter with a style of its
 * own is in the digits of the language. `large`: in large print, which the sheet has a media query for.
 */
export function readFurniture(
  templates: string,
  name: DocumentName,
  values: ReadonlyMap<string, string>,
  large: boolean,
): Furniture {
  const { kind, locale } = name;
  const sheet = readFileSync(join(templates, kind, 'style.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const css = withoutMedia(sheet, (query) => large && query.includes('-text: large'));
  const template = readFileSync(join(templates, kind, 'template.hbs'), 'utf8');
  const strings = new Map(
    [...css.matchAll(/string-set:([^;}]*)/g)].flatMap(([, list]) =>
      [...list!.matchAll(/([\w-]+)\s+attr\(([\w-]+)\)/g)].map(([, name, attribute]): [string, string] => {
        const set = new RegExp(`${attribute}="\\{\\{(.*?)\\}\\}"`).exec(template)?.[1] ?? '';
        return [name!, values.get(set) ?? ''];
      }),
    ),
  );
  const boxes = boxesOf(css, '');
  // The page that is named `cover` is the first.
  const first = new Map([...boxes, ...boxesOf(css, 'cover')]);
  return (page, pages) =>
    [...(page === 1 ? first : boxes).values()]
      .map((content) =>
        [...content.matchAll(/string\(([\w-]+)\)|counter\((pages?)(,[^)(]*(?:\([^)]*\))?)?\)|"([^"]*)"/g)]
          .map(([, string, counter, style, text]) => {
            if (string) return strings.get(string) ?? '';
            if (!counter) return text!;
            const number = counter === 'page' ? page : pages;
            return style ? new Intl.NumberFormat(nativeDigits(locale)).format(number) : String(number);
          })
          .join(''),
      )
      .filter((text) => text.trim() !== '');
}

/** What the margin boxes of pages of a name say; what is said later of a box holds. */
function boxesOf(css: string, name: string): ReadonlyMap<string, string> {
  const rules = [...css.matchAll(/@page\s*([\w-]*)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g)].filter(
    ([, own]) => own === name,
  );
  const box = /@((?:top|bottom|left|right)-[\w-]+)\s*\{[^}]*?content:\s*([^;}]*)/g;
  return new Map(
    rules.flatMap(([, , inside]) =>
      [...inside!.matchAll(box)].map(([, where, content]): [string, string] => [where!, content!]),
    ),
  );
}

/** Arabic and the languages that borrow its script write with digits of their own; Intl does not by itself. */
function nativeDigits(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (script !== 'Arab') return locale;
  return `${locale}-u-nu-${language === 'ar' ? 'arab' : 'arabext'}`;
}

/** A sheet with its `@media` rules replaced by what is in them where their query holds, and left out elsewhere. */
function withoutMedia(css: string, holds: (query: string) => boolean): string {
  const start = css.indexOf('@media');
  if (start < 0) return css;
  const open = css.indexOf('{', start);
  let depth = 1;
  let end = open + 1;
  for (; end < css.length && depth > 0; end++) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
  const inside = holds(css.slice(start, open)) ? css.slice(open + 1, end - 1) : '';
  return css.slice(0, start) + inside + withoutMedia(css.slice(end), holds);
}
