import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import fontkit from '@pdf-lib/fontkit';
import { PDFArray, PDFDict, PDFDocument, type PDFFont, PDFName, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { printed } from '../layout/support/filled.ts';
import { notoSans, notoSansHk } from './support/faces.ts';

const require = createRequire(import.meta.url);
const vazirmatn = '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf';

/** A form of ours as another program loads it, with a font of its own. */
async function loaded(attributes: string, face: string): Promise<{ document: PDFDocument; font: PDFFont }> {
  const body =
    '<p>x <input name="branch" aria-label="Branch"> <input type="checkbox" name="yes" aria-label="Yes"></p>';
  const html = `<!doctype html><html ${attributes}><head><title>t</title></head><body>${body}</body></html>`;
  const bytes = await writePdf(await printed(html, 'input { width: 120pt }'), {
    author: '',
    subject: '',
    date: undefined,
  });
  const document = await PDFDocument.load(bytes);
  document.registerFontkit(fontkit);
  return { document, font: await document.embedFont(readFileSync(require.resolve(face)), { subset: false }) };
}

function streamOf(dictionary: PDFDict, name: string): { dictionary: PDFDict; text: string } {
  const stream = dictionary.lookup(PDFName.of(name));
  if (!(stream instanceof PDFRawStream)) throw new Error(`${name} is no stream`);
  return { dictionary: stream.dict, text: Buffer.from(inflateSync(stream.contents)).toString('latin1') };
}

/** What the codes of a font stand for, by its ToUnicode map. */
function textsOf(cmap: string): ReadonlyMap<number, string> {
  const entries = [...cmap.matchAll(/<([0-9A-F]{4})>\s*<([0-9A-F]+)>/gi)];
  const decode = (hex: string) => new TextDecoder('utf-16be').decode(Buffer.from(hex, 'hex'));
  return new Map(entries.map(([, code, text]) => [Number.parseInt(code!, 16), decode(text!)]));
}

describe.each([
  { script: 'Latin', attributes: 'lang="pl"', face: notoSans, value: 'Łódź – Zoë Ångström' },
  { script: 'Chinese', attributes: 'lang="zh-Hant"', face: notoSansHk, value: '香港職工會聯盟九龍分會' },
  { script: 'Arabic', attributes: 'lang="ar" dir="rtl"', face: vazirmatn, value: 'فرع القاهرة للنقابات' },
])('a form filled in $script by another program', async ({ attributes, face, value }) => {
  const { document: form, font } = await loaded(attributes, face);
  form.getForm().getTextField('branch').setText(value);
  form.getForm().getCheckBox('yes').check();
  form.getForm().updateFieldAppearances(font);
  const document = await PDFDocument.load(await form.save({ updateFieldAppearances: false }));

  it('has the value, and the box is ticked', () => {
    const filled = document.getForm();
    expect(filled.getTextField('branch').getText()).toBe(value);
    expect(filled.getCheckBox('yes').isChecked()).toBe(true);
  });

  it('shows every letter, in an embedded font', () => {
    const [widget] = document.getForm().getTextField('branch').acroField.getWidgets();
    const look = streamOf(widget!.dict.lookup(PDFName.of('AP'), PDFDict), 'N');
    const fonts = look.dictionary
      .lookup(PDFName.of('Resources'), PDFDict)
      .lookup(PDFName.of('Font'), PDFDict);
    const [, name] = /\/(\S+) [\d.]+ Tf/.exec(look.text)!;
    const used = fonts.lookup(PDFName.of(name!), PDFDict);
    const texts = textsOf(streamOf(used, 'ToUnicode').text);
    const [, shown] = /<([0-9A-F]+)> Tj/.exec(look.text)!;
    const codes = shown!.match(/.{4}/g)!.map((code) => Number.parseInt(code, 16));
    expect(codes).not.toContain(0);
    const letters = codes.map((code) => texts.get(code) ?? '');
    if (!attributes.includes('rtl')) expect(letters.join('')).toBe(value);
    const [descendant] = used.lookup(PDFName.of('DescendantFonts'), PDFArray).asArray();
    const cidFont = document.context.lookup(descendant, PDFDict);
    const descriptor = cidFont.lookup(PDFName.of('FontDescriptor'), PDFDict);
    expect(descriptor.has(PDFName.of('FontFile2')) || descriptor.has(PDFName.of('FontFile3'))).toBe(true);
  });
});
