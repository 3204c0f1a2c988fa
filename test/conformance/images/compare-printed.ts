import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from '../command.ts';
import type { Context, Fault } from '../judge.ts';
import { renderPage } from '../layout/render-page.ts';

/** A picture's file, and what is to be seen of it on white: row by row, three bytes a pixel. */
export interface SeenPicture {
  /** With its ending. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly shown: Uint8Array;
  /** How far a byte of a pixel may be off. */
  readonly tolerance: number;
}

/** Px that a pixel is printed at: from 4 on poppler draws pixels as squares and does not blend them. */
const scale = 8;

/** Prints each picture on a page of its own size, has poppler draw the pages, and compares their pixels. */
export async function comparePrinted(
  { root, temporary }: Context,
  pictures: readonly SeenPicture[],
): Promise<readonly Fault[]> {
  const folder = mkdtempSync(join(temporary, 'pictures-'));
  for (const { name, bytes } of pictures) writeFileSync(join(folder, name), bytes);
  const rules = pictures.map(
    ({ width, height }, i) =>
      `@page p${i} { size: ${width * scale}px ${height * scale}px; margin: 0 } .p${i} { page: p${i} }`,
  );
  const boxes = pictures.map(
    ({ name, width, height }, i) =>
      `<div class="p${i}"><img src="${name}" alt="x" style="display: block; width: ${width * scale}px; height: ${height * scale}px"></div>`,
  );
  const path = join(folder, 'pictures.html');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title><style>body { margin: 0 } ${rules.join('\n')}</style></head><body>${boxes.join('\n')}</body></html>`;
  writeFileSync(path, html);
  const { value, diagnostics } = await renderPage(root, { path, html });
  if (!value) return diagnostics.map(({ message }) => ({ at: 'pictures.html', message }));
  writeFileSync(join(folder, 'pictures.pdf'), value);
  await outputOf('pdftoppm', ['-r', '96', join(folder, 'pictures.pdf'), join(folder, 'page')]);
  const pages = readdirSync(folder)
    .filter((name) => /^page-\d+\.ppm$/.test(name))
    .sort();
  if (pages.length !== pictures.length)
    return [{ at: 'pictures.html', message: `${pages.length} pages for ${pictures.length} pictures` }];
  return pictures.flatMap((picture, i) => {
    const message = difference(picture, readFileSync(join(folder, pages[i]!)));
    return message === undefined ? [] : [{ at: picture.name, message }];
  });
}

/** The first pixel of a PPM file that is not as it should be in its middle, in words. */
function difference({ width, height, shown, tolerance }: SeenPicture, ppm: Buffer): string | undefined {
  const [head, w, h] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40)) ?? [];
  if (head === undefined || Number(w) !== width * scale || Number(h) !== height * scale)
    return `the page is ${w} × ${h} px`;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = head.length + ((y + 0.5) * scale * width + x + 0.5) * scale * 3;
      const found = ppm.subarray(at, at + 3);
      const wanted = shown.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
      if (wanted.some((value, i) => Math.abs(value - found[i]!) > tolerance))
        return `pixel ${x}, ${y} is ${[...found].join(' ')}, not ${[...wanted].join(' ')}`;
    }
  }
  return undefined;
}
