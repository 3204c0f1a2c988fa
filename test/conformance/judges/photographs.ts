import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { outputOf } from '../command.ts';
import { unpackZip } from '../edit-zip.ts';
import { type Photograph, photographs } from '../images/photographs.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { filesBelow } from '../sample-pack.ts';

/**
 * 57 photographs that say who made them, where, when and with what, in every place that files of pictures have for it, are
 * built into a document: no output holds a word of it, whole or inflated, and exiftool finds no tag in a picture of
 * PDF or DOCX beside those of its pixels.
 */
export const photographsJudge: Judge = {
  name: 'photographs',
  needs: [
    { debian: 'libimage-exiftool-perl', command: 'exiftool' },
    { debian: 'poppler-utils', command: 'pdfimages' },
    { debian: 'qpdf', command: 'qpdf' },
    { debian: 'python3', command: 'python3' },
  ],

  async judge(context) {
    const made = photographs();
    const out = await build(context, made);
    const tool = `exiftool ${(await outputOf('exiftool', ['-ver'])).trim()}`;
    return {
      tool,
      count: made.length,
      unit: 'photographs',
      faults: [...(await untold(context)), ...(await search(context, out, made))],
    };
  },

  seeds: [
    {
      fault: 'a picture goes into a DOCX as the camera made it',
      expect: /holds the/,
      judge: (context) =>
        seeded(context, async (folder, [photograph]) => {
          mkdirSync(join(folder, 'word'));
          writeFileSync(join(folder, 'word/image1.jpeg'), photograph!.bytes);
          await outputOf('python3', ['-m', 'zipfile', '-c', 'leak.docx', 'word/image1.jpeg'], {
            cwd: folder,
          });
          rmSync(join(folder, 'word'), { recursive: true });
        }),
    },
    {
      fault: 'a picture goes into a PDF as the camera made it',
      expect: /^GPS/,
      judge: (context) =>
        seeded(context, async (folder, [photograph]) => {
          const pdf = await PDFDocument.create();
          const image = await pdf.embedJpg(new Uint8Array(photograph!.bytes));
          pdf.addPage().drawImage(image);
          writeFileSync(join(folder, 'leak.pdf'), await pdf.save());
        }),
    },
  ],
};

/** A kind of documents that takes as many pictures as there are, in every edition. */
const album: Readonly<Record<string, string>> = {
  'kind.yaml': 'folder: albums\nbody: text\nformats: [pdf, docx]\n',
  'editions.yaml': 'print-shop: { press: { colours: cmyk } }\nlow-ink: { ink: low }\n',
  'template.hbs':
    '<!doctype html><html lang="{{locale.language}}"><head><title>{{document.title}}</title></head><body><h1>{{document.title}}</h1><main>{{body}}</main></body></html>\n',
  'style.css': 'img { width: 10mm; height: auto }\n',
};

/** Builds a campaign of one album; gives its out folder. */
async function build({ root, temporary }: Context, made: readonly Photograph[]): Promise<string> {
  const folder = join(temporary, 'campaign');
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write(
    'campaign.yaml',
    'id: album\nversion: 1.0.0\ndate: 2026-11-23\ntitle: { en: Album }\nsource-locale: en\nlocales: [en]\npapers: [a4]\norganisation: { name: "Somebody", email: "a@example.org" }\n',
  );
  for (const [name, text] of Object.entries(album)) write(`templates/album/${name}`, text);
  const pictures = made.map(({ name }, index) => `![Picture ${index + 1}](${name})`);
  write('albums/march/en.md', `---\ntitle: March\nsummary: Pictures.\n---\n\n${pictures.join('\n\n')}\n`);
  for (const { name, bytes } of made) write(`albums/march/${name}`, bytes);
  const tool = [join(root, 'bin/campaign-pack.js'), 'build', 'campaign', '--out', 'out'];
  await outputOf(process.execPath, tool, { cwd: temporary });
  return join(temporary, 'out');
}

/** What exiftool finds in the photographs themselves: if they say nothing, they prove nothing. */
async function untold({ temporary }: Context): Promise<readonly Fault[]> {
  const tags = await tagsIn(join(temporary, 'campaign/albums/march'));
  const told = new Set(tags.map(({ at }) => at)).size;
  const places = tags.filter(({ message }) => message.startsWith('GPS')).length;
  return told >= 40 && places >= 30
    ? []
    : [{ at: 'photographs', message: `exiftool finds tags in ${told} of them, and ${places} of places` }];
}

/** The secrets in all files below a folder, and the tags of the pictures in PDF and DOCX. */
async function search(
  context: Context,
  folder: string,
  made: readonly Photograph[],
  count = made.length,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const known = new Set<string>();
  const find = (bytes: Buffer, at: string): void => {
    // The zips hold what stands beside them.
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (known.has(hash)) return;
    known.add(hash);
    for (const { name, secrets } of made) {
      for (const { what, bytes: secret } of secrets)
        if (bytes.includes(secret)) faults.push({ at, message: `holds the ${what} of ${name}` });
    }
  };
  const work = join(context.temporary, 'work');
  for (const path of filesBelow(folder)) {
    find(readFileSync(join(folder, path)), path);
    // The guide to printing has no pictures.
    if (path.endsWith('.pdf') && !path.endsWith('printing.pdf')) {
      const inflated = join(context.temporary, 'inflated.pdf');
      await outputOf('qpdf', ['--qdf', '--object-streams=disable', join(folder, path), inflated]);
      find(readFileSync(inflated), `${path}, inflated`);
      empty(work);
      await outputOf('pdfimages', ['-all', join(folder, path), join(work, 'image')]);
      // pdfimages says 72 dpi of every PNG that it makes.
      const found = await picturesIn(work, path, count);
      faults.push(...found.filter(({ message }) => !message.startsWith('PNG-pHYs: ')));
    } else if (/\.(?:docx|zip)$/.test(path)) {
      const unpacked = await unpackZip(join(folder, path), work);
      for (const part of filesBelow(unpacked)) find(readFileSync(join(unpacked, part)), `${path}: ${part}`);
      if (path.endsWith('.docx')) {
        const media = filesBelow(unpacked).filter((part) => /image\d+\.(?:jpeg|png)$/.test(part));
        const apart = join(context.temporary, 'media');
        empty(apart);
        for (const part of media)
          writeFileSync(join(apart, basename(part)), readFileSync(join(unpacked, part)));
        faults.push(...(await picturesIn(apart, path, count)));
      }
    }
  }
  return faults;
}

function empty(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** The tags of pictures that were taken out of a file; one fault more where there are not as many as went in. */
async function picturesIn(folder: string, path: string, count: number): Promise<readonly Fault[]> {
  const found = readdirSync(folder).length;
  const lost = found >= count ? [] : [{ at: path, message: `has ${found} pictures of ${count}` }];
  const tags = await tagsIn(folder);
  return [...lost, ...tags.map(({ at, message }) => ({ at: `${path}: ${at}`, message }))];
}

/** Groups of tags that say how the pixels are stored, and what the file system says. */
const plain = /^(?:ExifTool|System|File|Composite|JFIF|PNG|Adobe)$/;
/** Tags of PNG that say more. */
const spoken = /Profile|Time|Comment|Author|Title|Palette|PixelsPerUnit|Gamma|Creator/;

/** What exiftool tells of the pictures in a folder beside their pixels. */
async function tagsIn(folder: string): Promise<readonly Fault[]> {
  const printed = await outputOf('exiftool', ['-json', '-G1', '-a', '-u', '-U', '.'], { cwd: folder });
  const files: readonly Record<string, unknown>[] = printed.trim() === '' ? [] : JSON.parse(printed);
  return files.flatMap(({ SourceFile, ...tags }) =>
    Object.entries(tags).flatMap(([tag, value]) => {
      const [group = '', name = ''] = tag.split(':');
      const isPlain =
        plain.test(group) && !(group.startsWith('PNG') && spoken.test(name)) && name !== 'Comment';
      const at = basename(String(SourceFile));
      return isPlain ? [] : [{ at, message: `${group}: ${name} is ${String(value)}` }];
    }),
  );
}

/** Judges a folder with one leaking file in it. */
async function seeded(
  context: Context,
  leak: (folder: string, made: readonly Photograph[]) => Promise<void>,
): Promise<readonly Fault[]> {
  const folder = join(context.temporary, 'seeded');
  empty(folder);
  const made = photographs();
  await leak(folder, made);
  return search(context, folder, made, 1);
}
