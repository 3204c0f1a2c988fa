/** Characters with a full-width form, those of half width, and a half-width letter with its sound mark. */
const narrow =
  /[\uff61-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe8-\uffee][\uff9e\uff9f]?|[!-~ ¢£¥¦¬¯₩⦅⦆]/g;

const signs: Readonly<Record<string, string>> = {
  ' ': '\u3000',
  '¢': '\uffe0',
  '£': '\uffe1',
  '¬': '\uffe2',
  '¯': '\uffe3',
  '¦': '\uffe4',
  '¥': '\uffe5',
  '₩': '\uffe6',
  '⦅': '\uff5f',
  '⦆': '\uff60',
};

/** A text in characters of full width, where there are such (css-text-4 §2.1.2). */
export function inFullWidth(text: string): string {
  return text.replace(narrow, (found) => {
    const sign = signs[found];
    if (sign) return sign;
    const unit = found.charCodeAt(0);
    return unit < 0x7f ? String.fromCharCode(unit + 0xfee0) : found.normalize('NFKC');
  });
}

const small = 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｯｬｭｮ';
const large = 'あいうえおつやゆよわかけアイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロｱｲｳｴｵﾂﾔﾕﾖ';

/** Small kana as full ones: small ones can hardly be read in ruby (css-text-4 §2.1.2). */
export function inFullSizeKana(text: string): string {
  return text.replace(/[ぁ-ヿㇰ-ㇿｧ-ｯ]/g, (kana) => large[small.indexOf(kana)] ?? kana);
}
