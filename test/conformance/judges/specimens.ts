import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { specimenBlocks, specimenNames, specimenPdf } from '../../build/support/specimens.ts';
import { outputOf, runCommand } from '../command.ts';
import { editPdf, otherLetters } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { endOfBlock, plainText } from '../text/find-block.ts';

/** The text of the specimen page of every script, as poppler reads it from the PDF, against its source, block by block. */
export const specimens: Judge = {
  name: 'specimens',
  needs: [
    { debian: 'poppler-utils', command: 'pdftotext' },
    { debian: 'qpdf', command: 'qpdf' },
  ],

  async judge(context) {
    const faults: Fault[] = [];
    let count = 0;
    for (const name of specimenNames) {
      faults.push(...(await judgeSpecimen(name, await write(context, name))));
      count += specimenBlocks(name).length;
    }
    const { stderr } = await runCommand('pdftotext', ['-v']);
    const tool = `pdftotext ${/[\d.]+/.exec(stderr)?.[0]}`;
    return { tool, count, unit: `blocks of ${specimenNames.length} specimens`, faults };
  },

  seeds: ['thai', 'hebrew', 'latin'].map((name) => ({
    fault: `glyphs say other letters than they show (${name})`,
    expect: /^lacks/,
    judge: async (context: Context) => {
      const pdf = await write(context, name);
      const swap = (text: string) => otherLetters(text, /<(0E2|05D|006)\w>/g);
      return judgeSpecimen(name, await editPdf(pdf, join(context.temporary, 'seeded.pdf'), swap));
    },
  })),
};

async function write({ temporary }: Context, name: string): Promise<string> {
  const path = join(temporary, `${name}.pdf`);
  writeFileSync(path, await specimenPdf(name));
  return path;
}

async function judgeSpecimen(name: string, pdf: string): Promise<readonly Fault[]> {
  const isRightToLeft = /^(arabic|hebrew|persian)$/.test(name);
  const readings = (isRightToLeft ? await readByPlaces(pdf) : [await read(pdf, '-raw')]).map(plainText);
  return specimenBlocks(name).flatMap((block) => {
    const found = readings.some((text) => endOfBlock(block, text) >= 0);
    return found ? [] : [{ at: name, message: `lacks “${block}”` }];
  });
}

/** In the order of drawing, poppler leaves letters from right to left as they stand; it turns them when it goes by places. */
async function readByPlaces(pdf: string): Promise<readonly string[]> {
  // Of an A5 page, in pt; columns by themselves, since how poppler tells them apart goes by their distance.
  const half = 210;
  const right = await read(pdf, '-x', `${half}`, '-y', '0', '-W', `${half}`, '-H', '600');
  const left = await read(pdf, '-x', '0', '-y', '0', '-W', `${half}`, '-H', '600');
  return [await read(pdf), `${right}\n${left}`];
}

function read(pdf: string, ...options: readonly string[]): Promise<string> {
  return outputOf('pdftotext', [...options, '-enc', 'UTF-8', pdf, '-']);
}
