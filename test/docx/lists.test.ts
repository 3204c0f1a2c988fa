import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../../src/docx/xml.ts';
import { createCounterStyles } from '../../src/style/counter-styles/counter-styles.ts';
import { attributeOf, paragraphTexts, type Read, readParts } from './support/read.ts';
import { h, list, page } from './support/tree.ts';

/** Numbers each item as Word would (§17.9): what a reader sees, marker and text. */
function numbered(document: Read): string[] {
  const abstracts = new Map(
    document.all('word/numbering.xml', 'w:abstractNum').map((a) => [a.attributes['w:abstractNumId'], a]),
  );
  const nums = new Map(
    document.all('word/numbering.xml', 'w:num').map((num) => [num.attributes['w:numId'], num]),
  );
  const styles = new Map(
    document.all('word/styles.xml', 'w:style').map((s) => [s.attributes['w:styleId'], s]),
  );
  const counts = new Map<string, number>();
  const started = new Set<string>();
  return document.all('word/document.xml', 'w:p').map((paragraph) => {
    const text = paragraphTexts(paragraph)[0]!;
    const own = attributeOf(paragraph, 'w:numId');
    const style = styleChain(styles, attributeOf(paragraph, 'w:pStyle')).find((s) =>
      attributeOf(s, 'w:numId'),
    );
    const from = own === undefined ? style : paragraph;
    if (!from) return text;
    const num = nums.get(attributeOf(from, 'w:numId'))!;
    const level = attributeOf(from, 'w:ilvl') ?? '0';
    const abstract = abstracts.get(attributeOf(num, 'w:abstractNumId'))!;
    const lvl = abstract.children.find(
      (c): c is XmlElement => typeof c !== 'string' && c.attributes['w:ilvl'] === level,
    )!;
    const key = `${abstract.attributes['w:abstractNumId']}/${level}`;
    const override = attributeOf(num, 'w:startOverride');
    const first = override !== undefined && !started.has(num.attributes['w:numId']!);
    if (first) started.add(num.attributes['w:numId']!);
    const count = first ? Number(override) : (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const marker = attributeOf(lvl, 'w:lvlText')!.replace(`%${Number(level) + 1}`, String(count));
    return `${marker}|${attributeOf(lvl, 'w:numFmt')}|${text}`;
  });
}

function styleChain(
  styles: ReadonlyMap<string | undefined, XmlElement>,
  id: string | undefined,
): XmlElement[] {
  const style = styles.get(id);
  return style ? [style, ...styleChain(styles, attributeOf(style, 'w:basedOn'))] : [];
}

describe('lists', () => {
  it('start again from one in each section of clauses', async () => {
    const clauses = { attributes: { class: 'clauses' }, markers: ['1. ', '2. '] };
    const tree = page(
      'en',
      {},
      h('h2', {}, 'notes'),
      list('ol', clauses, 'a', 'b'),
      h('h2', {}, 'resolves'),
      list('ol', clauses, 'c', 'd'),
    );
    expect(numbered(await readParts(tree))).toEqual([
      'notes',
      '1.|decimal|a',
      '2.|decimal|b',
      'resolves',
      '1.|decimal|c',
      '2.|decimal|d',
    ]);
  });

  it('go on after a list inside them, and start where they are told', async () => {
    const tree = page(
      'en',
      {},
      list(
        'ol',
        { attributes: { start: '3' }, markers: ['3. ', '4. ', '5. '] },
        'a',
        ['b', list('ol', { markers: ['a. ', 'b. '], style: { listStyleType: 'lower-alpha' } }, 'x', 'y')],
        'c',
      ),
    );
    expect(numbered(await readParts(tree))).toEqual([
      '3.|decimal|a',
      '4.|decimal|b',
      '1.|lowerLetter|x',
      '2.|lowerLetter|y',
      '5.|decimal|c',
    ]);
  });

  it('are linked with styles by level', async () => {
    const document = await readParts(
      page('en', {}, list('ul', {}, ['a', list('ul', {}, ['b', list('ul', {}, 'c')])])),
    );
    const styles = document.all('word/document.xml', 'w:pStyle').map((s) => s.attributes['w:val']);
    expect(styles).toEqual(['ListBullet', 'ListBullet2', 'ListBullet3']);
    const linked = document.all('word/numbering.xml', 'w:pStyle').map((s) => s.attributes['w:val']);
    expect(linked).toEqual(expect.arrayContaining(styles));
  });

  it('count in Chinese with the mark of Chinese', async () => {
    const style = { listStyleType: 'trad-chinese-informal' };
    const tree = page('zh-Hant-HK', {}, list('ol', { markers: ['一、', '二、'], style }, '甲', '乙'));
    expect(numbered(await readParts(tree))).toEqual([
      '1、|taiwaneseCountingThousand|甲',
      '2、|taiwaneseCountingThousand|乙',
    ]);
  });

  it('write a marker that Word cannot count as text, with its number kept', async () => {
    const style = { listStyleType: 'georgian' };
    const tree = page('en', {}, list('ol', { markers: ['ა. ', 'ბ. '], style }, 'x', 'y'));
    expect(numbered(await readParts(tree))).toEqual(['ა.\tx', 'ბ.\ty']);
  });

  it('count in the numbers of the style that theirs extends, with their own marks around', async () => {
    const descriptors = { prefix: '(', suffix: ') ' };
    const system = { kind: 'extends', base: 'lower-roman' } as const;
    const custom = (more: object) =>
      createCounterStyles([{ name: 'x', system, descriptors: { ...descriptors, ...more } }]);
    const style = { listStyleType: 'x' };
    const tree = page('en', {}, list('ol', { markers: ['(i) ', '(ii) '], style }, 'x', 'y'));
    const read = (more: object) => readParts({ ...tree, counterStyles: custom(more) });
    expect(numbered(await read({}))).toEqual(['(1)|lowerRoman|x', '(2)|lowerRoman|y']);
    expect(numbered(await read({ pad: { length: 3, symbol: '-' } }))).toEqual(['(i)\tx', '(ii)\ty']);
  });

  it('keep what follows an item’s first paragraph below it, without a number', async () => {
    const tree = page('en', {}, list('ol', {}, [h('p', {}, 'a'), h('p', {}, 'more')], [h('p', {}, 'b')]));
    expect(numbered(await readParts(tree))).toEqual(['1.|decimal|a', 'more', '2.|decimal|b']);
  });
});
