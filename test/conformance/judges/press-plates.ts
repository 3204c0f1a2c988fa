import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, runCommand } from '../command.ts';
import { editPdf } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';

/** Pt from the edge of the media to the trim: 3 mm of bleed, and the marks around it. */
const aroundTrim = 18 + (3 * 72) / 25.4;

/** Of 255: what counts as no ink, and as black that is whole. */
const nothing = 12;
const whole = 245;

/**
 * The plates of every page for a print shop, as MuPDF makes them. The sample's accent is a red without cyan and
 * everything else is a grey: inside the trim the plate of cyan is empty, and black lies on paper alone.
 */
export const pressPlates: Judge = {
  name: 'press-plates',
  needs: [
    { debian: 'mupdf-tools', command: 'mutool' },
    { debian: 'qpdf', command: 'fix-qdf' },
  ],

  async judge(context) {
    const files = printShopFiles(context);
    const faults: Fault[] = [];
    for (const path of files) {
      faults.push(...(await platesOf(context, join(context.pack.folder, path), path)));
    }
    const { stderr } = await runCommand('mutool', ['-v']);
    return { tool: stderr.trim().split('\n')[0]!, count: files.length, unit: 'PDF files', faults };
  },

  seeds: [
    {
      fault: 'black text is printed in three inks',
      expect: /black that lies on other inks/,
      judge: (context) => seeded(context, '0 1 1 1 k'),
    },
    {
      fault: 'text is in a colour of screens',
      expect: /cyan ink/,
      judge: (context) => seeded(context, '0 0.5 1 rg'),
    },
    {
      fault: 'nothing is printed in black',
      expect: /no black ink/,
      judge: (context) => seeded(context, '0 0.5 0.5 0 k'),
    },
  ],
};

function printShopFiles({ pack }: Context): readonly string[] {
  return pack.printPdfs.filter(({ edition }) => edition === 'print-shop').map(({ path }) => path);
}

/** Each page as a raster of 72 dpi with four bytes a pixel: cyan, magenta, yellow, black. */
async function platesOf({ temporary }: Context, pdf: string, at: string): Promise<readonly Fault[]> {
  const output = join(temporary, 'plates-%d.pam');
  await outputOf('mutool', [
    'draw',
    '-q',
    '-c',
    'cmyk',
    '-F',
    'pam',
    '-r',
    '72',
    '-A',
    '0',
    '-o',
    output,
    pdf,
  ]);
  const rasters = readdirSync(temporary).filter((name) => /^plates-\d+\.pam$/.test(name));
  const faults = rasters.sort().flatMap((name, index) => {
    const raster = readFileSync(join(temporary, name));
    rmSync(join(temporary, name));
    return faultsOf(raster).map((message) => ({ at: `${at}, page ${index + 1}`, message }));
  });
  return rasters.length > 0 ? faults : [{ at, message: 'there are no pages' }];
}

function faultsOf(raster: Buffer): readonly string[] {
  const start = raster.indexOf('ENDHDR\n') + 'ENDHDR\n'.length;
  const header = raster.subarray(0, start).toString('latin1');
  const measure = (name: string) => Number(new RegExp(`${name} (\\d+)`).exec(header)?.[1]);
  const [width, height] = [measure('WIDTH'), measure('HEIGHT')];
  if (!header.includes('TUPLTYPE CMYK')) return ['there are no plates of four inks'];
  const inset = Math.ceil(aroundTrim);
  const counts = { cyan: 0, rich: 0, black: 0 };
  for (let y = inset; y < height - inset; y++) {
    for (let x = inset; x < width - inset; x++) {
      const [c, m, yellow, k] = raster.subarray(start + 4 * (y * width + x)) as unknown as [
        number,
        number,
        number,
        number,
      ];
      if (c > nothing) counts.cyan++;
      if (k > nothing) counts.black++;
      if (k >= whole && Math.max(c, m, yellow) > nothing) counts.rich++;
    }
  }
  return [
    ...(counts.cyan > 0 ? [`${counts.cyan} pixels have cyan ink`] : []),
    ...(counts.rich > 0 ? [`${counts.rich} pixels are of black that lies on other inks`] : []),
    ...(counts.black === 0 ? ['there is no black ink'] : []),
  ];
}

async function seeded(context: Context, colour: string): Promise<readonly Fault[]> {
  const path = printShopFiles(context)[0]!;
  const copy = join(context.temporary, 'seeded.pdf');
  const edit = (text: string) => text.replace(/^[\d.]+ [\d.]+ [\d.]+ [\d.]+ k$/gm, colour);
  await editPdf(join(context.pack.folder, path), copy, edit);
  return platesOf(context, copy, 'seeded.pdf');
}
