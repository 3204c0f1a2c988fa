import { applyWhiteSpace, initialWhiteSpace, type WhiteSpaceState } from '../layout/boxes/white-space.ts';
import type { ComputedStyle } from '../style/computed-style.ts';
import type { PageReference, StyledElement, StyledNode } from '../style/styled-tree.ts';
import { transformText } from '../text/transform/text-transform.ts';
import { blankOf, fitBlanks, isBoxToTick } from './blanks.ts';
import { cleanText, safeAddress } from './clean-text.ts';
import { type Collector, isReplaced, textOf } from './collector.ts';
import { runDifference, runProperties } from './computed-properties.ts';
import { noteInlines, notesApart } from './footnotes.ts';
import { slotOf } from './languages.ts';
import type { Inline, RunFormat } from './model.ts';
import type { RunProperties } from './style-properties.ts';
import { hex } from './units.ts';

/** The paragraph that inline content is collected for. */
export interface InlineParagraph {
  readonly collector: Collector;
  readonly run: RunProperties;
  /** BCP 47. */
  readonly language: string;
  /** Fill behind it. */
  readonly ground: string | undefined;
  /** Width of a line in pt. */
  readonly measure: number;
}

interface InlineScope {
  readonly paragraph: InlineParagraph;
  readonly parent: StyledElement;
  readonly format: RunFormat;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly space: WhiteSpaceState;
}

/** The inline content of a paragraph whose element is `parent`, white space collapsed and trimmed. */
export function collectInlines(
  nodes: readonly StyledNode[],
  parent: StyledElement,
  paragraph: InlineParagraph,
): readonly Inline[] {
  const { language, direction } = parent.style;
  const scope: InlineScope = {
    paragraph,
    parent,
    format: { style: undefined, language, direction },
    underline: false,
    strike: false,
    space: initialWhiteSpace(),
  };
  const inlines = trimEnd(nodes.flatMap((node) => collectNode(node, scope)));
  return fitBlanks(notesApart(inlines, scope.format), parent, paragraph.measure);
}

function collectNode(node: StyledNode, scope: InlineScope): Inline[] {
  if (node.type === 'element') return collectElement(node, scope);
  if (node.reference) return [pageField(node.reference, scope)];
  return textInlines(node.text, scope);
}

/** Word counts its own pages, in its own digits. */
function pageField({ counter, target }: PageReference, scope: InlineScope): Inline {
  scope.space.afterSpace = false;
  if (counter === 'pages') return { kind: 'field', name: 'NUMPAGES', format: scope.format };
  return target === undefined
    ? { kind: 'field', name: 'PAGE', format: scope.format }
    : { kind: 'page-of', anchor: target };
}

function textInlines(raw: string, scope: InlineScope): Inline[] {
  const { style } = scope.parent;
  const { afterSpace, lastCharacter } = scope.space;
  const collapsed = cleanText(applyWhiteSpace(raw, style.whiteSpace, scope.space));
  const text = transformText(collapsed, withoutCapitals(style), afterSpace ? '' : lastCharacter);
  return text.split('\n').flatMap((line, i): Inline[] => {
    const run: Inline[] = line === '' ? [] : [{ kind: 'text', text: line, format: scope.format }];
    return i === 0 ? run : [{ kind: 'break' }, ...run];
  });
}

/** Word makes capitals itself, and leaves the text as it was written. */
function withoutCapitals({ textTransform, language }: ComputedStyle) {
  const isWords = textTransform.letters === 'uppercase';
  return {
    language,
    textTransform: isWords ? { ...textTransform, letters: 'none' as const } : textTransform,
  };
}

function collectElement(element: StyledElement, scope: InlineScope): Inline[] {
  if (element.tag === 'br') {
    scope.space.afterSpace = true;
    return [{ kind: 'break' }];
  }
  if (isBoxToTick(element)) {
    scope.space.afterSpace = false;
    return [{ kind: 'text', text: '☐', format: scope.format }];
  }
  if (isReplaced(element)) return collectReplaced(element, scope);
  const note = noteInlines(element, scope.paragraph.collector);
  if (note) {
    scope.space.afterSpace = false;
    return note;
  }
  const inner = innerScope(element, scope);
  const children = element.children.flatMap((child) => collectNode(child, inner));
  return element.tag === 'a' ? linkInlines(element, children, scope) : children;
}

function linkInlines(element: StyledElement, children: readonly Inline[], scope: InlineScope): Inline[] {
  const href = element.attributes.href ?? '';
  if (href.startsWith('#')) {
    const anchor = href.slice(1);
    return scope.paragraph.collector.targets.has(anchor)
      ? [{ kind: 'jump', anchor, children }]
      : [...children];
  }
  const address = safeAddress(href);
  return address === undefined || children.length === 0
    ? [...children]
    : [{ kind: 'link', address, children }];
}

function collectReplaced(element: StyledElement, scope: InlineScope): Inline[] {
  const { paragraph } = scope;
  scope.space.afterSpace = false;
  if (element.tag === 'input') return [blankOf(element, scope.format, paragraph.measure)];
  const picture = paragraph.collector.picture(element, paragraph.measure);
  if (picture) return [{ kind: 'picture', picture }];
  const text = element.attributes.alt ?? element.attributes['aria-label'] ?? textOf(element);
  return text === '' ? [] : [{ kind: 'text', text: cleanText(text), format: scope.format }];
}

function innerScope(element: StyledElement, scope: InlineScope): InlineScope {
  const { style } = element;
  const lines = style.textDecorationLine;
  const underline = scope.underline || lines.includes('underline');
  const strike = scope.strike || lines.includes('line-through');
  const difference = differenceOf(element, scope.paragraph, underline, strike);
  const role = roleOf(element, scope.format.style?.role);
  const hasStyle = Object.keys(difference).length > 0;
  return {
    ...scope,
    parent: element,
    underline,
    strike,
    format: {
      style: hasStyle ? { role, difference } : undefined,
      language: style.language,
      // Without an embedding of its own it runs as what it stands in.
      direction: style.unicodeBidi === 'normal' ? scope.format.direction : style.direction,
    },
  };
}

function differenceOf(
  element: StyledElement,
  paragraph: InlineParagraph,
  underline: boolean,
  strike: boolean,
): Partial<RunProperties> {
  const { style } = element;
  const shade = style.backgroundColor.a > 0 ? hex(style.backgroundColor, paragraph.ground) : undefined;
  const position = positionOf(element);
  const run: RunProperties = {
    ...runProperties(style, shade ?? paragraph.ground, paragraph.collector.fonts),
    // Words in another language have the document's font for its script, and are no reason for another Latin one.
    ...(style.language !== paragraph.language &&
      slotOf(style.language) !== 'latin' && { latin: paragraph.run.latin }),
    underline: underline || paragraph.run.underline,
    strike: strike || paragraph.run.strike,
    position,
    shade,
    // Word makes raised and lowered text smaller by itself.
    ...(position !== 'baseline' && { size: paragraph.run.size, complexSize: paragraph.run.complexSize }),
  };
  return runDifference(run, paragraph.run);
}

function positionOf(element: StyledElement): RunProperties['position'] {
  const align = element.style.verticalAlign;
  if (align === 'super' || (typeof align === 'object' && align.pt > 0)) return 'superscript';
  return align === 'sub' || (typeof align === 'object' && align.pt < 0) ? 'subscript' : 'baseline';
}

const rolesByTag: Readonly<Record<string, string>> = {
  strong: 'Strong',
  b: 'Strong',
  em: 'Emphasis',
  i: 'Emphasis',
  cite: 'Emphasis',
  a: 'Hyperlink',
  code: 'Code',
  sup: 'Superscript',
  sub: 'Subscript',
};

/** The name of an inline element's character style; an element without one of its own keeps its parent's. */
function roleOf(element: StyledElement, inherited: string | undefined): string {
  if (element.style.docxStyle !== 'auto') return element.style.docxStyle;
  return rolesByTag[element.tag] ?? className(element) ?? inherited ?? 'Text';
}

/** `field-label` → `Field label`. */
function className(element: StyledElement): string | undefined {
  const name = /^[A-Za-z][\w-]*/.exec(element.attributes.class ?? '')?.[0].replace(/[-_]+/g, ' ');
  return name && name.charAt(0).toUpperCase() + name.slice(1);
}

/** A collapsible space at the end of a paragraph is no space (css-text-3 §4.1.2). */
function trimEnd(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last === undefined) return inlines;
  const rest = inlines.slice(0, -1);
  if (last.kind === 'text') {
    const text = last.text.replace(/ +$/, '');
    return text === '' ? trimEnd(rest) : [...rest, { ...last, text }];
  }
  if (last.kind === 'link' || last.kind === 'jump')
    return [...rest, { ...last, children: trimEnd(last.children) }];
  return inlines;
}
