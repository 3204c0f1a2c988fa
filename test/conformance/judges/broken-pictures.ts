import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.ts';
import { type BrokenPictureFile, brokenPictures, soundPicture } from '../images/broken-pictures.ts';
import type { Context, Fault, Judge } from '../judge.ts';

/** Every kind of corrupt file of PngSuite, made anew, and of JPEG: each is an error at the place in the Markdown that shows it. */
export const brokenPicturesJudge: Judge = {
  name: 'broken-pictures',
  needs: [],

  async judge(context) {
    const broken = brokenPictures();
    return {
      tool: `Node.js ${process.version}`,
      count: broken.length,
      unit: 'broken pictures',
      faults: await judgeAll(context, broken),
    };
  },

  seeds: [
    {
      fault: 'a sound picture is among them',
      expect: /^0 errors at/,
      judge: (context) => judgeAll(context, [...brokenPictures().slice(0, 2), soundPicture]),
    },
  ],
};

/** Checks a leaflet that shows each on a line of its own, behind a sound one. */
async function judgeAll(
  { root, temporary }: Context,
  broken: readonly BrokenPictureFile[],
): Promise<readonly Fault[]> {
  const campaign = join(temporary, 'campaign');
  rmSync(campaign, { recursive: true, force: true });
  const folder = join(campaign, 'leaflets/march');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(campaign, 'campaign.yaml'),
    'id: broken\nversion: 1.0.0\ndate: 2026-11-23\ntitle: { en: Broken }\nsource-locale: en\nlocales: [en]\npapers: [a4]\norganisation: { name: "Somebody", email: "a@example.org" }\n',
  );
  const lines = ['---', 'title: March', 'summary: Pictures.', '---', '', `![Sound](${soundPicture.name})`];
  const places = broken.map(({ name }, index) => {
    // Some words before it, so that the column is not always the first.
    const before = 'See '.repeat(index % 3);
    const picture = `${before}![A march](`;
    lines.push('', `${picture}${name})`);
    return `leaflets/march/en.md:${lines.length}:${picture.length + 1}`;
  });
  writeFileSync(join(folder, 'en.md'), `${lines.join('\n')}\n`);
  for (const { name, bytes } of [...broken, soundPicture]) writeFileSync(join(folder, name), bytes);
  const args = [join(root, 'bin/campaign-pack.js'), 'check', 'campaign'];
  const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: temporary });
  const errors = `${stdout}\n${stderr}`.split('\n').filter((line) => / error /.test(line));
  const faults = broken.flatMap(({ name }, index): readonly Fault[] => {
    const place = `campaign/${places[index]}: error image-invalid: `;
    const own = errors.filter((line) => line.startsWith(place) && line.includes(name));
    return own.length === 1 ? [] : [{ at: name, message: `${own.length} errors at ${places[index]}` }];
  });
  const more = errors.length - broken.length;
  return [
    ...faults,
    ...(code === 1 ? [] : [{ at: 'check', message: `ends with ${code}` }]),
    ...(more > 0
      ? [{ at: 'check', message: `gives ${more} errors more than there are broken pictures` }]
      : []),
  ];
}
