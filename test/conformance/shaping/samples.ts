import { wordsIn } from './words.ts';

/** What is shaped of one script, with which face. */
export interface ShapingSample {
  readonly name: string;
  /** ISO 15924, as hb-shape is told. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  /** In `node_modules/@expo-google-fonts/`. */
  readonly font: string;
  /** Words by language. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** Words asked for of each script. */
export const wanted = 200;

/** Genesis 1, 1 to 5, Psalm 23 and Psalm 133, with their points. */
const pointed = `
בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ׃ וְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ וְחֹשֶׁךְ עַל־פְּנֵי תְהוֹם וְרוּחַ אֱלֹהִים מְרַחֶפֶת עַל־פְּנֵי הַמָּיִם׃
וַיֹּאמֶר אֱלֹהִים יְהִי אוֹר וַיְהִי־אוֹר׃ וַיַּרְא אֱלֹהִים אֶת־הָאוֹר כִּי־טוֹב וַיַּבְדֵּל אֱלֹהִים בֵּין הָאוֹר וּבֵין הַחֹשֶׁךְ׃
וַיִּקְרָא אֱלֹהִים לָאוֹר יוֹם וְלַחֹשֶׁךְ קָרָא לָיְלָה וַיְהִי־עֶרֶב וַיְהִי־בֹקֶר יוֹם אֶחָד׃
מִזְמוֹר לְדָוִד יְהוָה רֹעִי לֹא אֶחְסָר׃ בִּנְאוֹת דֶּשֶׁא יַרְבִּיצֵנִי עַל־מֵי מְנֻחוֹת יְנַהֲלֵנִי׃ נַפְשִׁי יְשׁוֹבֵב יַנְחֵנִי בְמַעְגְּלֵי־צֶדֶק לְמַעַן שְׁמוֹ׃
גַּם כִּי־אֵלֵךְ בְּגֵיא צַלְמָוֶת לֹא־אִירָא רָע כִּי־אַתָּה עִמָּדִי שִׁבְטְךָ וּמִשְׁעַנְתֶּךָ הֵמָּה יְנַחֲמֻנִי׃
תַּעֲרֹךְ לְפָנַי שֻׁלְחָן נֶגֶד צֹרְרָי דִּשַּׁנְתָּ בַשֶּׁמֶן רֹאשִׁי כּוֹסִי רְוָיָה׃ אַךְ טוֹב וָחֶסֶד יִרְדְּפוּנִי כָּל־יְמֵי חַיָּי וְשַׁבְתִּי בְּבֵית־יְהוָה לְאֹרֶךְ יָמִים׃
שִׁיר הַמַּעֲלוֹת הִנֵּה מַה־טּוֹב וּמַה־נָּעִים שֶׁבֶת אַחִים גַּם־יָחַד׃ כַּשֶּׁמֶן הַטּוֹב עַל־הָרֹאשׁ יֹרֵד עַל־הַזָּקָן זְקַן־אַהֲרֹן שֶׁיֹּרֵד עַל־פִּי מִדּוֹתָיו׃
כְּטַל־חֶרְמוֹן שֶׁיֹּרֵד עַל־הַרְרֵי צִיּוֹן כִּי שָׁם צִוָּה יְהוָה אֶת־הַבְּרָכָה חַיִּים עַד־הָעוֹלָם׃`;

/** John 1, 1 to 9, with its accents and breathings. */
const polytonic = `
Ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν, καὶ θεὸς ἦν ὁ λόγος. οὗτος ἦν ἐν ἀρχῇ πρὸς τὸν θεόν. πάντα δι᾽ αὐτοῦ ἐγένετο, καὶ χωρὶς αὐτοῦ ἐγένετο
οὐδὲ ἕν. ὃ γέγονεν ἐν αὐτῷ ζωὴ ἦν, καὶ ἡ ζωὴ ἦν τὸ φῶς τῶν ἀνθρώπων· καὶ τὸ φῶς ἐν τῇ σκοτίᾳ φαίνει, καὶ ἡ σκοτία αὐτὸ οὐ κατέλαβεν. Ἐγένετο ἄνθρωπος
ἀπεσταλμένος παρὰ θεοῦ, ὄνομα αὐτῷ Ἰωάννης· οὗτος ἦλθεν εἰς μαρτυρίαν, ἵνα μαρτυρήσῃ περὶ τοῦ φωτός, ἵνα πάντες πιστεύσωσιν δι᾽ αὐτοῦ. οὐκ ἦν ἐκεῖνος
τὸ φῶς, ἀλλ᾽ ἵνα μαρτυρήσῃ περὶ τοῦ φωτός. Ἦν τὸ φῶς τὸ ἀληθινόν, ὃ φωτίζει πάντα ἄνθρωπον, ἐρχόμενον εἰς τὸν κόσμον. ὠδή ᾧ ᾗ ᾄδω Ἀθῆναι ῥόδον Ὕδωρ ϊ ΐ ΰ ῦ ὤ`;

/** Prefectures and towns of Japan, and words of its demonstrations. */
const kanji = `北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口
徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄 札幌 仙台 横浜 川崎 名古屋 神戸 那覇 辻堂 葛飾 自由 連帯 労働者 組合 決議 署名 請願 集会 行進 釈放 政治犯 弁護士 裁判 言論 出版 結社 人権 平和 戦争
反対 賃金 時給 団体交渉 争議 罷業 支援 募金 声明 書記長 執行委員会 大会 議案 動議 修正案 賛成 棄権 投票 選挙 民主主義 運動 学生 教員 看護師 郵便 鉄道 港湾 建設 農民 漁師 移民 難民 国境 警察 監獄 刑務所 検閲 新聞 雑誌 書店
図書館 印刷 配布 掲示 拡声器 横断幕 広場 公園 駅前 学校 大学 病院 工場 事務所 電話 郵送 住所 氏名 日付 場所 主催 共催 後援 連絡先 資料 参考 翻訳 版権 発行 編集 責任者 直筆 骨 海 化 今 令 直 画`;

const noto = (name: string, file: string) => `noto-sans-${name}/400Regular/NotoSans${file}_400Regular.ttf`;
const latin = 'noto-sans/400Regular/NotoSans_400Regular.ttf';

function sample(
  name: string,
  script: string,
  font: string,
  words: Readonly<Record<string, readonly string[]>>,
  direction: 'ltr' | 'rtl' = 'ltr',
): ShapingSample {
  return { name, script, direction, font, words: new Map(Object.entries(words)) };
}

/** Words of a script in some languages, as many of each. */
function named(
  letters: RegExp,
  ...languages: readonly string[]
): Readonly<Record<string, readonly string[]>> {
  const share = Math.ceil(wanted / languages.length);
  return Object.fromEntries(languages.map((language) => [language, wordsIn(language, letters, share)]));
}

function cut(text: string, letters: RegExp): readonly string[] {
  return [...new Set(text.match(letters) ?? [])];
}

/** Every script, with words enough; read when it is called. */
export function shapingSamples(): readonly ShapingSample[] {
  const latn = /[\p{sc=Latn}\p{M}]+/gu;
  const grek = /[\p{sc=Grek}\p{M}]+/gu;
  const cyrl = /[\p{sc=Cyrl}\p{M}]+/gu;
  const arab = /[\p{sc=Arab}\p{M}\u200c]+/gu;
  const deva = /[\p{sc=Deva}\p{M}\u200c\u200d]+/gu;
  const hebr = /[\p{sc=Hebr}\p{M}]+/gu;
  const inPoints = cut(pointed, hebr);
  const inAccents = cut(polytonic, grek);
  const hani = /\p{sc=Hani}+/gu;
  // CLDR writes most Japanese names in kana; the prefectures, their towns and words of the street are in kanji.
  const inJapan = [...wordsIn('ja', hani, wanted), ...cut(kanji, hani)];
  return [
    sample('Latin', 'Latn', latin, named(latn, 'vi', 'cs', 'pl', 'ro', 'tr', 'yo', 'lt', 'en')),
    sample('Greek', 'Grek', latin, { el: wordsIn('el', grek, wanted - 70), grc: inAccents }),
    sample('Cyrillic', 'Cyrl', latin, named(cyrl, 'ru', 'sr', 'bg', 'uk', 'kk')),
    sample('Han (TW)', 'Hani', noto('tc', 'TC'), named(hani, 'zh-Hant')),
    sample('Han (HK)', 'Hani', noto('hk', 'HK'), named(hani, 'zh-Hant-HK')),
    sample('Han (CN)', 'Hani', noto('sc', 'SC'), named(hani, 'zh-Hans')),
    sample('Han (JP)', 'Hani', noto('jp', 'JP'), { ja: inJapan }),
    sample('kana', 'Kana', noto('jp', 'JP'), named(/[\p{sc=Kana}][\p{sc=Kana}ー]*/gu, 'ja')),
    sample('Hangul', 'Hang', noto('kr', 'KR'), named(/\p{sc=Hang}+/gu, 'ko')),
    sample('Arabic', 'Arab', 'amiri/400Regular/Amiri_400Regular.ttf', named(arab, 'ar'), 'rtl'),
    sample('Persian', 'Arab', 'vazirmatn/400Regular/Vazirmatn_400Regular.ttf', named(arab, 'fa'), 'rtl'),
    sample(
      'Hebrew',
      'Hebr',
      noto('hebrew', 'Hebrew'),
      { he: [...inPoints, ...wordsIn('he', hebr, 100)] },
      'rtl',
    ),
    sample('Devanagari', 'Deva', noto('devanagari', 'Devanagari'), named(deva, 'hi', 'mr', 'ne')),
    sample('Bengali', 'Beng', noto('bengali', 'Bengali'), named(/[\p{sc=Beng}\p{M}\u200c\u200d]+/gu, 'bn')),
    sample('Tamil', 'Taml', noto('tamil', 'Tamil'), named(/[\p{sc=Taml}\p{M}\u200c]+/gu, 'ta')),
    sample('Thai', 'Thai', noto('thai', 'Thai'), named(/[\p{sc=Thai}\p{M}]+/gu, 'th')),
  ];
}
