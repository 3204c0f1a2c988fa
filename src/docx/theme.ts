import type { FontSet } from './fonts.ts';
import type { DocumentModel } from './model.ts';
import type { EdgeProperties } from './style-properties.ts';
import type { StyleDefinition } from './style-registry.ts';

/** The twelve colours of a theme (§20.1.6.2), `RRGGBB`. */
export interface ThemeColours {
  readonly dk1: string;
  readonly lt1: string;
  readonly dk2: string;
  readonly lt2: string;
  readonly accents: readonly string[];
  readonly link: string;
  readonly followedLink: string;
}

/** Fonts and colours that styles refer to by their part in the theme, so that another theme changes all of them. */
export interface Theme {
  readonly major: FontSet;
  readonly minor: FontSet;
  readonly colours: ThemeColours;
}

/** What fills the places that a document's own colours leave. */
const spareAccents = ['B01119', '595959', '1F4E79', '7F6000', '385723', '7030A0'];

/**
 * The theme that a document's styles amount to. Its colours are taken by what they do: the text's own, the darkest of
 * quiet greys, the tint behind boxes; and those that are no greys are accents, the most used first.
 */
export function themeOf(model: DocumentModel, styles: readonly StyleDefinition[]): Theme {
  const used = coloursOf(styles);
  const ink = model.normal.run.colour;
  const dk1 = ink === 'auto' ? '000000' : ink;
  const rest = used.filter((colour) => colour !== dk1 && colour !== 'FFFFFF');
  const tint = rest.find(isLight);
  const greys = rest.filter((colour) => !isLight(colour) && isGrey(colour));
  const own = rest.filter((colour) => !isLight(colour) && !isGrey(colour));
  const accents = [...new Set([...own, ...greys.slice(1), ...spareAccents])].slice(0, 6);
  return {
    ...model.fonts,
    colours: {
      dk1,
      lt1: 'FFFFFF',
      dk2: greys[0] ?? '595959',
      lt2: tint ?? 'EEEEEE',
      accents,
      link: '0563C1',
      followedLink: '954F72',
    },
  };
}

/** Every colour by how often styles name it; those named as often in the order of the styles. */
function coloursOf(styles: readonly StyleDefinition[]): readonly string[] {
  const counts = new Map<string, number>();
  const add = (colour: string | undefined): void => {
    if (colour !== undefined && colour !== 'auto') counts.set(colour, (counts.get(colour) ?? 0) + 1);
  };
  for (const style of styles) for (const colour of namedIn(style)) add(colour);
  return [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
}

function namedIn(style: StyleDefinition): readonly (string | undefined)[] {
  const edges = (set: Readonly<Record<string, EdgeProperties | undefined>>) =>
    Object.values(set).map((edge) => edge?.colour);
  if (style.kind === 'character') return [style.difference.colour, style.difference.shade];
  if (style.kind === 'paragraph') {
    const { paragraph, run } = style.properties;
    const marker = paragraph.list?.marker.colour;
    return [run.colour, marker, paragraph.shade, ...edges({ ...paragraph.edges })];
  }
  const { outer, insideH, insideV, headerBottom, headerShade, shade } = style.look;
  return [...edges({ ...outer, insideH, insideV, headerBottom }), headerShade, shade];
}

function channels(colour: string): readonly number[] {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Light enough to stand behind text. */
function isLight(colour: string): boolean {
  return Math.min(...channels(colour)) >= 0xc0;
}

function isGrey(colour: string): boolean {
  return Math.max(...channels(colour)) - Math.min(...channels(colour)) < 0x18;
}

/** The name of a colour in the theme (ST_ThemeColor, §17.18.97), undefined for one that it has not. */
export function themeColour(colour: string | undefined, { colours }: Theme): string | undefined {
  if (colour === undefined) return undefined;
  const accent = colours.accents.indexOf(colour);
  if (colour === colours.dk1) return 'text1';
  if (colour === colours.lt1) return 'background1';
  if (colour === colours.dk2) return 'text2';
  if (colour === colours.lt2) return 'background2';
  return accent < 0 ? undefined : `accent${accent + 1}`;
}
