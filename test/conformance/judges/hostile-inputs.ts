import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { campaignCases, nameCases, templateCases } from '../hostile/campaign-cases.ts';
import { pictureCases } from '../hostile/file-cases.ts';
import type { HostileCase } from '../hostile/hostile-case.ts';
import { bodyCase } from '../hostile/hostile-case.ts';
import { costlyCases, layoutCases, linkCases } from '../hostile/markdown-cases.ts';
import { type CaseGround, makeGround, runCase } from '../hostile/run-case.ts';
import { characterCases, frontMatterCases } from '../hostile/text-cases.ts';
import type { Context, Fault, Judge } from '../judge.ts';

const cases: readonly HostileCase[] = [
  ...frontMatterCases,
  ...characterCases,
  ...linkCases,
  ...costlyCases,
  ...layoutCases,
  ...pictureCases,
  ...campaignCases,
  ...nameCases,
  ...templateCases,
];

/**
 * Bad inputs through the command itself: each ends as it should, at its place, with the old pack as it was, in bounds of
 * time and memory, and with nothing run, read or written that must not be.
 */
export const hostileInputs: Judge = {
  name: 'hostile-inputs',
  needs: [{ debian: 'poppler-utils', command: 'pdftotext' }],

  async judge(context) {
    const faults = await runAll(cases, await groundOf(context));
    return { tool: 'the command itself', count: cases.length, unit: 'bad inputs', faults };
  },

  seeds: [
    {
      fault: 'a command that breaks the pack, and itself',
      expect: /the old pack was changed/,
      judge: async (context) => {
        const launcher = join(context.temporary, 'broken.mjs');
        writeFileSync(
          launcher,
          "import fs from 'node:fs'; fs.writeFileSync('out/manifest.json', ''); throw Error('x');",
        );
        const ground = await groundOf(context);
        return runAll([bodyCase('a text', '[x](file:///x)', 1, ['5:'])], { ...ground, launcher });
      },
    },
    {
      fault: 'a sound text is said to be an error',
      expect: /exit 0, not 1/,
      judge: async (context) =>
        runAll([bodyCase('a sound text', 'Sound.', 1, ['5:1 error'])], await groundOf(context)),
    },
  ],
};

function groundOf({ root, temporary }: Context): Promise<CaseGround> {
  const folder = join(temporary, `ground-${process.hrtime.bigint()}`);
  mkdirSync(folder);
  return makeGround(join(root, 'bin/campaign-pack.js'), folder);
}

async function runAll(list: readonly HostileCase[], ground: CaseGround): Promise<readonly Fault[]> {
  const found: (readonly Fault[])[] = [];
  const waiting = list.map((hostile, index) => ({ hostile, index }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { hostile, index } = next;
      const said = await runCase(hostile, ground, String(index));
      found[index] = said.length > 0 ? [{ at: hostile.name, message: said.join('; ') }] : [];
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return found.flat();
}
