import { expect, test } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { nearName } from '../../src/host/near-name.ts';

const { campaign } = createMemoryHost({
  campaign: { 'a/Photo.PNG': '', 'a/e\u0301t.png': '', 'top.css': '' },
});

test.each([
  ['a/photo.png', 'Did you mean "Photo.PNG"?'],
  ['a/b/../photo.png', 'Did you mean "Photo.PNG"?'],
  ['a/\u00e9t.png', '"e\u0301t.png" is there, its accents encoded otherwise: rename it'],
  ['tpo.css', 'Did you mean "top.css"?'],
  ['a/other.svg', undefined],
  ['nowhere/photo.png', undefined],
])('the hint for %s is %s', (path, expected) => {
  expect(nearName(campaign, path)).toBe(expected);
});
