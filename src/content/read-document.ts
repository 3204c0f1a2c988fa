import { createHash } from 'node:crypto';
import type { Campaign } from '../campaign/campaign.ts';
import { checkText } from '../diagnostics/check-text.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { hostDiagnostic, startOfFile } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import { checkBody } from './checks/check-body.ts';
import { checkVariables } from './checks/check-text-nodes.ts';
import { readClauses } from './clauses.ts';
import type { FrontValue, SourceDocument } from './document.ts';
import type { FrontMatter } from './front-matter/read-front-matter.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import type { DocumentFile } from './list-documents.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';

/**
 * Reads and checks one Markdown file: its characters, front matter, Markdown, clauses. All findings come at once;
 * the document is undefined only where the file, its front matter or its nesting cannot be read at all.
 */
export function readDocument(
  host: Host,
  campaign: Campaign,
  file: DocumentFile,
): Outcome<SourceDocument | undefined> {
  let source: SourceFile;
  try {
    source = host.campaign.readText(file.path);
  } catch (error) {
    return { value: undefined, diagnostics: [hostDiagnostic(error, startOfFile(host.campaign, file.path))] };
  }
  return parseDocument(host, campaign, file, source);
}

/** As `readDocument`, of a text that was read or made already. */
export function parseDocument(
  host: Host,
  campaign: Campaign,
  file: DocumentFile,
  source: SourceFile,
): Outcome<SourceDocument | undefined> {
  const { id, kind, locale } = file;
  const characters = checkText(source);
  const split = splitFrontMatter(source);
  const before = [...characters, ...split.diagnostics];
  if (!split.value) return { value: undefined, diagnostics: before };
  const { matter, bodyStart } = split.value;
  const isTranslation = locale.tag !== campaign.sourceLocale.tag;
  const front = hasErrors(split.diagnostics)
    ? undefined
    : readFrontMatter(matter, { source, kind, locale, isTranslation });
  const markdown = parseMarkdown(source, bodyStart);
  if (front) before.push(...front.diagnostics, ...checkFrontVariables(front.value));
  before.push(...markdown.diagnostics);
  const body = markdown.value;
  if (!body) return { value: undefined, diagnostics: before };
  const read = kind.body === 'resolution' ? readClauses(source, body) : { value: [], diagnostics: [] };
  const clauses = read.value;
  const diagnostics = [...before, ...read.diagnostics, ...checkBody(body, { host, source, kind, clauses })];
  if (!front) return { value: undefined, diagnostics };
  return {
    value: { id, kind, locale, source, ...front.value, body, clauses, hash: hashOf(source) },
    diagnostics,
  };
}

function checkFrontVariables({ title, summary, keys }: FrontMatter) {
  return [title, summary, ...Object.values(keys)].flatMap((value: FrontValue) =>
    typeof value.value === 'string' ? checkVariables(value.value, value.span) : [],
  );
}

/** Hex SHA-256 of the text with every line end as LF. */
function hashOf({ text }: SourceFile): string {
  return createHash('sha256').update(text.replace(/\r\n?/g, '\n'), 'utf8').digest('hex');
}
