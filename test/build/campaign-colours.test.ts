import { expect, test } from 'vitest';
import { checkColours } from '../../src/build/campaign-colours.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';

const check = (colours: Record<string, string>) => {
  const text = `id: a\ncolours:\n${Object.entries(colours)
    .map(([name, value]) => `  ${name}: "${value}"\n`)
    .join('')}`;
  const host = createMemoryHost({ campaign: { 'campaign.yaml': text } });
  return checkColours(host, { colours }).map(({ code, message, span }) => {
    return `${code} ${message} at ${span && text.slice(span.start, span.end)}`;
  });
};

test.each([
  'red',
  'DarkSlateGrey',
  '#abc',
  '#b0111980',
  'rgb(1 2 3 / 50%)',
  'hsl(120, 50%, 40%)',
  'device-cmyk(0 1 1 0.3)',
])('%s is a colour', (colour) => {
  expect(check({ accent: colour })).toEqual([]);
});

test('every colour that is none is told at its value', () => {
  expect(check({ accent: 'rot', tint: 'red', ink: 'rgb(1 2)' })).toEqual([
    'value-invalid colours.accent: "rot" is no colour of CSS at rot',
    'value-invalid colours.ink: "rgb(1 2)" is no colour of CSS at rgb(1 2)',
  ]);
});
