import { describe, expect, it } from 'vitest';
import { createCounterStyles } from '../../src/style/counter-styles/counter-styles.ts';
import { formatCounter } from '../../src/style/counter-styles/format-counter.ts';
import { document, el, find, pointed, style, styleAny, text } from './support/style.ts';

const VALUES = [0, 1, 2, 10, 11, 13, 15, 20, 26, 27, 49, 99, 101, 110, 199, 304, 999, 1010, 2026, 9999, -12];

/** What Chromium prints for the values above, in its `counter()`. */
const CHROMIUM: Readonly<Record<string, string>> = {
  'decimal-leading-zero': '00 01 02 10 11 13 15 20 26 27 49 99 101 110 199 304 999 1010 2026 9999 -12',
  'lower-roman': '0 i ii x xi xiii xv xx xxvi xxvii xlix xcix ci cx cxcix ccciv cmxcix mx mmxxvi 9999 -12',
  'upper-roman': '0 I II X XI XIII XV XX XXVI XXVII XLIX XCIX CI CX CXCIX CCCIV CMXCIX MX MMXXVI 9999 -12',
  'lower-alpha': '0 a b j k m o t z aa aw cu cw df gq kr alk alv byx nto -12',
  'lower-greek': '0 α β κ λ ν ο υ αβ αγ βα δγ δε δξ θη μπ αρο ασβ γμκ ρθο -12',
  'arabic-indic': '٠ ١ ٢ ١٠ ١١ ١٣ ١٥ ٢٠ ٢٦ ٢٧ ٤٩ ٩٩ ١٠١ ١١٠ ١٩٩ ٣٠٤ ٩٩٩ ١٠١٠ ٢٠٢٦ ٩٩٩٩ -١٢',
  persian: '۰ ۱ ۲ ۱۰ ۱۱ ۱۳ ۱۵ ۲۰ ۲۶ ۲۷ ۴۹ ۹۹ ۱۰۱ ۱۱۰ ۱۹۹ ۳۰۴ ۹۹۹ ۱۰۱۰ ۲۰۲۶ ۹۹۹۹ -۱۲',
  devanagari: '० १ २ १० ११ १३ १५ २० २६ २७ ४९ ९९ १०१ ११० १९९ ३०४ ९९९ १०१० २०२६ ९९९९ -१२',
  bengali: '০ ১ ২ ১০ ১১ ১৩ ১৫ ২০ ২৬ ২৭ ৪৯ ৯৯ ১০১ ১১০ ১৯৯ ৩০৪ ৯৯৯ ১০১০ ২০২৬ ৯৯৯৯ -১২',
  gurmukhi: '੦ ੧ ੨ ੧੦ ੧੧ ੧੩ ੧੫ ੨੦ ੨੬ ੨੭ ੪੯ ੯੯ ੧੦੧ ੧੧੦ ੧੯੯ ੩੦੪ ੯੯੯ ੧੦੧੦ ੨੦੨੬ ੯੯੯੯ -੧੨',
  gujarati: '૦ ૧ ૨ ૧૦ ૧૧ ૧૩ ૧૫ ૨૦ ૨૬ ૨૭ ૪૯ ૯૯ ૧૦૧ ૧૧૦ ૧૯૯ ૩૦૪ ૯૯૯ ૧૦૧૦ ૨૦૨૬ ૯૯૯૯ -૧૨',
  oriya: '୦ ୧ ୨ ୧୦ ୧୧ ୧୩ ୧୫ ୨୦ ୨୬ ୨୭ ୪୯ ୯୯ ୧୦୧ ୧୧୦ ୧୯୯ ୩୦୪ ୯୯୯ ୧୦୧୦ ୨୦୨୬ ୯୯୯୯ -୧୨',
  tamil: '௦ ௧ ௨ ௧௦ ௧௧ ௧௩ ௧௫ ௨௦ ௨௬ ௨௭ ௪௯ ௯௯ ௧௦௧ ௧௧௦ ௧௯௯ ௩௦௪ ௯௯௯ ௧௦௧௦ ௨௦௨௬ ௯௯௯௯ -௧௨',
  telugu: '౦ ౧ ౨ ౧౦ ౧౧ ౧౩ ౧౫ ౨౦ ౨౬ ౨౭ ౪౯ ౯౯ ౧౦౧ ౧౧౦ ౧౯౯ ౩౦౪ ౯౯౯ ౧౦౧౦ ౨౦౨౬ ౯౯౯౯ -౧౨',
  kannada: '೦ ೧ ೨ ೧೦ ೧೧ ೧೩ ೧೫ ೨೦ ೨೬ ೨೭ ೪೯ ೯೯ ೧೦೧ ೧೧೦ ೧೯೯ ೩೦೪ ೯೯೯ ೧೦೧೦ ೨೦೨೬ ೯೯೯೯ -೧೨',
  malayalam: '൦ ൧ ൨ ൧൦ ൧൧ ൧൩ ൧൫ ൨൦ ൨൬ ൨൭ ൪൯ ൯൯ ൧൦൧ ൧൧൦ ൧൯൯ ൩൦൪ ൯൯൯ ൧൦൧൦ ൨൦൨൬ ൯൯൯൯ -൧൨',
  thai: '๐ ๑ ๒ ๑๐ ๑๑ ๑๓ ๑๕ ๒๐ ๒๖ ๒๗ ๔๙ ๙๙ ๑๐๑ ๑๑๐ ๑๙๙ ๓๐๔ ๙๙๙ ๑๐๑๐ ๒๐๒๖ ๙๙๙๙ -๑๒',
  lao: '໐ ໑ ໒ ໑໐ ໑໑ ໑໓ ໑໕ ໒໐ ໒໖ ໒໗ ໔໙ ໙໙ ໑໐໑ ໑໑໐ ໑໙໙ ໓໐໔ ໙໙໙ ໑໐໑໐ ໒໐໒໖ ໙໙໙໙ -໑໒',
  tibetan: '༠ ༡ ༢ ༡༠ ༡༡ ༡༣ ༡༥ ༢༠ ༢༦ ༢༧ ༤༩ ༩༩ ༡༠༡ ༡༡༠ ༡༩༩ ༣༠༤ ༩༩༩ ༡༠༡༠ ༢༠༢༦ ༩༩༩༩ -༡༢',
  myanmar: '၀ ၁ ၂ ၁၀ ၁၁ ၁၃ ၁၅ ၂၀ ၂၆ ၂၇ ၄၉ ၉၉ ၁၀၁ ၁၁၀ ၁၉၉ ၃၀၄ ၉၉၉ ၁၀၁၀ ၂၀၂၆ ၉၉၉၉ -၁၂',
  khmer: '០ ១ ២ ១០ ១១ ១៣ ១៥ ២០ ២៦ ២៧ ៤៩ ៩៩ ១០១ ១១០ ១៩៩ ៣០៤ ៩៩៩ ១០១០ ២០២៦ ៩៩៩៩ -១២',
  mongolian: '᠐ ᠑ ᠒ ᠑᠐ ᠑᠑ ᠑᠓ ᠑᠕ ᠒᠐ ᠒᠖ ᠒᠗ ᠔᠙ ᠙᠙ ᠑᠐᠑ ᠑᠑᠐ ᠑᠙᠙ ᠓᠐᠔ ᠙᠙᠙ ᠑᠐᠑᠐ ᠒᠐᠒᠖ ᠙᠙᠙᠙ -᠑᠒',
  armenian: '0 Ա Բ Ժ ԺԱ ԺԳ ԺԵ Ի ԻԶ ԻԷ ԽԹ ՂԹ ՃԱ ՃԺ ՃՂԹ ՅԴ ՋՂԹ ՌԺ ՍԻԶ ՔՋՂԹ -12',
  'lower-armenian': '0 ա բ ժ ժա ժգ ժե ի իզ իէ խթ ղթ ճա ճժ ճղթ յդ ջղթ ռժ սիզ քջղթ -12',
  georgian: '0 ა ბ ი ია იგ იე კ კვ კზ მთ ჟთ რა რი რჟთ ტდ შჟთ ჩი ცკვ ჰშჟთ -12',
  hebrew: '0 א ב י יא יג טו כ כו כז מט צט קא קי קצט שד תתקצט א׳י ב׳כו ט׳תתקצט -12',
  'ethiopic-numeric': '0 ፩ ፪ ፲ ፲፩ ፲፫ ፲፭ ፳ ፳፮ ፳፯ ፵፱ ፺፱ ፻፩ ፻፲ ፻፺፱ ፫፻፬ ፱፻፺፱ ፲፻፲ ፳፻፳፮ ፺፱፻፺፱ -12',
  hiragana: '0 あ い こ さ す そ と は ひ ああ いう いお いせ えき かた とら ない れこ えたそ -12',
  'hiragana-iroha': '0 い ろ ぬ る わ よ ね の お いろ ろほ ろと ろた にる へら なを なむ ゑほ にうて -12',
  katakana: '0 ア イ コ サ ス ソ ト ハ ヒ アア イウ イオ イセ エキ カタ トラ ナイ レコ エタソ -12',
  'katakana-iroha': '0 イ ロ ヌ ル ワ ヨ ネ ノ オ イロ ロホ ロト ロタ ニル ヘラ ナヲ ナム ヱホ ニウテ -12',
  'cjk-decimal':
    '〇 一 二 一〇 一一 一三 一五 二〇 二六 二七 四九 九九 一〇一 一一〇 一九九 三〇四 九九九 一〇一〇 二〇二六 九九九九 -12',
  'cjk-earthly-branch':
    '〇 子 丑 酉 戌 一三 一五 二〇 二六 二七 四九 九九 一〇一 一一〇 一九九 三〇四 九九九 一〇一〇 二〇二六 九九九九 -12',
  'cjk-heavenly-stem':
    '〇 甲 乙 癸 一一 一三 一五 二〇 二六 二七 四九 九九 一〇一 一一〇 一九九 三〇四 九九九 一〇一〇 二〇二六 九九九九 -12',
  'trad-chinese-informal':
    '零 一 二 十 十一 十三 十五 二十 二十六 二十七 四十九 九十九 一百零一 一百一十 一百九十九 三百零四 九百九十九 一千零一十 二千零二十六 九千九百九十九 負十二',
  'simp-chinese-informal':
    '零 一 二 十 十一 十三 十五 二十 二十六 二十七 四十九 九十九 一百零一 一百一十 一百九十九 三百零四 九百九十九 一千零一十 二千零二十六 九千九百九十九 负十二',
  'trad-chinese-formal':
    '零 壹 貳 壹拾 壹拾壹 壹拾參 壹拾伍 貳拾 貳拾陸 貳拾柒 肆拾玖 玖拾玖 壹佰零壹 壹佰壹拾 壹佰玖拾玖 參佰零肆 玖佰玖拾玖 壹仟零壹拾 貳仟零貳拾陸 玖仟玖佰玖拾玖 負壹拾貳',
  'simp-chinese-formal':
    '零 壹 贰 壹拾 壹拾壹 壹拾叁 壹拾伍 贰拾 贰拾陆 贰拾柒 肆拾玖 玖拾玖 壹佰零壹 壹佰壹拾 壹佰玖拾玖 叁佰零肆 玖佰玖拾玖 壹仟零壹拾 贰仟零贰拾陆 玖仟玖佰玖拾玖 负壹拾贰',
  'japanese-informal':
    '〇 一 二 十 十一 十三 十五 二十 二十六 二十七 四十九 九十九 百一 百十 百九十九 三百四 九百九十九 千十 二千二十六 九千九百九十九 マイナス十二',
  'japanese-formal':
    '零 壱 弐 壱拾 壱拾壱 壱拾参 壱拾伍 弐拾 弐拾六 弐拾七 四拾九 九拾九 壱百壱 壱百壱拾 壱百九拾九 参百四 九百九拾九 壱阡壱拾 弐阡弐拾六 九阡九百九拾九 マイナス壱拾弐',
  'korean-hangul-formal':
    '영 일 이 일십 일십일 일십삼 일십오 이십 이십육 이십칠 사십구 구십구 일백일 일백일십 일백구십구 삼백사 구백구십구 일천일십 이천이십육 구천구백구십구 마이너스_일십이',
  'korean-hanja-informal':
    '零 一 二 十 十一 十三 十五 二十 二十六 二十七 四十九 九十九 百一 百十 百九十九 三百四 九百九十九 千十 二千二十六 九千九百九十九 마이너스_十二',
  'korean-hanja-formal':
    '零 壹 貳 壹拾 壹拾壹 壹拾參 壹拾五 貳拾 貳拾六 貳拾七 四拾九 九拾九 壹百壹 壹百壹拾 壹百九拾九 參百四 九百九拾九 壹仟壹拾 貳仟貳拾六 九仟九百九拾九 마이너스_壹拾貳',
};

const predefined = createCounterStyles();

describe('predefined counter styles', () => {
  it.each(Object.entries(CHROMIUM))('%s writes as Chromium does', (name, expected) => {
    const written = VALUES.map((value) => formatCounter(value, name, predefined).replaceAll(' ', '_'));
    expect(written.join(' ')).toBe(expected);
  });

  it('go on past 9999 where Chinese, Japanese and Korean have words for it', () => {
    expect(formatCounter(20_260_001, 'trad-chinese-informal', predefined)).toBe('二千零二十六萬零一');
    expect(formatCounter(100_000_000, 'trad-chinese-informal', predefined)).toBe('一〇〇〇〇〇〇〇〇');
  });
});

/** The markers of items 1 to `count`, under a rule named x. */
function markers(descriptors: string, count: number, start = 1): string {
  const css = `@counter-style x { ${descriptors} } ol { list-style-type: x }`;
  const items = Array.from({ length: count }, () => el('li', {}, ','));
  return text(find(style(document(el('ol', { start: String(start) }, ...items)), css).root, 'ol'))
    .replace(/\[(.*?)\]/g, '$1')
    .replace(/,$/, '');
}

describe('@counter-style', () => {
  it.each([
    ['system: cyclic; symbols: ◆ ◇; suffix: " "', 3, 1, '◆ ,◇ ,◆ '],
    ['system: fixed 3; symbols: a b', 3, 3, 'a. ,b. ,5. '],
    ['symbols: "*" †; suffix: ""', 5, 1, '*,†,**,††,***'],
    ['system: alphabetic; symbols: a b', 4, 1, 'a. ,b. ,aa. ,ab. '],
    ['system: numeric; symbols: "0" "1"; suffix: " "', 5, -1, '-1 ,0 ,1 ,10 ,11 '],
    ['system: additive; additive-symbols: 5 V, 1 I, 0 N; suffix: ""', 3, 5, 'V,VI,VII'],
    ['system: additive; additive-symbols: 2 B; suffix: ""; fallback: lower-roman', 3, 1, 'i,B,iii'],
    ['system: extends decimal; prefix: "§ "; suffix: ""', 2, 1, '§ 1,§ 2'],
    ['system: extends decimal; pad: 3 "0"; suffix: ""', 2, -1, '-01,000'],
    ['system: extends decimal; negative: "(" ")"; suffix: ""', 2, -1, '(1),0'],
    ['system: extends decimal; range: 2 3, 5 infinite; fallback: upper-alpha; suffix: ""', 5, 1, 'A,2,3,D,5'],
    ['system: extends x; suffix: ""', 1, 1, '1'],
    ['system: extends nothing; suffix: ""', 1, 1, '1'],
    ['system: extends lower-alpha; fallback: x; range: 2 2; suffix: ""', 2, 1, '1,b'],
  ])('%s', (descriptors, count, start, expected) => {
    expect(markers(descriptors, count, start)).toBe(expected);
  });

  it('takes the last rule of a name, wherever it stands, and replaces predefined styles', () => {
    const css = `p { counter-reset: n 2 } p::before { content: counter(n, x) counter(n, thai) }
      @counter-style x { symbols: a } @counter-style x { symbols: b }
      @counter-style THAI { system: cyclic; symbols: t }`;
    expect(text(find(style(document(el('p')), css).root, 'p'))).toBe('bbt');
  });

  it.each([
    ['@counter-style decimal { symbols: a }', 'css-syntax', 'decimal'],
    ['@counter-style { symbols: a }', 'css-syntax', '@counter-style'],
    ['@counter-style x { system: numeric; symbols: a }', 'css-syntax', 'x'],
    ['@counter-style x { system: additive; symbols: a }', 'css-syntax', 'x'],
    ['@counter-style x { system: extends decimal; symbols: a }', 'css-syntax', 'x'],
    ['@counter-style x { symbols: a; pad: x }', 'css-unsupported', 'x'],
    ['@counter-style x { symbols: a; additive-symbols: 1 a, 2 b }', 'css-unsupported', '1 a, 2 b'],
    ['@counter-style x { symbols: a; range: 3 1 }', 'css-unsupported', '3 1'],
    ['@counter-style x { symbols: a; speak-as: words }', 'css-unsupported', 'speak-as'],
    ['li { list-style-type: lower-romen }', 'css-unsupported', 'lower-romen'],
    ['p::before { content: counter(n, romen) }', 'css-unsupported', 'counter(n, romen)'],
    ['@page { @top-left { content: counter(page, romen) } }', 'css-unsupported', 'counter(page, romen)'],
  ])('%s is told', (css, code, place) => {
    const { diagnostics } = styleAny(document(el('ol', {}, el('li'), el('li')), el('p')), css);
    expect(diagnostics.map((d) => [d.code, pointed(d)])).toEqual([[code, place]]);
  });
});

describe('symbols()', () => {
  it('is a style without a name', () => {
    const css = `ol { list-style: symbols(cyclic "*" "†") inside } p { counter-reset: n 3 }
      p::before { content: counter(n, symbols("a" "b")) counter(n, symbols(numeric "0" "1")) }`;
    const { root } = style(document(el('ol', {}, el('li'), el('li'), el('li')), el('p')), css);
    expect(text(find(root, 'ol'))).toBe('[* ][† ][* ]');
    expect(text(find(root, 'p'))).toBe('aa11');
  });

  it.each(['symbols()', 'symbols(numeric "a")', 'symbols(cyclic a)'])('%s is none', (value) => {
    const { diagnostics } = styleAny(document(el('p')), `p { list-style-type: ${value} }`);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });
});
