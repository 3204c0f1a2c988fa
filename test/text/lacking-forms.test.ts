import { expect, test } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { rules, shapeItems, style, textItem } from './fixture.ts';

async function told(
  text: string,
  more: Partial<ComputedStyle>,
  faces = [rules.latin, rules.arabic, rules.chinese],
) {
  const own = style(more);
  const { diagnostics } = await shapeItems([textItem(text, own)], own, faces);
  return diagnostics.map(({ code, message, span }) => `${code} ${span?.start}-${span?.end}: ${message}`);
}

test.each([
  ['bold', { fontWeight: 700 }, 'the font “Noto Sans” has no bold face, and none is made up'],
  ['italic', { fontStyle: 'italic' }, 'the font “Noto Sans” has no italic face, and none is made up'],
] as const)('a lacking %s face is told of', async (_, more, message) => {
  expect(await told('Free them', more)).toEqual([`font-synthesis 0-9: ${message}`]);
});

test('features that a font has are not told of, those that it lacks are', async () => {
  expect(await told('Free', { fontFeatures: { smcp: 1, sups: 1 } })).toEqual([]);
  expect(await told('自由', { fontFeatures: { smcp: 1 } })).toEqual([
    'font-synthesis 0-2: the font “Noto Sans HK” has no small capitals, and none is made up',
  ]);
  expect(await told('自由', { fontFeatures: { smcp: 0 } })).toEqual([]);
});

test('scripts without italics are not expected to have any', async () => {
  expect(await told('سلام 自由', { fontStyle: 'italic' })).toEqual([]);
});

test('what is there, accepted or within the range of a face is not told of', async () => {
  const both = [rules.latin, rules.latinBold];
  expect(await told('Free', { fontWeight: 700 }, both)).toEqual([]);
  expect(await told('Free', { fontWeight: 700, fontSynthesisWeight: 'none' })).toEqual([]);
  const wide = { ...rules.latin, weight: { min: 100, max: 900 } };
  expect(await told('Free', { fontWeight: 700 }, [wide])).toEqual([]);
  expect(await told('Free', { fontWeight: 500 })).toEqual([]);
});

test('a family is told of once', async () => {
  const own = style({ fontWeight: 700 });
  const items = [textItem('Free ', own), textItem('them 自由 all', own)];
  const { diagnostics } = await shapeItems(items, own, [rules.latin, rules.chinese]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the font “Noto Sans” has no bold face, and none is made up',
    'the font “Noto Sans HK” has no bold face, and none is made up',
  ]);
});
