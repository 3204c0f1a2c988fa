import type { FontProfile } from '../campaign/campaign.ts';
import type { MarginBox, MarginBoxName, PageRule } from '../style/rules.ts';
import type { StyledTree } from '../style/styled-tree.ts';
import { cleanText } from './clean-text.ts';
import { walkElements } from './collector.ts';
import { paragraphProperties, runProperties } from './computed-properties.ts';
import type { Inline, PageSetup, ParagraphBlock, SectionKey } from './model.ts';
import { twips } from './units.ts';

/** A4 with 2 cm around, where no `@page` rule says otherwise. */
const defaults = { width: 595.28, height: 841.89, margin: 56.69 };

/** The page that blocks with this `page` name stand on. */
export function pageSetup(tree: StyledTree, name: string, fonts: FontProfile): PageSetup {
  const strings = namedStrings(tree);
  const rules = rulesFor(tree.pages, name, false);
  const first = rulesFor(tree.pages, name, true);
  const hasFirst = first.length > rules.length;
  const last = <K extends keyof PageRule>(key: K): PageRule[K] | undefined =>
    rules.findLast((rule) => rule[key] !== undefined)?.[key];
  const size = last('size');
  const measured = {
    width: size?.width ?? defaults.width,
    height: size?.height ?? defaults.height,
    marginTop: last('marginTop') ?? defaults.margin,
    marginRight: last('marginRight') ?? defaults.margin,
    marginBottom: last('marginBottom') ?? defaults.margin,
    marginLeft: last('marginLeft') ?? defaults.margin,
  };
  const measure = measured.width - measured.marginLeft - measured.marginRight;
  const line = (from: readonly PageRule[], edge: 'top' | 'bottom') =>
    marginLine(from, edge, { tree, strings, measure, fonts });
  return {
    ...measured,
    header: line(rules, 'top'),
    footer: line(rules, 'bottom'),
    firstHeader: hasFirst ? line(first, 'top') : undefined,
    firstFooter: hasFirst ? line(first, 'bottom') : undefined,
    hasFirst,
  };
}

function rulesFor(rules: readonly PageRule[], name: string, first: boolean): readonly PageRule[] {
  return rules.filter(({ selector }) => {
    if (selector.name !== undefined && selector.name !== name) return false;
    return selector.pseudo.every((pseudo) => pseudo === 'right' || (first && pseudo === 'first'));
  });
}

/** Named strings as they stand at the start: Word has no running ones without fields tied to styles. */
function namedStrings(tree: StyledTree): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  for (const element of walkElements(tree.root)) {
    for (const [name, value] of Object.entries(element.style.stringSet)) {
      if (!strings.has(name)) strings.set(name, value);
    }
  }
  return strings;
}

const places = {
  top: [['top-left-corner', 'top-left'], ['top-center'], ['top-right', 'top-right-corner']],
  bottom: [['bottom-left-corner', 'bottom-left'], ['bottom-center'], ['bottom-right', 'bottom-right-corner']],
} satisfies Record<string, readonly (readonly MarginBoxName[])[]>;

interface MarginContext {
  readonly tree: StyledTree;
  readonly strings: ReadonlyMap<string, string>;
  /** Width of the line. Pt. */
  readonly measure: number;
  readonly fonts: FontProfile;
}

/** A header or footer: what stands left, in the middle and right of one line, parted by tabs. */
function marginLine(
  rules: readonly PageRule[],
  edge: 'top' | 'bottom',
  { tree, strings, measure, fonts }: MarginContext,
): ParagraphBlock | undefined {
  const find = (name: MarginBoxName): MarginBox | undefined =>
    rules.flatMap((rule) => rule.boxes).findLast((box) => box.name === name);
  const groups = places[edge].map((names) => names.map(find).filter((box) => box !== undefined));
  const style = groups.flat()[0]?.style;
  if (!style || groups.flat().every((box) => box.content.length === 0)) return undefined;
  const rtl = tree.root.style.direction === 'rtl';
  const ordered = rtl ? groups.toReversed() : groups;
  const [start = [], centre = [], end = []] = ordered.map((boxes) =>
    boxes.flatMap((box) => box.content.flatMap((part) => contentOf(part, box, strings))),
  );
  if (start.length + centre.length + end.length === 0) return undefined;
  const tab: Inline = { kind: 'tab' };
  // Without a middle part a long left one may reach past the middle.
  const needsCentre = centre.length > 0;
  const inlines = [
    ...start,
    ...(needsCentre ? [tab, ...centre] : []),
    ...(end.length > 0 ? [tab, ...end] : []),
  ];
  const tabs = [
    ...(needsCentre ? [{ at: twips(measure / 2), kind: 'center' as const }] : []),
    { at: twips(measure), kind: 'end' as const },
  ];
  const properties = { ...paragraphProperties(style), bidi: rtl, align: 'start' as const, tabs };
  return {
    kind: 'paragraph',
    role: edge === 'top' ? 'header' : 'footer',
    box: undefined,
    properties: { paragraph: properties, run: runProperties(style, undefined, fonts) },
    item: undefined,
    pageBreak: false,
    language: tree.language,
    anchors: [],
    inlines,
    spans: [],
    section: anySection,
  };
}

/** Of blocks that stand in no section of the text. */
export const anySection: SectionKey = { page: 'auto', columns: 1, gap: 0, pull: 0 };

function contentOf(
  part: MarginBox['content'][number],
  box: MarginBox,
  strings: ReadonlyMap<string, string>,
): Inline[] {
  const format = { style: undefined, language: box.style.language, direction: box.style.direction };
  if (part.kind === 'counter')
    return [{ kind: 'field', name: part.name === 'page' ? 'PAGE' : 'NUMPAGES', format }];
  const text = cleanText(part.kind === 'text' ? part.text : (strings.get(part.name) ?? ''));
  return text === '' ? [] : [{ kind: 'text', text: text.replace(/\s+/g, ' '), format }];
}
