import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJpeg } from '../../../src/raster/jpeg/decode-jpeg.ts';
import { outputOf } from '../command.ts';
import { comparePrinted, type SeenPicture } from '../images/compare-printed.ts';
import type { Context, Fault, Judge } from '../judge.ts';

/** A JPEG that Pillow wrote, and what Pillow reads from it. */
interface Variant {
  readonly name: string;
  readonly bytes: Buffer;
  /** As it is stored: grey, RGB or inks. */
  readonly stored: Buffer;
  /** Upright, as a screen shows it. */
  readonly shown: Buffer;
  readonly width: number;
  readonly height: number;
  readonly mode: 'L' | 'RGB' | 'CMYK';
  readonly tolerance: number;
}

const pillow = 'pillow==13.0.0';

/** Inks are made anew for screens, by a JPEG that loses a little more. */
const remadeTolerance = 12;

/**
 * Pictures in every variant of JPEG that libjpeg-turbo writes (baseline and progressive, grey, colour and inks, subsampled,
 * with restarts, in all orientations): our decoder against Pillow's pixels, and what poppler draws of the PDF.
 */
export const jpegImages: Judge = {
  name: 'jpeg-images',
  needs: [{ pypi: pillow }, { debian: 'poppler-utils', command: 'pdftoppm' }],

  async judge(context) {
    const variants = await variantsOf(context);
    return {
      tool: pillow.replace('==', ' '),
      count: variants.length,
      unit: 'variants of JPEG',
      faults: [...variants.flatMap(decodedFaults), ...(await comparePrinted(context, variants.map(seen)))],
    };
  },

  seeds: [
    {
      fault: 'the decoder is given another quantization table',
      expect: /^the decoder is/,
      judge: async (context) =>
        (await variantsOf(context)).slice(0, 3).flatMap((variant) => {
          const bytes = Buffer.from(variant.bytes);
          bytes[bytes.indexOf(Buffer.from([0xff, 0xdb])) + 5]! += 9;
          return decodedFaults({ ...variant, bytes });
        }),
    },
    {
      fault: 'a picture is printed as if it were turned the other way',
      expect: /^pixel /,
      judge: async (context) => {
        const turned = (await variantsOf(context)).filter(({ name }) => name.startsWith('turned-rgb'));
        return comparePrinted(
          context,
          turned.map((variant, i) => ({ ...seen(variant), shown: turned[i ^ 1]!.shown })),
        );
      },
    },
  ],
};

async function variantsOf(context: Context): Promise<readonly Variant[]> {
  const folder = mkdtempSync(join(context.temporary, 'variants-'));
  const script = join(context.root, 'test/conformance/images/jpeg-variants.py');
  const printed = await outputOf(context.python(pillow), [script, folder]);
  return printed
    .trim()
    .split('\n')
    .map((line) => {
      const variant: Pick<Variant, 'name' | 'width' | 'height' | 'mode' | 'tolerance'> = JSON.parse(line);
      const read = (ending: string) => readFileSync(join(folder, `${variant.name}.${ending}`));
      return { ...variant, bytes: read('jpg'), stored: read('raw'), shown: read('rgb') };
    });
}

function seen({ name, mode, tolerance, ...variant }: Variant): SeenPicture {
  return { ...variant, name: `${name}.jpg`, tolerance: mode === 'CMYK' ? remadeTolerance : tolerance };
}

/** Where our decoder's samples are not Pillow's. */
function decodedFaults({ name, bytes, stored, tolerance }: Variant): readonly Fault[] {
  const { samples } = decodeJpeg(bytes);
  if (samples.length !== stored.length)
    return [{ at: name, message: `the decoder gives ${samples.length} samples of ${stored.length}` }];
  const farthest = samples.reduce((most, value, i) => Math.max(most, Math.abs(value - stored[i]!)), 0);
  return farthest <= tolerance ? [] : [{ at: name, message: `the decoder is up to ${farthest} off` }];
}
