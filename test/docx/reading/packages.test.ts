import { ZipArchive } from 'archiver';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/docx/reading/read-docx.ts';
import { main, p, packed, r, shown, utf8, zipOf } from '../support/word-package.ts';

const strict = 'http://purl.oclc.org/ooxml/officeDocument';

/** What keeps a file from being read. */
async function refused(bytes: Uint8Array): Promise<string> {
  try {
    await readDocx(bytes);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was read');
}

/** Where the records of a kind begin: 3, 4 before the data of files, 1, 2 in the directory (APPNOTE §4.3). */
function records(zip: Buffer, a: number, b: number): readonly number[] {
  const found: number[] = [];
  const signature = Buffer.from([0x50, 0x4b, a, b]);
  for (let at = zip.indexOf(signature); at >= 0; at = zip.indexOf(signature, at + 4)) found.push(at);
  return found;
}

/** A zip with a file of a name that is put in place of another one as long. */
async function renamed(from: string, to: string): Promise<Buffer> {
  const zip = Buffer.from(await zipOf({ [from]: '<a/>' }));
  for (let at = zip.indexOf(from); at >= 0; at = zip.indexOf(from, at + 1)) zip.write(to, at);
  return zip;
}

const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

describe('a package', () => {
  it('may name its parts as it likes, and be strict', async () => {
    const property = (name: string, value: string) =>
      `<property name="campaign-pack ${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`;
    const to = (type: string, target: string) =>
      `<Relationship Id="${type}" Type="${strict}/relationships/${type}" Target="${target}"/>`;
    const bytes = await zipOf({
      '_rels/.rels': `<Relationships>${to('officeDocument', '/text/Main.xml')}${to('customProperties', 'more.xml')}</Relationships>`,
      'text/Main.xml': `<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>Strict.</d:t></d:r></d:p></d:body></d:document>`,
      'more.xml': `<Properties xmlns="${strict}/customProperties" xmlns:vt="${strict}/docPropsVTypes">${property('document', 'leaflets/a')}${property('locale', 'en')}${property('kind', 'leaflet')}${property('source', '0f')}</Properties>`,
    });
    const { origin, blocks } = await readDocx(bytes);
    expect(shown(blocks)).toEqual(['Normal: Strict.']);
    expect(origin).toEqual({ document: 'leaflets/a', locale: 'en', kind: 'leaflet', source: '0f' });
  });

  it('may have its parts in UTF-16 of either order', async () => {
    for (const isBigEndian of [false, true]) {
      const text = `<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="${main}"><w:body>${p(r('走'))}</w:body></w:document>`;
      const { blocks } = await readDocx(await packed('', { 'word/document.xml': utf16(text, isBigEndian) }));
      expect(shown(blocks)).toEqual(['Normal: 走']);
    }
  });

  it('may be a zip of 64 bits, with folders in it', async () => {
    const archive = new ZipArchive({ forceZip64: true });
    const chunks: Buffer[] = [];
    archive.on('data', (chunk: Buffer) => chunks.push(chunk));
    const to = `<Relationship Id="a" Type="${strict}/relationships/officeDocument" Target="word/document.xml"/>`;
    const document = `<w:document xmlns:w="${main}"><w:body>${p(r('wide'))}</w:body></w:document>`;
    archive.append('', { name: 'word/' });
    archive.append(`<Relationships>${to}</Relationships>`, { name: '_rels/.rels' });
    archive.append(document, { name: 'word/document.xml' });
    await archive.finalize();
    const zip = Buffer.concat(chunks);
    expect(records(zip, 6, 6)).toHaveLength(1);
    expect(shown((await readDocx(zip)).blocks)).toEqual(['Normal: wide']);
  });
});

describe('a package that is refused', () => {
  it('is of another format under the name of this one', async () => {
    const odt = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
    });
    expect(await refused(odt)).toBe('it is no Word document');
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await refused(Buffer.concat([old, Buffer.alloc(504)]))).toBe(
      'it is in the format of Word 97, or protected by a password',
    );
    expect(await refused(utf8('{\\rtf1 Hello}'))).toBe('it is no zip archive');
  });

  it('has names that lead out of it', async () => {
    expect(await refused(await renamed('aa/b.xml', '../b.xml'))).toBe('it is damaged');
    expect(await refused(await renamed('aa/b.xml', '/a/b.xml'))).toBe('it is damaged');
  });

  it('is encrypted as a zip', async () => {
    const zip = Buffer.from(await packed(p(r('secret'))));
    for (const at of records(zip, 3, 4)) zip.writeUInt16LE(zip.readUInt16LE(at + 6) | 1, at + 6);
    for (const at of records(zip, 1, 2)) zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 1, at + 8);
    expect(await refused(zip)).toBe('it is protected by a password');
  });

  it('has files with the same bytes, as bombs do', async () => {
    const zip = Buffer.from(await zipOf({ 'a.xml': '<a/>', 'b.xml': '<b/>' }));
    const [first, second] = records(zip, 1, 2);
    zip.copyWithin(second! + 42, first! + 42, first! + 46);
    expect(await refused(zip)).toBe('it is damaged: files in it overlap');
  });
});
