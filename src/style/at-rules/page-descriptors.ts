import { didYouMean } from '../../diagnostics/suggest.ts';
import type { PageRule } from '../rules.ts';
import type { SheetDeclaration } from '../syntax/parse-sheet.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, readerOf, takeKeyword } from '../syntax/reader.ts';
import type { ComputeContext, Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeLength } from '../values/length.ts';
import { isPossibleSize, parsePageSize, possibleSizes } from './page-size.ts';
import type { SheetContext } from './sheet-context.ts';
import { spanAt } from './sheet-context.ts';

/** What the descriptors of one `@page` rule set. */
export type PageDescriptors = Partial<Pick<PageRule, 'size' | 'bleed' | 'marks'>>;

/** What it reads may come out as nothing that a page can have. */
type Read = (reader: Reader) => Specified<PageDescriptors | undefined> | undefined;

const DESCRIPTORS: Readonly<Record<string, Read>> = {
  size: (reader) => {
    const size = parsePageSize(reader);
    return (
      size &&
      ((context) => {
        const found = size(context);
        return isPossibleSize(found) ? { size: found } : undefined;
      })
    );
  },
  bleed: (reader) => {
    if (takeKeyword(reader, ['auto'])) return constant({ bleed: undefined });
    const bleed = takeLength(reader, { negative: false });
    return bleed && ((context) => ({ bleed: bleed(context) }));
  },
  marks: (reader) => {
    if (takeKeyword(reader, ['none'])) return constant({ marks: { crop: false, cross: false } });
    const words = [takeKeyword(reader, ['crop', 'cross']), takeKeyword(reader, ['crop', 'cross'])];
    if (words[0] === undefined || words[0] === words[1]) return undefined;
    return constant({ marks: { crop: words.includes('crop'), cross: words.includes('cross') } });
  },
};

/** True for the descriptors that only pages have. */
export function isPageDescriptor(name: string): boolean {
  return Object.hasOwn(DESCRIPTORS, name.toLowerCase());
}

/** The names that may stand in `@page` besides properties. */
export const PAGE_DESCRIPTOR_NAMES: readonly string[] = Object.keys(DESCRIPTORS);

/** Reads the descriptors among the declarations; what does not fit is reported. */
export function readPageDescriptors(
  declarations: readonly SheetDeclaration[],
  sheet: SheetContext,
  context: ComputeContext,
): PageDescriptors {
  let found: PageDescriptors = {};
  for (const node of declarations) {
    const name = node.property.toLowerCase();
    if (!isPageDescriptor(name)) continue;
    const reader = readerOf(node.components);
    const value = DESCRIPTORS[name]!(reader);
    const read = value && atEnd(reader) ? value(context) : undefined;
    if (read) found = { ...found, ...read };
    else reportDescriptor(node, sheet, value && possibleSizes);
  }
  return found;
}

function reportDescriptor(node: SheetDeclaration, sheet: SheetContext, otherwise: string | undefined): void {
  const text = sheet.source.text.slice(node.valuePlace.start, node.valuePlace.end);
  const message = `${JSON.stringify(text)} is not a supported value of ${node.property.toLowerCase()} in @page`;
  const hint = didYouMean(text, [
    'a3',
    'a4',
    'a5',
    'a6',
    'letter',
    'legal',
    'landscape',
    'portrait',
    'crop',
    'cross',
  ]);
  sheet.reporter.report('css-unsupported', message, spanAt(sheet, node.valuePlace), hint ?? otherwise);
}
