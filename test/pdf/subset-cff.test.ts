import { describe, expect, it } from 'vitest';
import { buildCff } from '../../src/pdf/font/build-cff.ts';
import { subsetPrograms } from '../../src/pdf/font/subset-cff.ts';
import { createProgram } from '../../src/pdf/font/write-charstring.ts';
import type { Face } from '../../src/text/fonts/face.ts';
import { cffOutlines } from '../../src/text/outlines/cff/cff-outlines.ts';
import type { GlyphPath } from '../../src/text/outlines/glyph-path.ts';
import type { CffOutlines } from '../../src/text/outlines/outlines.ts';
import { createFaces } from './support/faces.ts';

const { open } = await createFaces();
const { face } = open('source-sans/OTF/SourceSans3-Regular.otf');
const outlines = cffOf(face);

function cffOf({ outlines }: Face): CffOutlines {
  if (outlines.kind !== 'cff') throw new Error('no CFF outlines');
  return outlines;
}

function programOf(path: GlyphPath, width: number): Uint8Array {
  const program = createProgram(width);
  for (const step of path) {
    if (step.kind === 'curve') program.curve(step.x1, step.y1, step.x2, step.y2, step.x, step.y);
    else program[step.kind](step.x, step.y);
  }
  return program.bytes();
}

/** The outlines of a bare CFF font. */
function reopen(bytes: Uint8Array): CffOutlines {
  return cffOutlines(
    {
      tags: ['CFF '],
      has: (tag) => tag === 'CFF ',
      size: () => bytes.length,
      read: () => bytes,
      readPart: (_, offset, length) => bytes.subarray(offset, offset + length),
    },
    [],
  );
}

const letter = (character: string) => face.glyphOf(character.codePointAt(0)!);

describe('a subset of a CFF face', () => {
  const cells = [...'Rég8'].map((text) => ({
    parts: [{ glyph: letter(text), dx: 0, dy: 0 }],
    advance: face.advanceOf(letter(text)),
    text,
  }));
  const accent = {
    parts: [
      { glyph: letter('e'), dx: 0, dy: 0 },
      { glyph: letter('´'), dx: 40, dy: -7 },
    ],
    advance: 500,
    text: 'x',
  };
  const { unitsPerEm, bounds } = face;
  const subset = subsetPrograms(face, [...cells, accent]);
  const font = reopen(buildCff({ name: 'AAAAAA+Test', unitsPerEm, bounds, ...subset }));

  it('holds .notdef and the glyphs asked for, as they were', () => {
    expect(font.pathOf(0)).toEqual(outlines.pathOf(0));
    cells.forEach(({ parts }, i) => {
      expect(font.pathOf(i + 1)).toEqual(outlines.pathOf(parts[0]!.glyph));
    });
    expect(font.pathOf(6)).toEqual([]);
  });

  it('puts glyphs together, each at its offset', () => {
    const [e, mark] = accent.parts.map(({ glyph }) => outlines.pathOf(glyph)) as [GlyphPath, GlyphPath];
    const made = font.pathOf(5);
    expect(made.slice(0, e.length)).toEqual(e);
    expect(made).toHaveLength(e.length + mark.length);
    expect(made[e.length]).toMatchObject({ kind: 'move', x: mark[0]!.x + 40, y: mark[0]!.y - 7 });
  });

  it('says the widths in the programs', () => {
    const program = (width: number | undefined) => [...createProgram(width).bytes()];
    expect(program(undefined)).toEqual([14]);
    // 0x1c begins a number of 16 bits, 0x8b is 0, and 14 ends the glyph.
    expect(program(2000)).toEqual([0x1c, 0x07, 0xd0, 14]);
    expect(program(0)).toEqual([0x8b, 14]);
    expect(program(500)).toEqual([248, 136, 14]);
  });

  it('has a font matrix where the em is not 1000 units', () => {
    const bytes = buildCff({ ...subset, name: 'A', unitsPerEm: 2048, bounds });
    const matrix = Buffer.from([0x1e, 0xa0, 0x00, 0x48, 0x82, 0x81, 0x25, 0xff]);
    expect(Buffer.from(bytes).includes(matrix)).toBe(true);
    expect(reopen(bytes).pathOf(1)).toEqual(outlines.pathOf(letter('R')));
  });

  it('keeps long runs of curves within the operands that a program may have', () => {
    const path: GlyphPath = [
      { kind: 'move', x: 10, y: 0 },
      ...Array.from({ length: 40 }, (_, i) => ({ kind: 'line', x: i * 3, y: i * 300 }) as const),
      ...Array.from(
        { length: 30 },
        (_, i) => ({ kind: 'curve', x1: i, y1: 5 - i, x2: 2 * i, y2: 9, x: 3000 * (i % 2), y: i }) as const,
      ),
    ];
    const glyphs = [programOf(path, 77)];
    const long = reopen(buildCff({ name: 'A', unitsPerEm, bounds, defaultWidth: 0, glyphs }));
    expect(long.pathOf(0)).toEqual(path);
  });
});
