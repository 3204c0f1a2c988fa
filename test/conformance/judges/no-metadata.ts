import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { outputOf } from '../command.ts';
import { editPdf } from '../edit-pdf.ts';
import { editZip, unpackZip } from '../edit-zip.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { filesBelow } from '../sample-pack.ts';

/** Names that nothing else has, given to the surroundings of a build. */
const marks = {
  host: 'zq7-host-name',
  user: 'zq7-user-name',
  home: 'zq7-home-folder',
  cwd: 'zq7-working-folder',
  zone: 'Pacific/Chatham',
} as const;

/**
 * No byte of an output says who built it, where and when: a build whose host, user, folders and time zone have names
 * that nothing else has is searched for them, in inflated streams of PDF and unpacked parts too; and no tag that
 * exiftool knows is dated otherwise than the campaign.
 */
export const noMetadata: Judge = {
  name: 'no-metadata',
  needs: [
    { debian: 'libimage-exiftool-perl', command: 'exiftool' },
    // Without it exiftool reads nothing inside of a DOCX.
    { debian: 'libarchive-zip-perl', file: '/usr/share/perl5/Archive/Zip.pm' },
    { debian: 'qpdf', command: 'qpdf' },
    { debian: 'python3', command: 'python3' },
    { debian: 'util-linux', command: 'unshare' },
  ],

  async judge(context) {
    const pack = await buildMarked(context);
    const found = await search(context, pack);
    const exiftool = (await outputOf('exiftool', ['-ver'])).trim();
    return {
      tool: `exiftool ${exiftool}, ${(await outputOf('qpdf', ['--version'])).split('\n')[0]}`,
      count: found.files,
      unit: 'files and parts, PDF files inflated',
      faults: [...found.faults, ...(await dateFaults(context, pack))],
    };
  },

  seeds: [
    {
      fault: 'a part of a DOCX in a zip names the host',
      expect: /host/,
      judge: (context) =>
        seeded(context, context.pack.zips[0]!, async (zip) => {
          const folder = await unpackZip(zip, join(context.temporary, 'repacked'));
          const docx = filesBelow(folder).find((path) => path.endsWith('.docx'))!;
          const copy = join(context.temporary, 'seeded.docx');
          await editZip(join(folder, docx), copy, 'docProps/app.xml', (text) =>
            text.replace('</Properties>', `<Company>${marks.host}</Company></Properties>`),
          );
          cpSync(copy, join(folder, docx));
          await outputOf('python3', ['-m', 'zipfile', '-c', zip, ...filesBelow(folder)], { cwd: folder });
        }),
    },
    {
      fault: 'a compressed object of a PDF names the user',
      expect: /user/,
      judge: (context) =>
        seeded(context, context.pack.pdfs[0]!.path, async (pdf) => {
          const copy = join(context.temporary, 'seeded.pdf');
          await editPdf(pdf, copy, (text) => text.replace('/Lang (', `/User (${marks.user}) /Lang (`));
          await outputOf('qpdf', ['--object-streams=generate', '--compress-streams=y', copy, pdf]);
        }),
    },
    {
      fault: 'a DOCX is dated by a clock',
      expect: /^dated/,
      judge: (context) =>
        seeded(context, context.pack.docxs[0]!.path, async (docx) => {
          const copy = join(context.temporary, 'seeded.docx');
          await editZip(docx, copy, 'docProps/core.xml', (text) =>
            text.replace(/(<dcterms:modified[^>]*>)[^<]*/, '$12001-02-03T04:05:06+07:00'),
          );
          cpSync(copy, docx);
        }),
    },
    {
      fault: 'a PDF is dated by a clock',
      expect: /^dated/,
      judge: (context) =>
        seeded(context, context.pack.pdfs[0]!.path, async (pdf) => {
          const copy = join(context.temporary, 'seeded.pdf');
          await editPdf(pdf, copy, (text) => text.replace(/\(D:\d+/, '(D:20010203040506'));
          cpSync(copy, pdf);
        }),
    },
  ],
};

/** Builds in surroundings with names; as root under a host name of its own. Gives the out folder. */
async function buildMarked({ root, temporary }: Context): Promise<string> {
  const folder = join(temporary, marks.cwd);
  mkdirSync(folder);
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  const tool = [process.execPath, join(root, 'bin/campaign-pack.js'), 'build', '--out', 'pack'];
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const named = ['--uts', 'sh', '-c', `hostname ${marks.host} && exec "$@"`, 'sh', ...tool];
  const env = {
    PATH: process.env.PATH,
    HOME: join(temporary, marks.home),
    USER: marks.user,
    LOGNAME: marks.user,
    HOSTNAME: marks.host,
    TZ: marks.zone,
  };
  await outputOf('unshare', [...asRoot, ...named], { cwd: folder, env });
  return join(folder, 'pack');
}

/** Looks for the marks, and for this machine's own names, in every file and all that is inside of it. */
async function search(
  context: Context,
  folder: string,
): Promise<{ readonly files: number; readonly faults: readonly Fault[] }> {
  const own = { root: context.root, temporary: context.temporary, machine: hostname() };
  const names = Object.entries({ ...marks, ...own })
    // A short host name, such as `vm`, is found by chance.
    .filter(([, name]) => name.length >= 5)
    .flatMap(([what, name]) => writings(name).map((bytes) => ({ what, name, bytes })));
  const faults: Fault[] = [];
  const known = new Set<string>();
  const searchBytes = (bytes: Buffer, at: string) => {
    const lower = bytes.toString('latin1').toLowerCase();
    for (const name of names) {
      if (lower.includes(name.bytes)) faults.push({ at, message: `holds the ${name.what} ${name.name}` });
    }
  };
  const searchFolder = async (below: string, at: string): Promise<void> => {
    for (const path of filesBelow(below)) {
      const bytes = readFileSync(join(below, path));
      const hash = createHash('sha256').update(bytes).digest('hex');
      // The zips hold what stands beside them.
      if (known.has(hash)) continue;
      known.add(hash);
      searchBytes(bytes, `${at}${path}`);
      if (path.endsWith('.pdf'))
        searchBytes(await inflate(context, join(below, path)), `${at}${path}, inflated`);
      if (/\.(?:zip|docx)$/.test(path)) {
        const depth = at.split(': ').length;
        const unpacked = await unpackZip(join(below, path), join(context.temporary, `unpacked-${depth}`));
        await searchFolder(unpacked, `${at}${path}: `);
      }
    }
  };
  await searchFolder(folder, '');
  return { files: known.size, faults };
}

async function inflate(context: Context, pdf: string): Promise<Buffer> {
  const plain = join(context.temporary, 'plain.pdf');
  await outputOf('qpdf', ['--qdf', '--object-streams=disable', pdf, plain]);
  return readFileSync(plain);
}

/** How a name may be written: UTF-8, UTF-16, and the hexadecimal strings of PDF; in lower case. */
function writings(name: string): readonly string[] {
  const littleEndian = Buffer.from(name.toLowerCase(), 'utf16le');
  const bigEndian = Buffer.from(littleEndian).swap16();
  const plain = Buffer.from(name.toLowerCase());
  return [
    ...[plain, littleEndian, bigEndian].map((bytes) => bytes.toString('latin1')),
    ...[Buffer.from(name), Buffer.from(name, 'utf16le').swap16()].map((bytes) => bytes.toString('hex')),
  ];
}

/** Dates in documents that are not the campaign's, and those with a time zone. */
async function dateFaults(context: Context, folder: string): Promise<readonly Fault[]> {
  const date = context.pack.manifest.date?.replaceAll('-', ':');
  const expected = new RegExp(`^${date} 00:00:00(?:Z|[-+]00:00)?$`);
  const documents = filesBelow(folder).filter((path) => /\.(?:pdf|docx)$/.test(path));
  if (documents.length === 0) return [];
  const printed = await outputOf('exiftool', ['-json', '-G', '--System:all', ...documents], { cwd: folder });
  const files: readonly Record<string, unknown>[] = JSON.parse(printed);
  return files.flatMap((tags) =>
    Object.entries(tags)
      .filter(([tag, value]) => /Date/.test(tag) && !/^ZIP:/.test(tag) && !expected.test(String(value)))
      .map(([tag, value]) => ({ at: String(tags.SourceFile), message: `dated ${value} in ${tag}` })),
  );
}

/** Judges a folder with one file of the pack in it, edited. */
async function seeded(
  context: Context,
  path: string,
  edit: (file: string) => Promise<void>,
): Promise<readonly Fault[]> {
  const folder = join(context.temporary, 'seeded');
  rmSync(folder, { recursive: true, force: true });
  const file = join(folder, basename(path));
  cpSync(join(context.pack.folder, path), file);
  await edit(file);
  return [...(await search(context, folder)).faults, ...(await dateFaults(context, folder))];
}
