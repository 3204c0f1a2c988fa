import {
  type EdgeProperties,
  type EdgeSet,
  type ParagraphProperties,
  plainParagraph,
  type RunProperties,
} from './style-properties.ts';
import { type Theme, themeColour } from './theme.ts';
import { toggle, val, type XmlElement, xml } from './xml.ts';

type Entry = readonly [differs: boolean, element: () => XmlElement];

/** What differs, in the order of the schema; everything where there is no base. */
function pick(entries: readonly Entry[]): XmlElement[] {
  return entries.filter(([differs]) => differs).map(([, element]) => element());
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Which fonts of the theme a style has; `own` for one that names its Latin font itself. */
export type Face = 'major' | 'minor' | 'own';

/** Whose fonts a style with this Latin one has: those of headings are for headings first. */
export function faceOf(latin: string, isHeading: boolean, { major, minor }: Theme): Face {
  if (latin === major.latin && (isHeading || latin !== minor.latin)) return 'major';
  return latin === minor.latin ? 'minor' : 'own';
}

/** Fonts of a style by their place in the theme, and by name for readers that know no themes (§17.3.2.26). */
export function fontElement(face: Face, latin: string | undefined, theme: Theme): XmlElement {
  if (face === 'own') return xml('w:rFonts', { 'w:ascii': latin, 'w:hAnsi': latin });
  const fonts = theme[face];
  return xml('w:rFonts', {
    'w:ascii': fonts.latin,
    'w:hAnsi': fonts.latin,
    'w:eastAsia': fonts.eastAsian,
    'w:cs': fonts.complex,
    'w:asciiTheme': `${face}HAnsi`,
    'w:hAnsiTheme': `${face}HAnsi`,
    'w:eastAsiaTheme': `${face}EastAsia`,
    'w:cstheme': `${face}Bidi`,
  });
}

/** Run properties of a style, in schema order (CT_RPr); those that its base says already are left out, as are properties that `run` has not. */
export function runPropertiesXml(
  run: Partial<RunProperties>,
  base: Partial<RunProperties> | undefined,
  theme: Theme,
  faces: { readonly own: Face; readonly base: Face } | undefined = undefined,
): XmlElement[] {
  const differs = (key: keyof RunProperties): boolean => key in run && (!base || run[key] !== base[key]);
  return pick([
    [
      differs('latin') || (faces !== undefined && faces.own !== faces.base),
      () => fontElement(faces?.own ?? faceOf(run.latin!, false, theme), run.latin, theme),
    ],
    [differs('bold'), () => toggle('w:b', run.bold === true)],
    [differs('bold'), () => toggle('w:bCs', run.bold === true)],
    [differs('italic'), () => toggle('w:i', run.italic === true)],
    [differs('italic'), () => toggle('w:iCs', run.italic === true)],
    [differs('caps'), () => toggle('w:caps', run.caps === true)],
    [differs('strike'), () => toggle('w:strike', run.strike === true)],
    [differs('colour'), () => colour(run.colour!, theme)],
    [differs('tracking'), () => val('w:spacing', run.tracking!)],
    [differs('size'), () => val('w:sz', run.size!)],
    [differs('complexSize'), () => val('w:szCs', run.complexSize!)],
    [differs('underline'), () => val('w:u', run.underline ? 'single' : 'none')],
    [differs('shade'), () => shading(run.shade, theme)],
    [differs('position'), () => val('w:vertAlign', run.position!)],
    [differs('mark'), () => val('w:em', run.mark!)],
  ]);
}

/** `w:shd` of a plain fill. */
export function shading(fill: string | undefined, theme: Theme): XmlElement {
  return xml('w:shd', {
    'w:val': 'clear',
    'w:color': 'auto',
    'w:fill': fill ?? 'auto',
    'w:themeFill': themeColour(fill, theme),
  });
}

function colour(value: string, theme: Theme): XmlElement {
  return xml('w:color', { 'w:val': value, 'w:themeColor': themeColour(value, theme) });
}

/** A border (§17.3.4), `space` in pt from the text. */
export function edgeXml(
  name: string,
  properties: EdgeProperties | undefined,
  theme: Theme,
  space = properties?.space,
): XmlElement {
  if (!properties) return xml(name, { 'w:val': 'nil' });
  return xml(name, {
    'w:val': properties.value,
    'w:sz': properties.size,
    'w:space': space,
    'w:color': properties.colour,
    'w:themeColor': themeColour(properties.colour, theme),
  });
}

/** Paragraph borders; left and right are physical, so the start edge is the right one of a right-to-left paragraph. */
function borders(edges: EdgeSet, bidi: boolean, theme: Theme): XmlElement {
  const edge = (name: string, properties: EdgeProperties | undefined) => edgeXml(name, properties, theme);
  return xml('w:pBdr', {}, [
    edge('w:top', edges.top),
    edge('w:left', bidi ? edges.end : edges.start),
    edge('w:bottom', edges.bottom),
    edge('w:right', bidi ? edges.start : edges.end),
  ]);
}

function indents(p: ParagraphProperties): XmlElement {
  return xml('w:ind', {
    'w:left': p.start,
    'w:right': p.end,
    [p.first < 0 ? 'w:hanging' : 'w:firstLine']: Math.abs(p.first),
  });
}

function tabStops(p: ParagraphProperties, base: ParagraphProperties | undefined): XmlElement {
  const cleared = (base?.tabs ?? []).filter((old) => !p.tabs.some((tab) => tab.at === old.at));
  const kinds = { end: 'right', center: 'center', start: 'left' } as const;
  const stops = [
    ...cleared.map((tab) => ({ at: tab.at, value: 'clear' })),
    ...p.tabs.map((tab) => ({ at: tab.at, value: kinds[tab.kind] })),
  ].sort((a, b) => a.at - b.at);
  return xml(
    'w:tabs',
    {},
    stops.map((stop) => xml('w:tab', { 'w:val': stop.value, 'w:pos': stop.at })),
  );
}

/** A justification; Word takes left as the start edge and right as the end edge of a paragraph with `w:bidi`. */
const justifications = { start: 'left', end: 'right', center: 'center', both: 'both' } as const;

/** Paragraph properties of a style, in schema order (CT_PPr); those that its base says already are left out. `list` is what the style is linked with. */
export function paragraphPropertiesXml(
  p: ParagraphProperties,
  base: ParagraphProperties | undefined,
  list: { readonly numId: number; readonly level: number } | undefined,
  theme: Theme,
): XmlElement[] {
  const differs = (...keys: (keyof ParagraphProperties)[]): boolean =>
    !base || keys.some((key) => !same(p[key], base[key]));
  const departs = (key: keyof ParagraphProperties): boolean => p[key] !== (base ?? plainParagraph)[key];
  return pick([
    [differs('keepNext'), () => toggle('w:keepNext', p.keepNext)],
    [differs('keepLines'), () => toggle('w:keepLines', p.keepLines)],
    [differs('pageBreakBefore'), () => toggle('w:pageBreakBefore', p.pageBreakBefore)],
    [list !== undefined, () => listXml(list!)],
    [!p.list && base?.list !== undefined, () => xml('w:numPr', {}, [val('w:numId', 0)])],
    [base ? differs('edges') : Object.values(p.edges).some(Boolean), () => borders(p.edges, p.bidi, theme)],
    [base ? differs('shade') : p.shade !== undefined, () => shading(p.shade, theme)],
    [(p.tabs.length > 0 || base !== undefined) && differs('tabs'), () => tabStops(p, base)],
    [differs('hyphenated'), () => toggle('w:suppressAutoHyphens', !p.hyphenated)],
    [departs('lineRules'), () => toggle('w:kinsoku', p.lineRules)],
    [departs('trimsStart'), () => toggle('w:topLinePunct', p.trimsStart)],
    [departs('spacesLetters'), () => toggle('w:autoSpaceDE', p.spacesLetters)],
    [departs('spacesDigits'), () => toggle('w:autoSpaceDN', p.spacesDigits)],
    [differs('bidi'), () => toggle('w:bidi', p.bidi)],
    [
      differs('before', 'after', 'line'),
      () =>
        xml('w:spacing', {
          'w:before': p.before,
          'w:after': p.after,
          'w:line': p.line.value,
          'w:lineRule': p.line.rule,
        }),
    ],
    [differs('start', 'end', 'first') || list !== undefined, () => indents(p)],
    [differs('contextualSpacing'), () => toggle('w:contextualSpacing', p.contextualSpacing)],
    [differs('align'), () => val('w:jc', justifications[p.align])],
    [differs('outline'), () => val('w:outlineLvl', p.outline)],
  ]);
}

function listXml(list: { readonly numId: number; readonly level: number }): XmlElement {
  return xml('w:numPr', {}, [val('w:ilvl', list.level), val('w:numId', list.numId)]);
}
