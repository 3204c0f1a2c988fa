import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { supportedProperties } from '../../../src/style/properties/registry.ts';
import { readCases } from './cases.ts';
import { nameOf } from './page-source.ts';
import { renderPage } from './render-page.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cases = readCases(root);

describe('the small pages that are compared with browsers', () => {
  it('cover every supported property', () => {
    const covered = new Set(cases.flatMap((page) => page.covers));
    const left = supportedProperties().filter(({ name }) => !covered.has(name));
    expect(left.map(({ name }) => name)).toEqual([]);
  });

  it('name no property that is not there', () => {
    const known = new Set(supportedProperties().map(({ name }) => name));
    const strange = cases.flatMap((page) =>
      page.covers.filter((name) => !known.has(name)).map((name) => `${nameOf(page)}: ${name}`),
    );
    expect(strange).toEqual([]);
  });

  it.each(
    cases.map((page) => [nameOf(page), page] as const),
  )('%s says what it declares, no more', async (_, page) => {
    const { value: pdf, diagnostics } = await renderPage(root, page);
    const undeclared = diagnostics.filter(({ code }) => !page.diagnostics.includes(code));
    expect(undeclared.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect(pdf?.length).toBeGreaterThan(0);
  });
});
