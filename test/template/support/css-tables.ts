import { AT_RULES } from '../../../src/style/at-rules/collect-sheets.ts';
import { COUNTER_STYLE_DESCRIPTORS } from '../../../src/style/at-rules/counter-style.ts';
import { FONT_FACE_DESCRIPTORS } from '../../../src/style/at-rules/font-face.ts';
import { MEDIA_FEATURES } from '../../../src/style/at-rules/media-features.ts';
import { PAGE_DESCRIPTOR_NAMES } from '../../../src/style/at-rules/page-descriptors.ts';
import { MARGIN_BOX_NAMES, PAGE_PSEUDO_CLASSES } from '../../../src/style/at-rules/page-selector.ts';
import { PAPER_NAMES } from '../../../src/style/at-rules/page-size.ts';
import { PREDEFINED_COUNTER_STYLES } from '../../../src/style/counter-styles/predefined.ts';
import { CONTENT_FUNCTIONS } from '../../../src/style/properties/content.ts';
import type { SupportedProperty } from '../../../src/style/properties/registry.ts';
import { propertyAreaTitles, supportedProperties } from '../../../src/style/properties/registry.ts';
import {
  NEVER_MATCHING,
  PSEUDO_CLASSES,
  PSEUDO_ELEMENTS,
  PSEUDO_FUNCTIONS,
} from '../../../src/style/selectors/parse-pseudo.ts';
import { MATH_FUNCTIONS } from '../../../src/style/values/calc.ts';
import { COLOUR_FUNCTIONS } from '../../../src/style/values/colour-functions.ts';
import { COLOUR_SPACES } from '../../../src/style/values/colour-spaces.ts';
import { LENGTH_UNITS } from '../../../src/style/values/units.ts';

/** Between these the guide is made by the code. */
export const START = '<!-- From here on made by npm run golden -->';
export const END = '<!-- To here made by npm run golden -->';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const list = (names: readonly string[]): string => names.map(code).join(' ');
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The whole of what is supported, as Markdown. */
export function supportedCss(): string {
  return [...propertyAreaTitles().flatMap(areaTable), ...otherTable()].join('\n');
}

function areaTable(title: string): readonly string[] {
  const own = supportedProperties().filter(({ area }) => area === title);
  const of = (kind: SupportedProperty['kind']) => own.filter((property) => property.kind === kind);
  const written = [...bySyntax(of('longhand')), ...bySyntax(of('shorthand'))].map((group) =>
    row(list(group.map(({ name }) => name)), code(group[0]!.syntax), group[0]!.inherited ? 'yes' : ''),
  );
  const logical = of('logical').map(({ name }) => name);
  const flow =
    logical.length > 0
      ? [row(list(logical), 'as the physical property that the direction makes of it', '')]
      : [];
  const aliases = of('alias').map(({ name, syntax }) =>
    row(code(name), `the older name of ${code(syntax)}`, ''),
  );
  return [
    `### ${title}`,
    '',
    row('property', 'values', 'inherited'),
    '|---|---|---|',
    ...written,
    ...flow,
    ...aliases,
    '',
  ];
}

/** Properties that take the same values share a row. */
function bySyntax(properties: readonly SupportedProperty[]): readonly (readonly SupportedProperty[])[] {
  const rows = new Map<string, SupportedProperty[]>();
  for (const property of properties) {
    const key = property.syntax + (property.inherited ? ' ' : '');
    rows.set(key, [...(rows.get(key) ?? []), property]);
  }
  return [...rows.values()];
}

function otherTable(): readonly string[] {
  const functions = (names: readonly string[]) => list(names.map((name) => `${name}()`));
  const after = (mark: string, names: readonly string[]) => list(names.map((name) => mark + name));
  return [
    '### Values, selectors, at-rules',
    '',
    row('what', 'which'),
    '|---|---|',
    row('every property', list(['inherit', 'initial', 'unset', 'revert', 'var()', '!important'])),
    row('lengths', list([...LENGTH_UNITS.absolute, ...LENGTH_UNITS.relative])),
    row('calculations', functions(MATH_FUNCTIONS)),
    row(
      `${code('<color>')}`,
      `names, ${list(['#rgb', 'currentcolor', 'transparent'])} ${functions([...COLOUR_FUNCTIONS, 'color-mix'])}`,
    ),
    row('spaces to mix colours in', list(Object.keys(COLOUR_SPACES))),
    row(
      code('<content-list>'),
      `strings, ${list(['open-quote', 'close-quote', 'no-open-quote', 'no-close-quote'])} ${functions(CONTENT_FUNCTIONS)}`,
    ),
    row(
      code('<counter-style>'),
      `those of ${code('@counter-style')}, ${code('symbols()')} ${list(PREDEFINED_COUNTER_STYLES)}`,
    ),
    row(
      'selectors',
      list([
        '*',
        'tag',
        '.class',
        '#id',
        '[a]',
        '[a=b]',
        '[a~=b]',
        '[a|=b]',
        '[a^=b]',
        '[a$=b]',
        '[a*=b i]',
        'a b',
        'a > b',
        'a + b',
        'a ~ b',
        '&',
      ]),
    ),
    row(
      'pseudo-classes',
      `${after(':', PSEUDO_CLASSES)} ${after(
        ':',
        PSEUDO_FUNCTIONS.map((name) => `${name}()`),
      )}`,
    ),
    row('which match nothing on paper', after(':', NEVER_MATCHING)),
    row('pseudo-elements', after('::', PSEUDO_ELEMENTS)),
    row('at-rules', after('@', AT_RULES)),
    row(code('@media'), `${list(['print', 'all', 'not', 'and', 'or'])} ${list(MEDIA_FEATURES)}`),
    row(
      code('@page'),
      `${after(':', PAGE_PSEUDO_CLASSES)} margins, inherited properties, ${list(PAGE_DESCRIPTOR_NAMES)}`,
    ),
    row('paper', list([...PAPER_NAMES, 'portrait', 'landscape'])),
    row('margin boxes', after('@', MARGIN_BOX_NAMES)),
    row(code('@font-face'), list(FONT_FACE_DESCRIPTORS)),
    row(code('@counter-style'), list(COUNTER_STYLE_DESCRIPTORS)),
    '',
  ];
}
