import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helperSignatures } from '../../src/template/helpers.ts';
import type { Shape } from '../../src/template/shape.ts';
import { viewOf } from '../../src/template/view.ts';
import { campaign, documentOf, english, kindOf, termsOf, toolRoot } from './fixture.ts';

const guide = readFileSync(join(toolRoot, 'templates/README.md'), 'utf8');

/** The part of the guide under a heading. */
function section(heading: string): string {
  const start = guide.indexOf(`## ${heading}`);
  const end = guide.indexOf('\n## ', start + 1);
  return guide.slice(start, end < 0 ? undefined : end);
}

/** Everything in backticks in the first column, or the second, of a section's table rows. */
function cells(heading: string, column: number): string[] {
  const rows = section(heading)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return rows.flatMap((row) =>
    [...(row.split('|')[column] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
  );
}

/** Paths to what a template can print, the kind's own keys left out. */
function paths(shape: Shape, path: string): string[] {
  if (path === 'document.keys') return ['document.keys.…'];
  if (shape.kind !== 'record') return [path];
  return Object.entries(shape.fields).flatMap(([name, field]) =>
    paths(field, path ? `${path}.${name}` : name),
  );
}

describe("the designer's guide", () => {
  test('names every path of the view, and no other', () => {
    const { shape } = viewOf(documentOf(kindOf(''), english), { campaign, terms: termsOf(english) }, '');
    const named = cells('What a template sees', 1).filter((cell) => /^[a-z]/.test(cell));
    expect(named.sort()).toEqual(paths(shape, '').sort());
  });

  test('names every helper', () => {
    const named = cells('What a template sees', 1).flatMap(
      (cell) => /^(?:\{\{|\()(\w+)/.exec(cell)?.[1] ?? [],
    );
    expect(named.sort()).toEqual(Object.keys(helperSignatures).sort());
  });
});
