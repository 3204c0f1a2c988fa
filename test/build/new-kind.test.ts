import { describe, expect, it } from 'vitest';
import { planBuild } from '../../src/build/plan.ts';
import { runJob } from '../../src/build/run-job.ts';
import { sessionOn } from '../../src/build/session.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { readPdf } from '../pdf/support/read-pdf.ts';
import { pagesOf } from '../pdf/support/read-text.ts';

const banner = {
  'campaign.yaml':
    'id: c\nversion: 1.0.0\ndate: 2026-01-02\ntitle: Campaign\nsource-locale: en\nlocales: [en]\n',
  'templates/banner/kind.yaml': 'folder: banners\npages: { max: 1 }\nformats: [pdf]\n',
  'templates/banner/template.hbs':
    '<html lang="{{locale.language}}"><head><title>{{document.title}}</title></head><body><h1>{{document.title}}</h1>{{body}}</body></html>',
  'templates/banner/style.css':
    '@page { size: A3 landscape; margin: 20mm } h1 { font-size: 90pt; text-align: center }',
  'banners/release/en.md': '---\ntitle: Free them all\nsummary: A banner.\n---\n\nNow.\n',
};

const packageRoots = Object.fromEntries(
  ['noto-sans', 'fira-sans-extra-condensed'].map((name) => [
    `@expo-google-fonts/${name}`,
    `${process.cwd()}/node_modules/@expo-google-fonts/${name}`,
  ]),
);

describe('a new kind', () => {
  it('is a folder of templates and a Markdown file', async () => {
    const host = createMemoryHost({ campaign: banner, toolRoot: process.cwd(), packageRoots });
    const opened = sessionOn(host);
    expect(opened.diagnostics).toEqual([]);
    const session = opened.value!;
    const filter = { documents: undefined, locales: undefined, formats: undefined, editions: undefined };
    const plan = planBuild(session.campaign, session.files, filter);
    expect(plan.diagnostics).toEqual([]);
    expect(plan.value.jobs).toHaveLength(1);
    const result = await runJob(plan.value.jobs[0]!, session, true);
    session.close();
    expect(result.diagnostics).toEqual([]);
    expect(result.artifacts.map((artifact) => artifact.path)).toEqual(['en/banners/release.pdf']);
    expect(result.artifacts[0]!.origin).toMatchObject({ kind: 'banner', pages: 1 });
    const page = pagesOf(readPdf(result.artifacts[0]!.bytes))[0];
    expect(JSON.stringify(page?.get('MediaBox'))).toMatch(/1190\.\d+.*841\.\d+/);
  });
});
