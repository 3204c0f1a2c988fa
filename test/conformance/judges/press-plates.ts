import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from '../command.ts';
import { editPdf } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { type Box, type PlatedPage, separate } from '../plates.ts';

/** Of 255: what counts as no ink, and as black that is whole. */
const nothing = 12;
const whole = 250;

const spot = 'PANTONE 485 C';

/** What is mixed of inks: a gradient from the accent to black, and a box that lets something through. */
const mixtures = `
.front { background-image: linear-gradient(var(--accent), black) }
.action { opacity: 0.8 }
`;

/** A file for a print shop. */
interface PressFile {
  /** Absolute. */
  readonly path: string;
  readonly at: string;
  /** The plates with ink on them inside the trim; every other is empty there. */
  readonly inked: readonly string[];
  /** The plates that marks stand on, which are all that the job has. */
  readonly marked: readonly string[];
}

const process = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/**
 * Editions of a leaflet in the inks of the sample pack and in others: black and a spot ink, five inks, black alone. The sample's
 * accent is a red without cyan, and everything else is a grey.
 */
const editions = {
  'print-shop': { press: '{ colours: cmyk }', inked: process.slice(1), marked: process },
  'two-inks': {
    press: `{ colours: grey, spot: { accent: { name: ${spot}, cmyk: [0, 95, 100, 0] } } }`,
    inked: ['Black', spot],
    marked: ['Black', spot],
  },
  'five-inks': {
    press: `{ colours: cmyk, spot: { accent: { name: ${spot}, cmyk: [0, 95, 100, 0] } } }`,
    inked: ['Black', spot],
    marked: [...process, spot],
  },
  black: { press: '{ colours: grey }', inked: ['Black'], marked: ['Black'] },
} as const;

/**
 * The plates of every page for a print shop, as Ghostscript separates them: inside the trim no ink but those that are
 * meant, black alone where it is black, marks on every plate of the job, and the boxes of the page inside each other.
 */
export const pressPlates: Judge = {
  name: 'press-plates',
  needs: [
    { debian: 'ghostscript', command: 'gs' },
    { debian: 'poppler-utils', command: 'pdfinfo' },
    { debian: 'qpdf', command: 'fix-qdf' },
  ],

  async judge(context) {
    const files = [...packFiles(context), ...(await leafletFiles(context))];
    const faults: Fault[] = [];
    for (const file of files) faults.push(...(await faultsOf(context, file)));
    const version = await outputOf('gs', ['--version']);
    return { tool: `Ghostscript ${version.trim()}`, count: files.length, unit: 'PDF files', faults };
  },

  seeds: [
    {
      fault: 'black text is printed in four inks',
      expect: /black that lies on other inks/,
      judge: (context) => seeded(context, /^0 0 0 1 k$/gm, '0.6 0.5 0.5 1 k'),
    },
    {
      fault: 'an area is filled in a colour of screens',
      expect: /on the plate of Cyan/,
      judge: (context) => seeded(context, /^0 [\d.]+ [\d.]+ [\d.]+ k$/m, '0 0.5 1 rg'),
    },
    {
      fault: 'nothing is printed in black',
      expect: /no ink on the plate of Black/,
      judge: (context) => seeded(context, /^(?:[\d.]+ ){4}k$/gm, '0 0.5 0.5 0 k'),
    },
    {
      fault: 'marks are on the plate of black alone',
      expect: /no marks on the plate of Cyan/,
      judge: (context) => seeded(context, /^\/C\d CS\n1 SCN$/gm, '0 0 0 1 K'),
    },
    {
      fault: 'the trim reaches out of the bleed',
      expect: /TrimBox/,
      judge: (context) => seeded(context, /(?<=\/TrimBox \[\s*)[\d.]+/g, '10'),
    },
    {
      fault: 'what shows through is mixed in the greys of a screen',
      expect: /on the plate of Cyan/,
      async judge(context) {
        const file = (await leafletFiles(context)).find(({ at }) => at === 'two-inks')!;
        return edited(context, file, /\/CS \/DeviceCMYK/g, '/CS /DeviceGray');
      },
    },
    {
      fault: 'a spot ink is mixed of process inks',
      expect: /on the plate of Magenta/,
      async judge(context) {
        const file = (await leafletFiles(context)).find(({ at }) => at === 'two-inks')!;
        return edited(context, file, /^\/C1 cs\n[\d.]+ scn$/gm, '0 0.95 1 0 k');
      },
    },
  ],
};

function packFiles({ pack }: Context): readonly PressFile[] {
  const files = pack.printPdfs.filter(({ edition }) => edition === 'print-shop');
  const { inked, marked } = editions['print-shop'];
  return files.map(({ path }) => ({ path: join(pack.folder, path), at: path, inked, marked }));
}

/** The editions of one leaflet, built by the command with an editions.yaml of the campaign's own. */
async function leafletFiles({ root, temporary }: Context): Promise<readonly PressFile[]> {
  const [campaign, out] = ['campaign', 'out'].map((name) => join(temporary, name));
  const files = Object.entries(editions).map(([name, { inked, marked }]) => {
    const path = join(out!, `en/leaflets/long-hair--${name}.pdf`);
    return { path, at: name, inked, marked };
  });
  if (existsSync(out!)) return files;
  cpSync(join(root, 'content'), campaign!, { recursive: true });
  mkdirSync(join(campaign!, 'templates/leaflet'), { recursive: true });
  const written = Object.entries(editions).map(([name, { press }]) => `${name}: { press: ${press} }\n`);
  writeFileSync(join(campaign!, 'templates/leaflet/editions.yaml'), written.join(''));
  const style = readFileSync(join(root, 'templates/leaflet/style.css'), 'utf8');
  writeFileSync(join(campaign!, 'templates/leaflet/style.css'), style + mixtures);
  const asked = ['--locale', 'en', '--document', 'long-hair', '--format', 'pdf'];
  const launcher = join(root, 'bin/campaign-pack.js');
  await outputOf('node', [launcher, 'build', campaign!, '--out', out!, ...asked], { cwd: root });
  return files;
}

async function faultsOf({ temporary }: Context, file: PressFile): Promise<readonly Fault[]> {
  const pages = await separate(file.path, join(temporary, 'plates'));
  if (pages.length === 0) return [{ at: file.at, message: 'there are no pages' }];
  const found = pages.flatMap((page, index) =>
    [...inkFaults(page, file), ...boxFaults(page)].map((message) => ({
      at: `${file.at}, page ${index + 1}`,
      message,
    })),
  );
  // A page may do without an ink that others have.
  const unused = file.inked.filter((name) => pages.every((page) => inkInside(page, name) === 0));
  return [...found, ...unused.map((name) => ({ at: file.at, message: `no ink on the plate of ${name}` }))];
}

/** How many pixels inside the trim have an ink. */
function inkInside(page: PlatedPage, name: string): number {
  return countInk(page, page.plates.get(name), areaOf(page, 'TrimBox'));
}

function inkFaults(page: PlatedPage, { inked, marked }: PressFile): readonly string[] {
  const [trim, bleed, media] = (['TrimBox', 'BleedBox', 'MediaBox'] as const).map((box) => areaOf(page, box));
  const faults = [...page.plates].flatMap(([name, plate]) => {
    const pixels = countInk(page, plate, trim!);
    const marks = countInk(page, plate, media!) - countInk(page, plate, bleed!);
    return [
      ...(pixels > 0 && !inked.includes(name) ? [`${pixels} pixels of ink on the plate of ${name}`] : []),
      ...(marks > 0 && !marked.includes(name) ? [`marks on the plate of ${name}`] : []),
      ...(marks === 0 && marked.includes(name) ? [`no marks on the plate of ${name}`] : []),
    ];
  });
  const missing = marked.filter((name) => !page.plates.has(name)).map((name) => `no plate of ${name}`);
  return [...faults, ...missing, ...richBlack(page, trim!)];
}

function richBlack(page: PlatedPage, area: Area): readonly string[] {
  const black = page.plates.get('Black');
  const others = [...page.plates].filter(([name]) => name !== 'Black').map(([, plate]) => plate);
  const isRich = (at: number) => black![at]! >= whole && others.some((plate) => plate[at]! > nothing);
  const count = black ? countPixels(page, area, isRich) : 0;
  return count > 0 ? [`${count} pixels are of black that lies on other inks`] : [];
}

/** Columns and rows of pixels, the ends not among them. */
interface Area {
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

/** The pixels that are wholly inside a box. */
function areaOf({ width, height, boxes }: PlatedPage, name: keyof PlatedPage['boxes']): Area {
  const [left, bottom, right, top] = boxes[name];
  if (name === 'MediaBox') return { columns: [0, width], rows: [0, height] };
  return {
    columns: [Math.ceil(left), Math.floor(right)],
    // Rows count from the top, and the last one may be a part of a pt.
    rows: [height - Math.floor(top) + 1, height - Math.ceil(bottom) - 1],
  };
}

function countInk(page: PlatedPage, plate: Uint8Array | undefined, area: Area): number {
  return plate ? countPixels(page, area, (at) => plate[at]! > nothing) : 0;
}

function countPixels({ width }: PlatedPage, { columns, rows }: Area, is: (at: number) => boolean): number {
  let count = 0;
  for (let y = rows[0]; y < rows[1]; y++)
    for (let x = columns[0]; x < columns[1]; x++) if (is(y * width + x)) count++;
  return count;
}

function boxFaults({ boxes }: PlatedPage): readonly string[] {
  const order = ['MediaBox', 'BleedBox', 'TrimBox', 'ArtBox'] as const;
  return order.slice(1).flatMap((name, index) => {
    const outer = order[index]!;
    return isWithin(boxes[name], boxes[outer]) ? [] : [`the ${name} is not inside the ${outer}`];
  });
}

function isWithin([left, bottom, right, top]: Box, outer: Box): boolean {
  return left >= outer[0] && bottom >= outer[1] && right <= outer[2] && top <= outer[3];
}

function seeded(context: Context, pattern: RegExp, colour: string): Promise<readonly Fault[]> {
  return edited(context, packFiles(context)[0]!, pattern, colour);
}

async function edited(
  context: Context,
  file: PressFile,
  pattern: RegExp,
  replacement: string,
): Promise<readonly Fault[]> {
  const copy = join(context.temporary, 'seeded.pdf');
  await editPdf(file.path, copy, (text) => text.replace(pattern, replacement));
  return faultsOf(context, { ...file, path: copy });
}
