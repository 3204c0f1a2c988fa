import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, runCommand } from '../command.ts';
import { type PngVariant, pngVariants } from '../images/png-variants.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { renderPage } from '../layout/render-page.ts';

/** How far a byte of a pixel may be off: 16 bits are cut or rounded to 8, and colours blended, in one way or another. */
const tolerance = 2;

/** Pictures in every regular variant of PNG, printed and drawn by poppler, against their pixels. */
export const pngImages: Judge = {
  name: 'png-images',
  needs: [{ debian: 'poppler-utils', command: 'pdftoppm' }],

  async judge(context) {
    const variants = pngVariants();
    const { stderr } = await runCommand('pdftoppm', ['-v']);
    return {
      tool: `pdftoppm ${/[\d.]+/.exec(stderr)?.[0]}`,
      count: variants.length,
      unit: 'variants of PNG',
      faults: await compare(context, variants),
    };
  },

  seeds: [
    {
      fault: 'a pixel has another colour',
      expect: /^pixel 3, 0 is/,
      judge: (context) =>
        compare(
          context,
          pngVariants()
            .slice(0, 8)
            .map((variant) => ({ ...variant, shown: variant.shown.map((v, i) => (i === 9 ? 255 - v : v)) })),
        ),
    },
  ],
};

/** Px that a pixel is printed at: from 4 on poppler draws pixels as squares and does not blend them. */
const scale = 8;

/** Prints each on a page of its own size. */
async function compare(
  { root, temporary }: Context,
  variants: readonly PngVariant[],
): Promise<readonly Fault[]> {
  const folder = mkdtempSync(join(temporary, 'pictures-'));
  for (const { name, bytes } of variants) writeFileSync(join(folder, `${name}.png`), bytes);
  const rules = variants.map(
    ({ width, height }, i) =>
      `@page p${i} { size: ${width * scale}px ${height * scale}px; margin: 0 } .p${i} { page: p${i} }`,
  );
  const pictures = variants.map(
    ({ name, width, height }, i) =>
      `<div class="p${i}"><img src="${name}.png" alt="x" style="display: block; width: ${width * scale}px; height: ${height * scale}px"></div>`,
  );
  const path = join(folder, 'pictures.html');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title><style>body { margin: 0 } ${rules.join('\n')}</style></head><body>${pictures.join('\n')}</body></html>`;
  writeFileSync(path, html);
  const { value, diagnostics } = await renderPage(root, { path, html });
  if (!value) return diagnostics.map(({ message }) => ({ at: 'pictures.html', message }));
  writeFileSync(join(folder, 'pictures.pdf'), value);
  await outputOf('pdftoppm', ['-r', '96', join(folder, 'pictures.pdf'), join(folder, 'page')]);
  const pages = readdirSync(folder)
    .filter((name) => /^page-\d+\.ppm$/.test(name))
    .sort();
  if (pages.length !== variants.length)
    return [{ at: 'pictures.html', message: `${pages.length} pages for ${variants.length} pictures` }];
  return variants.flatMap((variant, i) => {
    const message = difference(variant, readFileSync(join(folder, pages[i]!)));
    return message === undefined ? [] : [{ at: variant.name, message }];
  });
}

/** The first pixel of a PPM file that is not as it should be in its middle, in words. */
function difference({ width, height, shown }: PngVariant, ppm: Buffer): string | undefined {
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
