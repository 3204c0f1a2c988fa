import { runCommand } from '../command.ts';
import { comparePrinted, type SeenPicture } from '../images/compare-printed.ts';
import { pngVariants } from '../images/png-variants.ts';
import type { Judge } from '../judge.ts';

/** How far a byte of a pixel may be off: 16 bits are cut or rounded to 8, and colours blended, in one way or another. */
const tolerance = 2;

/** Pictures in every regular variant of PNG, printed and drawn by poppler, against their pixels. */
export const pngImages: Judge = {
  name: 'png-images',
  needs: [{ debian: 'poppler-utils', command: 'pdftoppm' }],

  async judge(context) {
    const pictures = seenVariants();
    const { stderr } = await runCommand('pdftoppm', ['-v']);
    return {
      tool: `pdftoppm ${/[\d.]+/.exec(stderr)?.[0]}`,
      count: pictures.length,
      unit: 'variants of PNG',
      faults: await comparePrinted(context, pictures),
    };
  },

  seeds: [
    {
      fault: 'a pixel has another colour',
      expect: /^pixel 3, 0 is/,
      judge: (context) =>
        comparePrinted(
          context,
          seenVariants()
            .slice(0, 8)
            .map((variant) => ({ ...variant, shown: variant.shown.map((v, i) => (i === 9 ? 255 - v : v)) })),
        ),
    },
  ],
};

function seenVariants(): readonly SeenPicture[] {
  return pngVariants().map((variant) => ({ ...variant, name: `${variant.name}.png`, tolerance }));
}
