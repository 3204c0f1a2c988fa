import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ImageData } from '../../src/content/image.ts';
import type { ImageItem } from '../../src/layout/paged-document.ts';
import type { Inks } from '../../src/pdf/content/inks.ts';
import { pressInks } from '../../src/pdf/editions/press-inks.ts';
import { fitImages } from '../../src/pdf/image/document-images.ts';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { writePress } from '../../src/pdf/write-press.ts';
import { cleanJpeg } from '../../src/raster/jpeg/clean-jpeg.ts';
import { encodeJpeg } from '../../src/raster/jpeg/encode-jpeg.ts';
import { readPng } from '../../src/raster/png/chunks.ts';
import { decodePng } from '../../src/raster/png/decode-png.ts';
import { sampleJpeg } from '../raster/support/sample-jpeg.ts';
import { makeJpeg, makePng, picture } from './support/pictures.ts';
import { type PdfObject, type PdfValue, readPdf } from './support/read-pdf.ts';
import { element, nowhere, paged } from './support/sample.ts';

const info = { author: '', subject: '', date: undefined };

function imageItem(image: ImageData, x = 10): ImageItem {
  return { kind: 'image', content: 1, image, span: nowhere, x, y: 20, width: 60, height: 40 };
}

async function embed(...images: readonly ImageData[]) {
  const items = images.map((image, index) => imageItem(image, 10 + index * 100));
  const pdf = readPdf(await writePdf(paged([items], element('Document', [element('Figure', [1])])), info));
  const isImage = ({ value }: PdfObject) => value instanceof Map && value.get('Subtype') === '/Image';
  const found = [...pdf.objects.values()].filter(isImage);
  return { pdf, images: found.map((object) => ({ ...object, data: object.value as Map<string, PdfValue> })) };
}

async function embedIn(inks: Inks, image: ImageData) {
  const document = paged([[imageItem(image)]], element('Document', [element('Figure', [1])]));
  const pdf = readPdf(await writePress(document, inks, info));
  const isImage = ({ value }: PdfObject) => value instanceof Map && value.get('Subtype') === '/Image';
  return [...pdf.objects.values()]
    .filter(isImage)
    .map((object) => ({ ...object, data: object.value as Map<string, PdfValue> }));
}

describe('PNG', () => {
  const rows = Buffer.from([0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 10, 20, 30]);
  const plain = { width: 2, height: 2, bitDepth: 8, colourType: 2, rows };

  it('passes through without metadata when PDF can read its rows', async () => {
    const png = makePng({
      ...plain,
      chunks: { tEXt: Buffer.from('Author\0Somebody'), eXIf: Buffer.from('GPS') },
    });
    const bytes = await writePdf(
      paged([[imageItem(picture(png, 'png', 2, 2))]], element('Document', [element('Figure', [1])])),
      info,
    );
    expect(Buffer.from(bytes).includes('Somebody')).toBe(false);
    const { images } = await embed(picture(png, 'png', 2, 2));
    expect(images).toHaveLength(1);
    expect(images[0]!.data.get('ColorSpace')).toBe('/DeviceRGB');
    expect(inflateSync(images[0]!.raw!)).toEqual(rows);
  });

  it('is embedded once however often it is drawn', async () => {
    const image = picture(makePng(plain), 'png', 2, 2);
    const { images } = await embed(image, { ...image }, image);
    expect(images).toHaveLength(1);
  });

  it('gives its alpha to a soft mask', async () => {
    const rgba = Buffer.from([0, 1, 2, 3, 128, 4, 5, 6, 255]);
    const png = makePng({ width: 2, height: 1, bitDepth: 8, colourType: 6, rows: rgba });
    const { images, pdf } = await embed(picture(png, 'png', 2, 1));
    expect(images).toHaveLength(2);
    const [mask, colour] = images[0]!.data.has('SMask') ? [images[1]!, images[0]!] : [images[0]!, images[1]!];
    expect(pdf.get(colour.data.get('SMask'))).toBe(mask.value);
    // Filter byte 4, then differences to the pixel at the left.
    expect([...inflateSync(colour.raw!)]).toEqual([4, 1, 2, 3, 3, 3, 3]);
    expect([...inflateSync(mask.raw!)]).toEqual([4, 128, 127]);
  });

  it('has no mask where all of it is opaque', async () => {
    const png = makePng({ width: 1, height: 1, bitDepth: 8, colourType: 4, rows: Buffer.from([0, 9, 255]) });
    const { images } = await embed(picture(png, 'png', 1, 1));
    expect(images).toHaveLength(1);
    expect(images[0]!.data.get('ColorSpace')).toBe('/DeviceGray');
  });

  it('keeps a palette, and its transparency as a mask', async () => {
    const palette = Buffer.from([1, 2, 3, 4, 5, 6]);
    const bits = { width: 8, height: 1, bitDepth: 1, colourType: 3, rows: Buffer.from([0, 0b01000001]) };
    const opaque = await embed(picture(makePng({ ...bits, chunks: { PLTE: palette } }), 'png', 8, 1));
    const space = opaque.images[0]!.data.get('ColorSpace') as PdfValue[];
    expect(space.slice(0, 3)).toEqual(['/Indexed', '/DeviceRGB', 1]);
    expect([...opaque.pdf.stream(space[3])]).toEqual([...palette]);
    const clear = makePng({ ...bits, chunks: { PLTE: palette, tRNS: Buffer.from([255, 0]) } });
    const masked = await embed(picture(clear, 'png', 8, 1));
    expect(masked.images.map(({ data }) => data.get('BitsPerComponent'))).toEqual([8, 8]);
  });

  it('undoes every filter', () => {
    const filtered = Buffer.from([
      ...[0, 10, 20, 30],
      ...[1, 1, 1, 1],
      ...[2, 1, 1, 1],
      ...[3, 1, 1, 1],
      ...[4, 1, 1, 1],
    ]);
    const png = readPng(makePng({ width: 3, height: 5, bitDepth: 8, colourType: 0, rows: filtered }));
    expect([...decodePng(png)]).toEqual([10, 20, 30, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5]);
  });

  it('puts the passes of an interlaced picture together', () => {
    // 3 × 2: pass 1 holds (0,0), pass 4 (2,0), pass 6 (1,0), pass 7 the second row.
    const passes = Buffer.from([0, 1, 0, 3, 0, 2, 0, 4, 5, 6]);
    const recipe = { width: 3, height: 2, bitDepth: 8, colourType: 0, interlaced: true, rows: passes };
    expect([...decodePng(readPng(makePng(recipe)))]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is refused when its data ends early or its size is absurd', () => {
    const short = makePng({ ...plain, height: 9, interlaced: true });
    expect(() => decodePng(readPng(short))).toThrow('cut off');
    const huge = makePng({ ...plain, width: 60000, height: 60000, interlaced: true });
    expect(() => decodePng(readPng(huge))).toThrow('too many pixels');
  });
});

describe('JPEG', () => {
  it('loses all that tells of its making and keeps what its colours need', () => {
    const clean = cleanJpeg(makeJpeg(3, true));
    const text = Buffer.from(clean).toString('latin1');
    for (const secret of ['GPS', 'secret', 'Photoshop', 'comment', 'between', 'RGB', 'profile'])
      expect(text).not.toContain(secret);
    for (const kept of ['JFIF\0', 'Adobe\0']) expect(text).toContain(kept);
    expect(text).toContain('\x01\x02\xff\0\x03\xff\xd0\x04');
    expect(text.endsWith('\x05\x06\xff\xd9')).toBe(true);
  });

  it('is in sRGB where it was in inks, and keeps them for a press', async () => {
    const inks = picture(sampleJpeg('inks'), 'jpeg', 20, 12, 'cmyk');
    const { images } = await embed(inks);
    expect(images[0]!.data.get('ColorSpace')).toBe('/DeviceRGB');
    const press = await embedIn(pressInks({ colours: 'cmyk', bleed: 3, spots: [] }, []), inks);
    expect(press[0]!.data.get('ColorSpace')).toBe('/DeviceCMYK');
    // Adobe stores complements.
    expect(press[0]!.data.get('Decode')).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
    const grey = await embedIn(pressInks({ colours: 'grey', bleed: 3, spots: [] }, []), inks);
    expect(grey[0]!.data.get('ColorSpace')).toBe('/DeviceGray');
  });

  it('has no more than 300 dpi where it is printed largest', async () => {
    const samples = Uint8Array.from({ length: 600 * 400 }, (_, i) => (i % 600) / 3);
    const pixels = { width: 600, height: 400, space: 'grey', hasAlpha: false, samples } as const;
    const image = picture(encodeJpeg(pixels, { quality: 90, isHalved: false }), 'jpeg', 600, 400, 'grey');
    // 60 pt wide, and 90.
    const items = [imageItem(image), { ...imageItem(image), width: 90, height: 60 }];
    const [page] = paged([items], element('Document', [element('Figure', [1])])).pages;
    const fitted = await fitImages({
      ...paged([items], element('Document', [element('Figure', [1])])),
      pages: [page!],
    });
    const made = fitted.pages[0]!.items.map((item) => (item.kind === 'image' ? item.image : undefined));
    expect(made[0]).toMatchObject({ width: 375, height: 250, space: 'grey' });
    expect(made[1]).toBe(made[0]);
  });

  it('is turned upright by its orientation, inside the box it was given', async () => {
    /** Where the stored picture's top left and top right corners come to lie, of the box from 0,0 to 1,1, y up. */
    const expected: Readonly<Record<number, readonly [number, number, number, number]>> = {
      1: [0, 1, 1, 1],
      2: [1, 1, 0, 1],
      3: [1, 0, 0, 0],
      4: [0, 0, 1, 0],
      5: [0, 1, 0, 0],
      6: [1, 1, 1, 0],
      7: [1, 0, 1, 1],
      8: [0, 0, 0, 1],
    };
    for (const [orientation, corners] of Object.entries(expected)) {
      const image = { ...picture(makeJpeg(3, false), 'jpeg', 30, 20), orientation: Number(orientation) };
      const { pdf } = await embed(image);
      const page = [...pdf.objects.values()].find(
        ({ value }) => value instanceof Map && value.get('Type') === '/Page',
      )!;
      const content = Buffer.from(pdf.stream((page.value as Map<string, PdfValue>).get('Contents'))).toString(
        'latin1',
      );
      const [a, b, c, d, e, f] = /([-\d. ]+) cm/.exec(content)![1]!.trim().split(' ').map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const at = (u: number, v: number) => [(a * u + c * v + e - 10) / 60, (b * u + d * v + f - 535) / 40];
      expect([...at(0, 1), ...at(1, 1)], `orientation ${orientation}`).toEqual([...corners]);
    }
  });
});
