import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import { createFontBook, type FontBook } from '../../../src/text/fonts/font-book.ts';
import { createFontStore, type FontStore } from '../../../src/text/fonts/font-store.ts';
import { shapeParagraph } from '../../../src/text/shape-paragraph.ts';
import { loadShaper } from '../../../src/text/shaping/shaper.ts';
import { faceRule } from '../../style/support/font-face.ts';
import { initialStyle } from '../../style/support/initial-style.ts';
import { outputOf } from '../command.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { type ShapingSample, shapingSamples, wanted } from '../shaping/samples.ts';

/** Glyphs and positions of words in every script, as this tool's paragraphs have them, against those of hb-shape. */
export const shaping: Judge = {
  name: 'shaping',
  needs: [{ debian: 'libharfbuzz-bin', command: 'hb-shape' }],

  async judge(context) {
    const samples = shapingSamples();
    const faults: Fault[] = [];
    const store = createFontStore(await loadShaper());
    for (const sample of samples) faults.push(...(await judgeSample(context, store, sample)));
    store.close();
    const version = await outputOf('hb-shape', ['--version']);
    return {
      tool: version.split('\n')[0]!.trim(),
      count: samples.reduce((sum, { words }) => sum + [...words.values()].flat().length, 0),
      unit: `words of ${samples.length} samples`,
      faults,
      notes: samples.map((sample) => describe(sample, faults)),
    };
  },

  seeds: [
    {
      fault: 'the words are set without their marks',
      expect: /, not /,
      judge: (context) => seeded(context, 'Hebrew', (word) => word.replace(/\p{M}/gu, '')),
    },
    {
      fault: 'letters stand apart',
      expect: /, not /,
      judge: (context) => seeded(context, 'Arabic', (word) => [...word].join('\u200c')),
    },
  ],
};

function describe({ name, words }: ShapingSample, faults: readonly Fault[]): string {
  const count = [...words.values()].flat().length;
  const wrong = faults.filter(({ at }) => at.startsWith(`${name}: `)).length;
  return `${name}: ${count - wrong} of ${count} words equal`;
}

async function seeded(context: Context, name: string, change: (word: string) => string) {
  const sample = shapingSamples().find((candidate) => candidate.name === name)!;
  const store = createFontStore(await loadShaper());
  try {
    return await judgeSample(context, store, sample, change);
  } finally {
    store.close();
  }
}

/** Judges a sample; `change` is made to what this tool shapes, not to what hb-shape is given. */
async function judgeSample(
  context: Context,
  store: FontStore,
  sample: ShapingSample,
  change = (word: string) => word,
): Promise<readonly Fault[]> {
  const count = [...sample.words.values()].flat().length;
  const few = count < wanted ? [{ at: `${sample.name}: `, message: `${count} words only` }] : [];
  const book = bookOf(context.root, store, sample.font);
  const faults: Fault[] = [...few];
  for (const [language, words] of sample.words) {
    const expected = await shapedByHarfBuzz(context, sample, language, words);
    words.forEach((word, index) => {
      const own = shapedHere(book, sample, language, change(word));
      const message = `${own}, not ${expected[index]}`;
      if (own !== expected[index]) faults.push({ at: `${sample.name}: ${word} (${language})`, message });
    });
  }
  return faults;
}

function bookOf(root: string, store: FontStore, font: string): FontBook {
  const [name = '', ...path] = font.split('/');
  const npm = `@expo-google-fonts/${name}`;
  const packageRoots = { [npm]: join(root, 'node_modules', npm) };
  const host = createMemoryHost({ campaign: {}, packageRoots });
  return createFontBook(host, [faceRule('Sample', `npm:${npm}/${path.join('/')}`)], store);
}

const source = { name: 'shaping', root: 'tool', path: 'shaping', text: '' } as const;
const span = { source, start: 0, end: 0 };
/** A word's glyphs in visual order, in font units: `glyph@dx,dy+advance`. */
function shapedHere(book: FontBook, sample: ShapingSample, language: string, word: string): string {
  const probe: ComputedStyle = { ...initialStyle, fontFamily: ['Sample'] };
  const { unitsPerEm } = book.primaryFace(probe);
  const style = { ...probe, language, direction: sample.direction, fontSize: unitsPerEm };
  const shaped = shapeParagraph({ items: [{ kind: 'text', text: word, style, span }], style }, book);
  if (shaped.diagnostics.length > 0) return shaped.diagnostics.map(({ message }) => message).join('; ');
  const pieces = shaped.value.breakLines(() => 1e9).flatMap((line) => line.pieces);
  return pieces
    .flatMap((piece) => (piece.kind === 'glyphs' ? [...piece.glyphs] : []))
    .map(({ id, dx, dy, advance }) => `${id}@${Math.round(dx)},${Math.round(dy)}+${Math.round(advance)}`)
    .join(' ');
}

interface HarfBuzzGlyph {
  readonly g: number;
  readonly dx: number;
  readonly dy: number;
  readonly ax: number;
}

async function shapedByHarfBuzz(
  { root, temporary }: Context,
  { script, direction, font }: ShapingSample,
  language: string,
  words: readonly string[],
): Promise<readonly string[]> {
  const file = join(temporary, 'words.txt');
  writeFileSync(file, `${words.join('\n')}\n`);
  const printed = await outputOf('hb-shape', [
    `--font-file=${join(root, 'node_modules/@expo-google-fonts', font)}`,
    `--text-file=${file}`,
    `--script=${script}`,
    `--direction=${direction}`,
    `--language=${language}`,
    '--cluster-level=1',
    '--no-glyph-names',
    '--output-format=json',
  ]);
  return printed
    .trim()
    .split('\n')
    .map((line) =>
      (JSON.parse(line) as readonly HarfBuzzGlyph[])
        .map(({ g, dx, dy, ax }) => `${g}@${dx},${dy}+${ax}`)
        .join(' '),
    );
}
