/** ISO 15924 script of a code point; `Zyyy` for common, inherited and unknown ones. */
export type ScriptLookup = (codePoint: number) => string;

/** Scripts told apart, those of likely text first. Others are shaped as common text. */
const scripts =
  'Latn Hani Arab Cyrl Grek Hira Kana Hang Bopo Hebr Deva Thai Beng Taml Telu Knda Mlym Gujr Guru Orya Sinh Khmr ' +
  'Laoo Mymr Tibt Geor Armn Ethi Cher Cans Mong Syrc Thaa Nkoo Adlm Rohg Tfng Vaii Yiii Lisu Olck Java Bali Sund ' +
  'Cham Lana Talu Tale Tglg Bugi Batk Limb Lepc Newa Saur Mtei Cakm Beng Copt Goth Runr Ogam Dsrt Osge Plrd Nkoo ' +
  'Hmnp Wcho Phag Mand Samr Brai Bamu Kali Rjng Hano Buhd Tagb Sylo Khoj Sind Mahj Tirh Modi Takr Dogr Gong Gonm ' +
  'Mroo Pauc Bass Medf Hmng Sora Sidd Gran Ahom Kthi Shrd Zanb Soyo Bhks Marc Maka Diak Nand Yezi Sogd Elym';

/** Shared by scripts: most of what is no letter. Asked first, since it would be asked of every script in vain. */
const shared = /\p{Script=Common}|\p{Script=Inherited}/u;

/** A lookup that keeps what it has found, so that each character is classified once. */
export function createScriptLookup(): ScriptLookup {
  const known = new Map<number, string>();
  const tests: { readonly script: string; readonly pattern: RegExp }[] = [];
  return (codePoint) => {
    if (codePoint < 0x80) return isAsciiLetter(codePoint) ? 'Latn' : 'Zyyy';
    if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'Hani';
    const found = known.get(codePoint);
    if (found !== undefined) return found;
    const character = String.fromCodePoint(codePoint);
    if (shared.test(character)) {
      known.set(codePoint, 'Zyyy');
      return 'Zyyy';
    }
    if (tests.length === 0) {
      for (const script of new Set(scripts.split(' '))) {
        tests.push({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'u') });
      }
    }
    const script = tests.find(({ pattern }) => pattern.test(character))?.script ?? 'Zyyy';
    known.set(codePoint, script);
    return script;
  };
}

function isAsciiLetter(codePoint: number): boolean {
  const lower = codePoint | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
