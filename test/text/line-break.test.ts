import { describe, expect, test } from 'vitest';
import { createLineBreaker } from '../../src/text/line-break/line-break.ts';
import type { BreakContext } from '../../src/text/line-break/line-break-context.ts';

const breaker = createLineBreaker();

/** The text with `|` at each break that may be taken and `‖` at each that must. */
function marked(text: string, more: Partial<BreakContext> = {}): string {
  const context: BreakContext = {
    language: 'en',
    lineBreak: 'auto',
    wordBreak: 'normal',
    nowrap: false,
    ...more,
  };
  const breaks = breaker({ text, contextAt: () => context });
  return Array.from({ length: text.length }, (_, i) => `${['', '|', '‖'][breaks[i]!]}${text[i]}`).join('');
}

describe('UAX #14', () => {
  test.each([
    ['The quick (brown) fox', 'The |quick |(brown) |fox'],
    ['well-known and/or', 'well-|known |and/|or'],
    ['can’t “quote” it', 'can’t |“quote” |it'],
    ['a\u00a0b c\u2060d', 'a\u00a0b |c\u2060d'],
    ['one\ntwo', 'one\n‖two'],
    ['soft\u00adhyphen', 'soft\u00ad|hyphen'],
    ['a\ufffcb', 'a|\ufffc|b'],
    ['see\ufffc.', 'see|\ufffc.'],
    ['e\u0301a', 'e\u0301a'],
    ['🇭🇰🇬🇧', '🇭🇰|🇬🇧'],
    ['wait… what—no', 'wait… |what|—|no'],
    ['έξοδα –δικηγόρους– και', 'έξοδα |–δικηγόρους– |και'],
    ['a -b ‐c', 'a |-b |‐c'],
    ['תל־אביב ו-Leeds אי-כושר', 'תל־|אביב |ו-Leeds |אי-|כושר'],
    ['is .5 or a/5', 'is |.5 |or |a/5'],
    ['see https://example.org/a/b', 'see |https://example.org/|a/|b'],
    ['他说“你好”吗', '他|说|“你|好”|吗'],
    ['say “hello”now', 'say |“hello”now'],
  ])('%j', (text, expected) => expect(marked(text)).toBe(expected));

  test.each([
    ['at 18:30 today', 'at |18:30 |today'],
    ['08:00–20:00', '08:00–20:00'],
    ['pay 1.234,56 € now', 'pay |1.234,56 € |now'],
    ['-5% or $20', '-5% |or |$20'],
    ['walk 10 km home', 'walk |10 km |home'],
    ['10 kmh', '10 |kmh'],
    ['2026-11-23', '2026-11-23'],
  ])('numbers hold together: %j', (text, expected) => expect(marked(text)).toBe(expected));
});

describe('Chinese and Japanese', () => {
  const zh = { language: 'zh-Hant-HK' };
  test.each([
    ['他說：「好」，走！', '他|說：|「好」，|走！'],
    ['（一）《書》、二；三。', '（一）|《書》、|二；|三。'],
    ['等……我——走', '等……|我|——|走'],
    ['2024年3月8日', '2024年|3月|8日'],
    ['去18:30見', '去|18:30|見'],
  ])('%s', (text, expected) => expect(marked(text, zh)).toBe(expected));

  test('curly quotes open and close', () => {
    expect(marked('本，“测试”了', { language: 'zh-Hans' })).toBe('本，|“测|试”|了');
    expect(marked('用‘don’t’说', { language: 'zh-Hans' })).toBe('用|‘don’t’|说');
  });

  test('no line starts with closing punctuation or ends with opening punctuation', () => {
    for (const closing of '」』）》〉】〕，。、！？：；…—％')
      expect(marked(`字${closing}`, zh)).toBe(`字${closing}`);
    for (const opening of '「『（《〈【〔“‘') expect(marked(`${opening}字`, zh)).toBe(`${opening}字`);
  });

  /** Where a line may begin with the second of two characters, by `line-break`: `.` nowhere. */
  const levels = (text: string, language: string): string =>
    (['auto', 'strict', 'normal', 'loose'] as const)
      .map((lineBreak) => (marked(text, { language, lineBreak }).includes('|') ? lineBreak[0] : '.'))
      .join('');

  // css-text-3 §5.3; `auto` is as browsers have it.
  test.each([
    ['あっ', 'a.nl', 'small kana'],
    ['カー', 'a.nl', 'a long vowel'],
    ['人々', '...l', 'an iteration mark'],
    ['時〜', '..nl', 'a wave dash'],
    ['……', '...l', 'leaders'],
    ['字‐', '...l', 'a hyphen after an ideograph'],
    ['字・', '...l', 'a middle dot'],
    ['字！', '...l', 'an exclamation mark'],
    ['字％', '...l', 'a wide suffix'],
    ['￥字', '...l', 'after a wide prefix'],
    ['字—', '..nl', 'a connecting dash'],
    ['字——', 'asnl', 'a dash of two ems'],
    ['字⸺', 'asnl', 'the same as one character'],
    ['3月', '..nl', 'a counter after its number'],
    ['字。', '....', 'a full stop'],
    ['（字', '....', 'after a bracket'],
  ])('%s: %s (%s)', (text, expected) => expect(levels(text, 'ja')).toBe(expected));

  test('some levels are of Chinese and Japanese alone', () => {
    expect(levels('字！', 'ko')).toBe('....');
    expect(levels('時〜', 'en')).toBe('....');
    expect(levels('人々', 'en')).toBe('...l');
  });

  test('signs that are ambiguous hold on to their numbers', () => {
    expect(marked('第§3条', { language: 'ja' })).toBe('第|§3|条');
  });
});

describe('css-text', () => {
  test('word-break', () => {
    expect(marked('한국어 문장', { language: 'ko' })).toBe('한|국|어 |문|장');
    expect(marked('한국어 문장', { language: 'ko', wordBreak: 'keep-all' })).toBe('한국어 |문장');
    expect(marked('대-중 (한)국 3월', { language: 'ko', wordBreak: 'keep-all' })).toBe(
      '대-|중 |(한)|국 |3월',
    );
    expect(marked('กรุงเทพเป็นเมือง', { language: 'th', wordBreak: 'keep-all' })).toBe('กรุงเทพ|เป็น|เมือง');
    expect(marked('มา', { language: 'th', wordBreak: 'break-all' })).toBe('ม|า');
    expect(marked('abc d', { wordBreak: 'break-all' })).toBe('a|b|c |d');
  });

  test('line-break: anywhere and nowrap', () => {
    expect(marked('a(b) c', { lineBreak: 'anywhere' })).toBe('a|(|b|) |c');
    expect(marked('🇭🇰👍🏽각e\u0301\u00a0क्ष', { lineBreak: 'anywhere' })).toBe('🇭🇰|👍🏽|각|e\u0301|\u00a0|क्ष');
    expect(marked('a b\nc', { nowrap: true })).toBe('a b\n‖c');
  });
});

test('Thai, Lao and Khmer break between the words of a dictionary', () => {
  expect(marked('กรุงเทพเป็นเมืองหลวงของประเทศไทย', { language: 'th' })).toBe(
    'กรุงเทพ|เป็น|เมือง|หลวง|ของ|ประเทศไทย',
  );
  expect(marked('คนต่างๆ มา', { language: 'th' })).toBe('คน|ต่างๆ |มา');
  expect(marked('ພາສາລາວ', { language: 'lo' })).toBe('ພາສາ|ລາວ');
  expect(marked('ខ្ញុំស្រលាញ់ភាសាខ្មែរ', { language: 'km' })).toMatch(/ខ្ញុំ\|/);
});
