import type { CjkStyle, CounterStyle } from './counter-style.ts';
import { counterStyle } from './counter-style.ts';

const TRADITIONAL = { zeros: true, myriad: '萬', groupSpace: '', negative: '負', suffix: '、' } as const;
const SIMPLIFIED = { zeros: true, myriad: '万', groupSpace: '', negative: '负', suffix: '、' } as const;
const JAPANESE = { zeros: false, groupSpace: '', negative: 'マイナス', suffix: '、' } as const;
const KOREAN = { zeros: false, groupSpace: ' ', negative: '마이너스 ', suffix: ', ' } as const;

/** CSS lets these styles end at 9999; they go on here, so that years and large counts are written too. */
const MOST = 99_999_999;

type Written = CjkStyle & { readonly negative: string; readonly suffix: string };

function cjk({ negative, suffix, ...style }: Written): CounterStyle {
  return counterStyle(
    { kind: 'cjk', style },
    { suffix, negative: [negative, ''], ranges: [[-MOST, MOST]], fallback: 'cjk-decimal' },
  );
}

function fixed(text: string): CounterStyle {
  const symbols = [...text];
  return counterStyle({ kind: 'fixed', first: 1, symbols }, { suffix: '、', fallback: 'cjk-decimal' });
}

const tradInformal = (): CounterStyle =>
  cjk({ ...TRADITIONAL, digits: '零一二三四五六七八九', units: '十百千', dropOne: 'tens' });

/** The East Asian styles (css-counter-styles-3 §6.4 and §7.1). */
export const CJK_STYLES: Readonly<Record<string, () => CounterStyle>> = {
  'cjk-decimal': () =>
    counterStyle(
      { kind: 'numeric', symbols: [...'〇一二三四五六七八九'] },
      { suffix: '、', ranges: [[0, Infinity]] },
    ),
  'cjk-earthly-branch': () => fixed('子丑寅卯辰巳午未申酉戌亥'),
  'cjk-heavenly-stem': () => fixed('甲乙丙丁戊己庚辛壬癸'),
  'cjk-ideographic': tradInformal,
  'trad-chinese-informal': tradInformal,
  'simp-chinese-informal': () =>
    cjk({ ...SIMPLIFIED, digits: '零一二三四五六七八九', units: '十百千', dropOne: 'tens' }),
  'trad-chinese-formal': () =>
    cjk({ ...TRADITIONAL, digits: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟', dropOne: 'never' }),
  'simp-chinese-formal': () =>
    cjk({ ...SIMPLIFIED, digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', dropOne: 'never' }),
  'japanese-informal': () =>
    cjk({ ...JAPANESE, digits: '〇一二三四五六七八九', units: '十百千', dropOne: 'units', myriad: '万' }),
  'japanese-formal': () =>
    cjk({ ...JAPANESE, digits: '零壱弐参四伍六七八九', units: '拾百阡', dropOne: 'never', myriad: '萬' }),
  'korean-hangul-formal': () =>
    cjk({ ...KOREAN, digits: '영일이삼사오육칠팔구', units: '십백천', dropOne: 'never', myriad: '만' }),
  'korean-hanja-informal': () =>
    cjk({ ...KOREAN, digits: '零一二三四五六七八九', units: '十百千', dropOne: 'units', myriad: '萬' }),
  'korean-hanja-formal': () =>
    cjk({ ...KOREAN, digits: '零壹貳參四五六七八九', units: '拾百仟', dropOne: 'never', myriad: '萬' }),
};
