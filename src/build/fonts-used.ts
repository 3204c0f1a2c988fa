import type { PagedDocument } from '../layout/paged-document.ts';
import type { Face } from '../text/fonts/face.ts';
import type { FontBook } from '../text/fonts/font-book.ts';
import { npmAddress } from '../text/fonts/font-file.ts';

/** A face that pages draw with. */
export interface UsedFace {
  /** As the style sheet calls it. */
  readonly family: string;
  readonly postScriptName: string;
  /** Undefined for a file of the campaign's or tool's own. */
  readonly package: string | undefined;
  /** Whose forms of Han characters it has, as a region; undefined for a face without any. */
  readonly han: HanForms | undefined;
}

/** Regions with forms of Han characters of their own. */
export type HanForms = 'CN' | 'HK' | 'JP' | 'KR' | 'TW';

/** The faces of some pages, in the order of the style sheet, and the packages to install that would bring what is missing. */
export interface FontsUsed {
  readonly faces: readonly UsedFace[];
  readonly missing: readonly string[];
}

/** What pages draw with, and what their book found to be missing. */
export function fontsUsed(book: FontBook, { pages }: PagedDocument): FontsUsed {
  const drawn = new Set<Face>();
  for (const { items } of pages) for (const item of items) if (item.kind === 'glyphs') drawn.add(item.face);
  const faces = book.opened.flatMap(({ rule, face }) =>
    drawn.has(face)
      ? [
          {
            family: rule.family,
            postScriptName: face.postScriptName,
            package: npmAddress(rule.url)?.name,
            han: hanForms(face),
          },
        ]
      : [],
  );
  return joinFonts([{ faces, missing: [...book.missing] }]);
}

/** Several as one, each face and package once. */
export function joinFonts(all: readonly FontsUsed[]): FontsUsed {
  const faces = new Map<string, UsedFace>();
  for (const face of all.flatMap((fonts) => fonts.faces)) {
    const key = `${face.family} ${face.postScriptName} ${face.package}`;
    if (!faces.has(key)) faces.set(key, face);
  }
  return { faces: [...faces.values()], missing: [...new Set(all.flatMap((fonts) => fonts.missing))].sort() };
}

const regions: Readonly<Record<string, HanForms>> = {
  sc: 'CN',
  cn: 'CN',
  tc: 'TW',
  tw: 'TW',
  hk: 'HK',
  jp: 'JP',
  kr: 'KR',
};

/** By the end of the face's name, as Noto, Source Han and their like are called: nothing in the file says it. */
function hanForms({ postScriptName, glyphOf }: Face): HanForms | undefined {
  if (glyphOf(0x4e00) === 0) return undefined;
  const end = /(sc|cn|tc|tw|hk|jp|kr)(?:VF)?(?:-[\w.]+)?$/i.exec(postScriptName)?.[1];
  return end === undefined ? undefined : regions[end.toLowerCase()];
}
