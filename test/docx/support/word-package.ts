import type { ReadBlock, ReadDocument } from '../../../src/docx/reading/model.ts';
import { readDocx } from '../../../src/docx/reading/read-docx.ts';
import { zipEntries } from '../../../src/host/zip.ts';

/** The namespace of transitional documents. */
export const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The bytes of a text. */
export const utf8 = (text: string) => new TextEncoder().encode(text);

const relationship = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"${more}/>`;
const style = (type: string, id: string, name: string, more = '') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

const parts = {
  '_rels/.rels': `<Relationships>${relationship('a', 'officeDocument', 'word/document.xml')}</Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships>${relationship('s', 'styles', 'styles.xml')}${relationship('f', 'footnotes', '/word/footnotes.xml')}${relationship('l', 'hyperlink', 'https://example.org/a', ' TargetMode="External"')}</Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${main}">${style('paragraph', 'H', 'Heading 2', '<w:rPr><w:b/></w:rPr>')}${style('character', 'S', 'Strong')}${style('character', 'S2', 'Strong (2)', '<w:rPr><w:b/><w:i/></w:rPr>')}</w:styles>`,
  'word/footnotes.xml': `<w:footnotes xmlns:w="${main}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="7"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
};

/** A zip of some files. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, file]) => ({
    name,
    bytes: typeof file === 'string' ? utf8(file) : file,
  }));
  return zipEntries(entries, 6);
}

/** A package around a body, as small as Word reads it; `more` are parts of it, or stand in for those it has. */
export function packed(
  body: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
  namespace = main,
): Promise<Uint8Array> {
  const document = `<w:document xmlns:w="${namespace}" xmlns:r="${relationships}" xmlns:mc="${compatibility}"><w:body>${body}</w:body></w:document>`;
  return zipOf({ ...parts, 'word/document.xml': document, ...more });
}

/** What is read of a body. */
export const read = async (body: string, namespace?: string): Promise<ReadDocument> =>
  readDocx(await packed(body, {}, namespace));

/** Paragraphs as text with marks, and with `-` or `1.` where they are items of a list. */
export function shown(blocks: readonly ReadBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'table') {
      return block.rows.map((cells) => cells.map((cell) => shown(cell.blocks).join(' / ')).join(' | '));
    }
    const inlines = block.inlines.map((inline) => {
      if (inline.kind === 'note') return `[^${inline.id}]`;
      if (inline.kind === 'blank') return `{${inline.name}:${inline.text}}`;
      if (inline.kind !== 'text') return inline.kind;
      const mark = (inline.isStrong ? '**' : '') + (inline.isEmphasis ? '*' : '');
      return `${mark}${inline.text}${mark}${inline.href ? `(${inline.href})` : ''}`;
    });
    const item = block.list && `${'  '.repeat(block.list.level)}${block.list.isBullet ? '-' : '1.'} `;
    return [`${item ?? ''}${block.style}: ${inlines.join('')}`];
  });
}

/** A paragraph around runs, in a style by its id. */
export const p = (content: string, id = '') =>
  `<w:p>${id && `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`}${content}</w:p>`;
/** A run around a text. */
export const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
