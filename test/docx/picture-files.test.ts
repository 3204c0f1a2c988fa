import { expect, it } from 'vitest';
import { pictureFiles, printedImages } from '../../src/docx/picture-files.ts';
import { decodeJpeg } from '../../src/raster/jpeg/decode-jpeg.ts';
import { encodeJpeg } from '../../src/raster/jpeg/encode-jpeg.ts';
import { makeJpeg, picture } from '../pdf/support/pictures.ts';
import { readParts } from './support/read.ts';
import { h, page, pt } from './support/tree.ts';

/** Inks that get darker to the right. */
function inks(width: number, height: number) {
  const samples = Uint8Array.from({ length: width * height * 4 }, (_, i) => (i % (width * 4)) / width / 0.03);
  const pixels = { width, height, space: 'cmyk', hasAlpha: false, samples } as const;
  return picture(encodeJpeg(pixels, { quality: 90, isHalved: false }), 'jpeg', width, height, 'cmyk');
}

it('a picture has 300 dpi where it is largest, and the colours of screens', async () => {
  const printed = printedImages();
  const image = inks(600, 200);
  printed.add(image, { width: 36, height: 12 });
  printed.add({ ...image }, { width: 72, height: 24 });
  const files = await pictureFiles(printed);
  expect(files.size).toBe(1);
  expect(decodeJpeg(files.get(image.key)!)).toMatchObject({ width: 300, height: 100, space: 'rgb' });
});

it('a picture says nothing of its making', async () => {
  const printed = printedImages();
  printed.add(picture(makeJpeg(3, true), 'jpeg', 30, 20), { width: 90, height: 60 });
  const [bytes] = [...(await pictureFiles(printed)).values()];
  const text = Buffer.from(bytes!).toString('latin1');
  for (const secret of ['GPS', 'xap', 'profile', 'Photoshop', 'comment', 'trailing'])
    expect(text).not.toContain(secret);
});

it('a picture that stands twice is in the package once', async () => {
  const image = inks(40, 20);
  const img = h('img', { style: { width: pt(20) }, attributes: { src: 'a.jpg', alt: 'A march' } });
  const tree = page('en', {}, h('p', {}, img), h('p', {}, img));
  const document = await readParts(tree, { loadImage: () => ({ ...image }) });
  expect(document.names.filter((name) => name.startsWith('word/media/'))).toEqual(['word/media/image1.jpeg']);
  expect(document.all('word/document.xml', 'a:blip')).toHaveLength(2);
});
