/** Text as Markdown that reads as it: what would be taken for marks is escaped. `inCell`: inside of a table's cell. */
export function escapeText(text: string, inCell: boolean): string {
  const escaped = text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/\{\{/g, '\\{\\{')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/:(?=(?:clause|qr|field|lang)[[{])/g, '\\:');
  return inCell ? escaped.replaceAll('|', '\\|') : escaped;
}

/** What would begin a block of another kind at the start of a line is escaped. */
export function escapeStart(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

/** The same where the first line has something before it. */
export function escapeFurtherLines(text: string): string {
  const [first, ...rest] = text.split('\n');
  return [first, ...rest.map(escapeLine)].join('\n');
}

function escapeLine(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|::|~~~|=+\s*$|-{2,}\s*$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
