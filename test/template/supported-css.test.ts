import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expand } from '../../src/style/cascade/declaration.ts';
import { createPropertyTable, supportedProperties } from '../../src/style/properties/registry.ts';
import {
  NEVER_MATCHING,
  PSEUDO_CLASSES,
  PSEUDO_ELEMENTS,
  PSEUDO_FUNCTIONS,
} from '../../src/style/selectors/parse-pseudo.ts';
import { parseComponents } from '../../src/style/syntax/component.ts';
import { COLOUR_FUNCTIONS } from '../../src/style/values/colour-functions.ts';
import { document, el, styleAny } from '../style/support/style.ts';
import { toolRoot } from './fixture.ts';
import { END, START, supportedCss } from './support/css-tables.ts';

describe('what the guide says of CSS', () => {
  it('is what the code says', async () => {
    const path = join(toolRoot, 'templates/README.md');
    const guide = readFileSync(path, 'utf8');
    const [before, after] = [guide.split(START)[0]!, guide.split(END)[1]!];
    await expect(`${before}${START}\n\n${supportedCss()}\n${END}${after}`).toMatchFileSnapshot(path);
  });

  /** Keywords that stand alone between bars, at the top of a syntax. */
  const keywordsOf = (syntax: string): readonly string[] => {
    const bare = syntax.replace(/\[[^\]]*\][^|]*/g, '<group>');
    return bare
      .split('|')
      .map((part) => part.trim())
      .filter((part) => /^[a-z-]+$/.test(part));
  };
  const written = supportedProperties().filter(({ kind }) => kind === 'longhand' || kind === 'shorthand');

  it('takes every keyword that a syntax names', () => {
    const table = createPropertyTable();
    const wrong = written.flatMap(({ name, syntax }) =>
      keywordsOf(syntax)
        .filter((keyword) => !expand(name, parseComponents(keyword), table))
        .map((keyword) => `${name}: ${keyword}`),
    );
    expect(wrong).toEqual([]);
    expect(expand('display', parseComponents('grid'), table)).toBeUndefined();
  });

  const found = (css: string) => styleAny(document(el('p')), css).diagnostics.map((d) => d.message);

  it('parses every selector that is listed', () => {
    const argument = (name: string) =>
      name === 'lang' ? 'en' : name === 'dir' ? 'rtl' : name.startsWith('nth') ? '2n' : 'p';
    const selectors = [
      ...[...PSEUDO_CLASSES, ...NEVER_MATCHING].map((name) => `:${name}`),
      ...PSEUDO_FUNCTIONS.map((name) => `:${name}(${argument(name)})`),
      ...PSEUDO_ELEMENTS.map((name) => `::${name}`),
    ];
    expect(found(selectors.map((selector) => `p${selector} { order: 1 }`).join('\n'))).toEqual([]);
  });

  it('makes a colour with every function that is listed', () => {
    const channels = (name: string) => {
      if (name === 'color') return 'srgb 0 0 0';
      if (name === 'device-cmyk') return '0 0 0 0';
      return name.startsWith('h') ? '0 0% 0%' : '0 0 0';
    };
    const rules = COLOUR_FUNCTIONS.map((name) => `p { color: ${name}(${channels(name)}) }`);
    expect(found(rules.join('\n'))).toEqual([]);
  });
});
