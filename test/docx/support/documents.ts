import type { StyledTree } from '../../../src/style/styled-tree.ts';
import { h, list, type Make, page, pt, rgb, sides } from './tree.ts';

const accent = rgb(176, 17, 25);
const tint = rgb(249, 236, 237);
const white = rgb(255, 255, 255);

const startRule = (direction: 'ltr' | 'rtl') => {
  const none = { width: 0, style: 'none', colour: accent } as const;
  const rule = { width: 4.5, style: 'solid', colour: accent } as const;
  return direction === 'rtl' ? { ...sides(none), right: rule } : { ...sides(none), left: rule };
};

const text = {
  en: {
    kicker: 'Solidarity Against Repression',
    title: 'Free “Long Hair”!',
    lead: 'Leung Kwok-hung is in prison because he stood with workers.',
    body: 'In 2019 mass struggles shook Hong Kong, 18:30 & <all>.',
    strong: 'A national security law',
    han: '梁國雄',
    demands: 'What we demand',
    items: ['Free all political prisoners.', 'Scrap the law.', 'Defend the right to strike.'],
    markers: ['1. ', '2. ', '3. '],
    act: 'Take part',
    ask: 'Come to our meeting.',
    branch: 'Branch',
    scan: 'Scan the code',
    note: 'Launch statement of the campaign.',
  },
  'zh-Hant-HK': {
    kicker: '聲援中國及香港反抗鎮壓',
    title: '釋放「長毛」！',
    lead: '梁國雄因參選、與工人同行而入獄。',
    body: '2019年，群眾鬥爭震動香港（WhatsApp 群組）。',
    strong: '國家安全法',
    han: 'Long Hair',
    demands: '我們的要求',
    items: ['釋放所有政治犯。', '廢除國安法。', '捍衛罷工權。'],
    markers: ['一、', '二、', '三、'],
    act: '參與行動',
    ask: '歡迎出席我們的會議。',
    branch: '支部',
    scan: '掃描二維碼',
    note: '運動的成立聲明。',
  },
  ar: {
    kicker: 'التضامن ضد القمع',
    title: 'الحرية لـ«الشعر الطويل»!',
    lead: 'ليونغ كووك-هونغ في السجن لأنه وقف مع العمال.',
    body: 'في عام 2019 هزّت النضالات هونغ كونغ (WhatsApp).',
    strong: 'قانون الأمن القومي',
    han: '梁國雄',
    demands: 'ما نطالب به',
    items: ['أطلقوا سراح جميع السجناء.', 'ألغوا القانون.', 'دافعوا عن حق الإضراب.'],
    markers: ['١. ', '٢. ', '٣. '],
    act: 'شاركوا',
    ask: 'تعالوا إلى اجتماعنا.',
    branch: 'الفرع',
    scan: 'امسحوا الرمز',
    note: 'بيان إطلاق الحملة.',
  },
} as const;

const listTypes = { en: 'decimal', 'zh-Hant-HK': 'trad-chinese-informal', ar: 'arabic-indic' } as const;

/** A note that stands where it is called. */
export function footnote(id: string, ...children: (string | Make)[]): Make {
  const style = { float: 'footnote', display: 'block', fontSize: 9 } as const;
  return h('span', { attributes: { class: 'footnote', id }, style }, ...children);
}

/** The number of a note that is called elsewhere. */
export function noteReference(id: string): Make {
  const link = h('a', { attributes: { href: `#${id}` } }, '1');
  return h('sup', { attributes: { class: 'footnote-reference' } }, link);
}

/** A leaflet with everything that the writer knows, in one of three scripts. */
export function leaflet(language: keyof typeof text): StyledTree {
  const t = text[language];
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const type = listTypes[language];
  const none = { width: 0, style: 'none', colour: accent } as const;
  const line = { width: 0.5, style: 'solid', colour: rgb(102, 102, 102) } as const;
  const cell = (tag: 'td' | 'th', content: string): Make =>
    h(
      tag,
      {
        style: {
          padding: sides(pt(4)),
          border: { ...sides(none), bottom: line },
          ...(tag === 'th' && { fontWeight: 700 }),
        },
      },
      content,
    );
  const row = (...cells: Make[]): Make => h('tr', {}, ...cells);
  return page(
    language,
    {
      direction,
      title: t.title,
    },
    h(
      'header',
      {
        style: {
          backgroundColor: accent,
          color: white,
          padding: sides(pt(14)),
          margin: { ...sides(pt(0)), bottom: pt(14) },
        },
      },
      h('p', { style: { fontSize: 10, fontWeight: 700, docxStyle: 'Kicker' } }, t.kicker),
      h(
        'h1',
        {
          style: {
            fontSize: 34,
            docxStyle: 'Title',
            fontFamily: ['Fira Sans Extra Condensed'],
            lineHeight: { kind: 'number', value: 1.05 },
          },
        },
        t.title,
      ),
      h('p', { style: { fontSize: 14, docxStyle: 'Lead', margin: sides(pt(0)) } }, t.lead),
    ),
    h(
      'p',
      {},
      `${t.body}\n  `,
      h('strong', {}, t.strong),
      footnote('fn-1', t.note),
      ' (',
      h(
        'span',
        {
          attributes: { lang: 'x' },
          style: { language: language === 'zh-Hant-HK' ? 'en' : 'zh-Hant-HK', direction: 'ltr' },
        },
        t.han,
      ),
      ') ',
      h('a', { attributes: { href: 'https://example.org/a?b=1&c=é' } }, 'example.org'),
      ' ',
      h('a', { attributes: { href: '#demands' } }, h('em', {}, t.demands)),
    ),
    h('h2', { attributes: { id: 'demands' } }, t.demands),
    list('ol', { markers: t.markers, direction, style: { listStyleType: type } }, ...t.items),
    h('h2', {}, t.act),
    list('ol', { markers: t.markers, direction, style: { listStyleType: type } }, t.items[1], [
      t.items[2],
      list('ul', { direction }, t.items[0]),
    ]),
    h(
      'div',
      {
        style: {
          docxStyle: 'Callout',
          backgroundColor: tint,
          padding: sides(pt(10)),
          border: startRule(direction),
          margin: { ...sides(pt(0)), top: pt(12), bottom: pt(12) },
        },
      },
      h('h3', {}, t.act),
      h('p', {}, t.ask, noteReference('fn-1')),
      list('ul', { direction }, t.items[0], t.items[1]),
    ),
    h(
      'table',
      { style: { margin: { ...sides(pt(0)), bottom: pt(8) } } },
      h('thead', {}, row(cell('th', t.branch), cell('th', t.act))),
      h(
        'tbody',
        {},
        row(cell('td', t.items[0]), cell('td', t.scan)),
        row(cell('td', t.items[1]), cell('td', '')),
      ),
    ),
    h(
      'div',
      { style: { display: 'flex', columnGap: pt(12) } },
      h(
        'div',
        { style: { flexGrow: 1 } },
        h(
          'p',
          {},
          t.branch,
          ' ',
          h('input', { attributes: { name: 'branch', 'aria-label': t.branch }, style: { width: pt(100) } }),
        ),
        h('p', {}, h('input', { attributes: { name: 'date', 'aria-label': t.scan } })),
      ),
      h(
        'div',
        { style: { width: pt(80) } },
        h('qr-code', {
          style: { width: pt(71) },
          attributes: { value: 'https://example.org/campaign', 'aria-label': t.scan },
        }),
        h('p', { style: { docxStyle: 'Caption', fontSize: 8 } }, t.scan),
      ),
    ),
  );
}
