import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What a document says, read from its files by other means than the tool's. */
export interface SourceText {
  readonly title: string;
  /** Texts that stay in one piece, in the order of reading: headings, paragraphs, items, cells. */
  readonly blocks: readonly string[];
  /** What may stand beside them: the locale's terms, values of campaign.yaml, keys of the front matter, labels of blanks. */
  readonly phrases: readonly string[];
  /** True where every page is a sheet of its own, with all that the document says. */
  readonly repeats: boolean;
  /** Values by the names that templates and texts give them: `campaign.title`, `term "page.before"`. */
  readonly values: ReadonlyMap<string, string>;
}

const numberings = ['latn', 'arab', 'arabext'].flatMap((digits) =>
  Array.from({ length: 300 }, (_, index) =>
    new Intl.NumberFormat(`en-u-nu-${digits}`, { useGrouping: false }).format(index + 1),
  ),
);

type Tree = { readonly [key: string]: Tree } | string | number | undefined;

/** A document as the manifest names it: `leaflets/long-hair`. */
export interface DocumentName {
  readonly document: string;
  readonly kind: string;
  readonly locale: string;
}

/** Reads a document and what its kind, locale and campaign say; `content` and `templates` are folders. */
export function readSourceText(content: string, templates: string, name: DocumentName): SourceText {
  const { document, kind, locale } = name;
  const campaign: Tree = parse(readFileSync(join(content, 'campaign.yaml'), 'utf8'));
  const terms: Record<string, string> = parse(readFileSync(join(templates, `terms/${locale}.yaml`), 'utf8'));
  const values = valuesOf(campaign, terms, locale);
  const text = readFileSync(join(content, document, `${locale}.md`), 'utf8');
  const [, head = '', body = ''] = /^---\r?\n([\s\S]*?)\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const front: Record<string, unknown> = parse(head);
  const value = (key: string) => fill(String(front[key] ?? ''), values);
  const template = readFileSync(join(templates, kind, 'template.hbs'), 'utf8');
  const lead = template.includes('>{{document.summary}}<') ? [value('summary')] : [];
  const css = readFileSync(join(templates, kind, 'style.css'), 'utf8');
  // Numbers of generated content, as of rows to sign.
  const numbers = /::before\s*\{\s*content:\s*counter\(/.test(css) ? numberings : [];
  const own = Object.values(front).filter((entry) => typeof entry === 'string');
  const labels = [...body.matchAll(/:field\[([^\]]*)\]/g)].map(([, label]) => label!);
  return {
    title: value('title'),
    blocks: [value('title'), ...lead, ...bodyBlocks(body, values)],
    phrases: [
      ...[...values.values(), ...[...own, ...labels].map((entry) => fill(entry, values))],
      ...numbers,
    ].filter((entry) => entry !== ''),
    repeats: css.includes('table-header-group'),
    values,
  };
}

function valuesOf(
  campaign: Tree,
  terms: Readonly<Record<string, string>>,
  locale: string,
): ReadonlyMap<string, string> {
  const at = (path: string): string => {
    let node: Tree = campaign;
    for (const key of path.split('.')) node = typeof node === 'object' ? node[key] : undefined;
    if (typeof node !== 'object') return String(node ?? '');
    return String(node[locale] ?? node[String(at('source-locale'))] ?? '');
  };
  const date = at('date');
  // Gregorian and in digits of the language, as Intl writes a date without time.
  const spelt =
    date &&
    new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    );
  return new Map([
    ...['title', 'url', 'version'].map((key): [string, string] => [`campaign.${key}`, at(key)]),
    ['campaign.shortUrl', at('url').replace(/^https?:\/\/(www\.)?|\/$/g, '')],
    ['campaign.date', spelt],
    ['date', spelt],
    ...['name', 'email', 'postal-address'].map((key): [string, string] => [
      `organisation.${key}`,
      at(`organisation.${key}`),
    ]),
    ...Object.entries(terms).map(([key, term]): [string, string] => [`term "${key}"`, term]),
  ]);
}

/** Variables get their values; one of a branch is a blank to write in, which has no text. */
function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => values.get(name) ?? '');
}

/** The pieces of a body: a reading line by line that knows only the Markdown of the guide for authors. */
function bodyBlocks(body: string, values: ReadonlyMap<string, string>): readonly string[] {
  const blocks: string[][] = [[]];
  const notes: string[][] = [];
  let target = blocks;
  for (const line of body.replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/)) {
    const bare = line.replace(/^[\s>]*/, '');
    const note = /^\[\^[^\]]+\]:\s*(.*)$/.exec(bare);
    if (note) target = notes;
    else if (/^\S/.test(line) && target.at(-1)?.length === 0) target = blocks;
    if (bare === '' || /^:{3,}/.test(bare)) target.push([]);
    else if (/^\|/.test(bare)) blocks.push(...cellsOf(bare), []);
    else if (note) notes.push([note[1]!]);
    else {
      const opens = /^(?:[-*+]|\d+[.)]|#{1,6})\s+/.exec(bare);
      if (opens) target.push([]);
      target.at(-1)!.push(bare.slice(opens?.[0].length ?? 0));
      if (opens?.[0].startsWith('#')) target.push([]);
    }
  }
  return [...blocks, ...notes]
    .map((lines) => fill(plainText(lines.join('\n')), values).trim())
    .filter((text) => text !== '');
}

function cellsOf(row: string): string[][] {
  if (/^\|[\s:|-]+$/.test(row)) return [];
  return row
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => [cell.trim()]);
}

/** Inline Markdown as the words that are printed; what a backslash escapes waits in private-use characters. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\\\n/g, '\n')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(0xe000 + sign.charCodeAt(0)))
    .replace(/:(?:field|qr|clause)(?:\[[^\]]*\])?\{[^}]*\}/g, '')
    .replace(/:lang\[([^\]]*)\]\{[^}]*\}/g, '$1')
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\[\^([^\]]+)\]/g, '')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<!\w)([*_])(?=\S)([\s\S]*?\S)\1(?!\w)/g, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));
}
