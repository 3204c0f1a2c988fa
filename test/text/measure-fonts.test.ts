import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import type { FontFaceRule } from '../../src/style/rules.ts';
import { styleTree } from '../../src/style/style-tree.ts';
import { USUAL_MEASURE } from '../../src/style/values/font-measure.ts';
import { measureFonts } from '../../src/text/fonts/measure-fonts.ts';
import { document, el, find, page, sheet } from '../style/support/style.ts';

const names = ['noto-sans', 'noto-sans-hk'].map((name) => `@expo-google-fonts/${name}`);
const packageRoots = Object.fromEntries(names.map((name) => [name, `${process.cwd()}/node_modules/${name}`]));
const host = createMemoryHost({ campaign: { 'broken.ttf': 'no font' }, packageRoots });

const FACES = `
  @font-face { font-family: Noto; src: url("npm:@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf") }
  @font-face { font-family: Half; size-adjust: 50%; src: url("npm:@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf") }
  @font-face { font-family: Han; src: url("npm:@expo-google-fonts/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf") }
  @font-face { font-family: Absent; src: url("npm:@expo-google-fonts/no-such-font/a.ttf") }
  @font-face { font-family: Broken; src: url("broken.ttf") }`;

/** The computed style of a paragraph whose document's faces are measured. */
function styled(css: string) {
  const source = sheet(`${FACES} html { font: 10pt Noto } ${css}`);
  const measure = (faces: readonly FontFaceRule[]) => measureFonts(host, faces);
  const options = { source: page, variables: {}, measureFonts: measure };
  const { value, diagnostics } = styleTree(host, document(el('p')), [source], options);
  expect(diagnostics).toEqual([]);
  return find(value.root, 'p').style;
}

describe('units of the font', () => {
  it.each([
    ['ch', 5.72],
    ['ex', 5.36],
    ['cap', 7.14],
    ['ic', 10],
  ])('1%s is what Noto Sans has for it', (unit, pt) => {
    expect(styled(`p { text-indent: 1${unit} }`).textIndent.pt).toBeCloseTo(pt, 2);
  });

  it('are of the element’s own face, whichever declaration comes first', () => {
    expect(styled('p { text-indent: 10ch; font-family: Half }').textIndent.pt).toBeCloseTo(28.6, 2);
    expect(styled('p { text-indent: 10rch; font-family: Half }').textIndent.pt).toBeCloseTo(57.2, 2);
    expect(styled('p { text-indent: 1ch; font-family: Han }').textIndent.pt).toBeCloseTo(5.55, 2);
  });

  it('are of the parent’s face in font-size', () => {
    expect(styled('p { font-size: 2ch; font-family: Half }').fontSize).toBeCloseTo(11.44, 2);
  });

  it('go on to the next family where a face is absent or broken, and end at what is usual', () => {
    expect(styled('p { text-indent: 1ch; font-family: Absent, Broken, Noto }').textIndent.pt).toBeCloseTo(
      5.72,
      2,
    );
    expect(styled('p { text-indent: 1ch; font-family: Absent }').textIndent.pt).toBe(10 * USUAL_MEASURE.zero);
  });

  it('open no file where no unit asks for it', () => {
    const opened: string[] = [];
    const watched = {
      ...host,
      package(name: string) {
        opened.push(name);
        return host.package(name);
      },
    };
    const measure = (faces: readonly FontFaceRule[]) => measureFonts(watched, faces);
    const run = (css: string) =>
      styleTree(watched, document(el('p')), [sheet(`${FACES} p { font-family: Noto; ${css} }`)], {
        ...{ source: page, variables: {} },
        measureFonts: measure,
      });
    run('text-indent: 2em; width: 3rem');
    expect(opened).toEqual([]);
    run('text-indent: 2ch; width: 3ex');
    expect(opened).toEqual(['@expo-google-fonts/noto-sans']);
  });
});
