import { expect, it } from 'vitest';
import { joinFonts } from '../../src/build/fonts-used.ts';
import { readTree } from '../../src/build/render-file.ts';
import { fillTree, paginateTree } from '../../src/build/render-tree.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { createFontStore } from '../../src/text/fonts/font-store.ts';
import { loadShaper } from '../../src/text/shaping/shaper.ts';

const packages = ['@expo-google-fonts/noto-sans', '@expo-google-fonts/noto-sans-hk', 'source-sans'];
const packageRoots = Object.fromEntries(
  packages.map((name) => [name, `${process.cwd()}/node_modules/${name}`]),
);

async function usedIn(body: string) {
  const page = `<!doctype html><html lang="en"><head><title>A</title><style>
    @font-face { font-family: "Noto Sans"; src: url("npm:@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf") }
    @font-face { font-family: "Noto Sans HK"; src: url("npm:@expo-google-fonts/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf") }
    @font-face { font-family: "Noto Sans Hebrew"; src: url("npm:@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf") }
    @font-face { font-family: Varying; font-weight: 200 900; src: url("npm:source-sans/VF/SourceSans3VF-Upright.ttf") }
    body { font-family: "Noto Sans", "Noto Sans HK" }
  </style></head><body>${body}</body></html>`;
  const host = createMemoryHost({ campaign: { 'a.html': page }, toolRoot: process.cwd(), packageRoots });
  const context = { host, store: createFontStore(await loadShaper()), date: undefined };
  return paginateTree(fillTree(readTree(host, 'a.html', [])!, context), context).fonts;
}

it('are those that are drawn with, and what they come from', async () => {
  const { faces, missing } = await usedIn('<p>Free 自由 <span style="font: 650 12pt Varying">now</span></p>');
  expect(faces).toEqual([
    { family: 'Noto Sans', postScriptName: 'NotoSans-Regular', package: packages[0], han: undefined },
    { family: 'Noto Sans HK', postScriptName: 'NotoSansHK-Regular', package: packages[1], han: 'HK' },
    {
      family: 'Varying',
      postScriptName: 'SourceSans3VF-ExtraLight_650wght',
      package: packages[2],
      han: undefined,
    },
  ]);
  expect(missing).toEqual([]);
});

it('name the package that would bring what is missing', async () => {
  const { faces, missing } = await usedIn('<p>שלום</p>');
  expect(faces.map(({ family }) => family)).toEqual(['Noto Sans']);
  expect(missing).toEqual(['@expo-google-fonts/noto-sans-hebrew']);
});

it('are told once of several documents', () => {
  const face = { family: 'A', postScriptName: 'A-Regular', package: undefined, han: undefined };
  const joined = joinFonts([
    { faces: [face], missing: ['b'] },
    { faces: [face, { ...face, postScriptName: 'A-Bold' }], missing: ['a', 'b'] },
  ]);
  expect(joined.faces.map(({ postScriptName }) => postScriptName)).toEqual(['A-Regular', 'A-Bold']);
  expect(joined.missing).toEqual(['a', 'b']);
});
