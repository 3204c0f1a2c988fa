import { describe, expect, it } from 'vitest';
import type { InlineRootBox } from '../../src/layout/box.ts';
import { createRecentParagraphs } from '../../src/layout/lines/recent-paragraphs.ts';
import { createWriter } from '../conformance/layout/report-text.ts';
import { printed, wordsOf } from './support/filled.ts';

type Shaped = InlineRootBox['shaped'];

describe('paragraphs whose lines are placed', () => {
  it('are dropped in the order of their last use', () => {
    const recent = createRecentParagraphs();
    const paragraph = {} as NonNullable<Shaped['paragraph']>;
    const shaped = Array.from({ length: 257 }, (): Shaped => ({ paragraph, width: 1 }));
    for (const one of shaped.slice(0, 256)) recent.placed(one);
    recent.placed(shaped[0]!);
    recent.placed(shaped[256]!);
    const dropped = shaped.filter((one) => one.paragraph === undefined);
    expect(dropped).toEqual([shaped[1]]);
    expect(dropped[0]!.told).toBe(true);
  });

  it('are shaped again where a box of many is laid out twice', async () => {
    const write = createWriter(3);
    const paragraphs = Array.from({ length: 400 }, () => `<p>${write.phrase()}</p>`).join('');
    const css = '@page { size: 400px 300px } .flex { display: flex } p { margin: 0 }';
    const flex = await printed(`<div class="flex"><div>${paragraphs}</div></div>`, css);
    const block = await printed(paragraphs, css);
    expect(wordsOf(flex, true).flat()).toEqual(wordsOf(block, true).flat());
  });
});
