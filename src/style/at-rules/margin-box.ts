import type { Span } from '../../diagnostics/source.ts';
import { computeStyle } from '../cascade/compute-style.ts';
import type { Declaration } from '../cascade/declaration.ts';
import type { StyleEngine, StyleState } from '../cascade/style-state.ts';
import type { ComputedStyle } from '../computed-style.ts';
import type { CounterStyles } from '../counter-styles/counter-styles.ts';
import { isVertical } from '../flow.ts';
import { checkCounterStyle } from '../generated/content-text.ts';
import type { ContentItem } from '../properties/generated-values.ts';
import type { MarginBox, MarginContent, PageBoxName } from '../rules.ts';

/** What a margin box is computed in. */
export interface MarginBoxScope {
  readonly engine: StyleEngine;
  /** The page context, from which the box inherits. */
  readonly context: StyleState;
  readonly root: StyleState;
  readonly counterStyles: CounterStyles;
  /** An order that no other rule has. */
  readonly order: number;
}

/** Computes one margin box. Content that only elements can have is reported and left out. */
export function computeMarginBox(
  name: PageBoxName,
  declarations: readonly Declaration[],
  span: Span,
  scope: MarginBoxScope,
): MarginBox {
  const rule = { origin: 'author' as const, selectors: [], declarations, order: scope.order };
  const { style, generated } = computeStyle(scope.engine, {
    parent: scope.context,
    root: scope.root,
    language: scope.context.style.language,
    rules: [{ rule, specificity: 0 }],
  });
  reportVertical(name, declarations, style, scope);
  const { content } = generated;
  const contentSpan = declarations.findLast(({ property }) => property === 'content')?.valueSpan ?? span;
  const items = typeof content === 'string' ? [] : content;
  return {
    name,
    content: items.flatMap((item) => marginContent(item, contentSpan, scope)),
    style: { ...style, ...defaultsOf(name, style, declarations) },
    span,
  };
}

function reportVertical(
  name: PageBoxName,
  declarations: readonly Declaration[],
  { writingMode }: ComputedStyle,
  { engine }: MarginBoxScope,
): void {
  const written = declarations.findLast(({ property }) => property === 'writing-mode');
  if (!written || name === 'footnote' || !isVertical(writingMode)) return;
  engine.reporter.report(
    'css-unsupported',
    'a margin box has lines that run across the page',
    written.valueSpan,
  );
}

/**
 * The boxes are blocks, aligned towards the page's corners and middles unless the sheet says more (css-page-3 §5.3). The
 * paper is not turned with the text: their lines run across it.
 */
function defaultsOf(
  name: PageBoxName,
  style: ComputedStyle,
  declarations: readonly Declaration[],
): Partial<ComputedStyle> {
  const set = (property: string) =>
    declarations.some(({ values }) => values.some(([longhand]) => longhand === property));
  return {
    display: style.display === 'inline' ? 'block' : style.display,
    ...(name !== 'footnote' && { writingMode: 'horizontal-tb' }),
    textAlign: set('text-align') ? style.textAlign : defaultTextAlign(name),
    verticalAlign: set('vertical-align') ? style.verticalAlign : defaultVerticalAlign(name),
  };
}

function defaultTextAlign(name: PageBoxName): ComputedStyle['textAlign'] {
  switch (name) {
    case 'footnote':
      return 'start';
    case 'top-left':
    case 'bottom-left':
    case 'top-right-corner':
    case 'bottom-right-corner':
      return 'left';
    case 'top-right':
    case 'bottom-right':
    case 'top-left-corner':
    case 'bottom-left-corner':
      return 'right';
    default:
      return 'center';
  }
}

function defaultVerticalAlign(name: PageBoxName): ComputedStyle['verticalAlign'] {
  if (name === 'left-top' || name === 'right-top') return 'top';
  return name === 'left-bottom' || name === 'right-bottom' ? 'bottom' : 'middle';
}

function marginContent(item: ContentItem, span: Span, scope: MarginBoxScope): readonly MarginContent[] {
  if (item.kind === 'text') return [{ kind: 'text', text: item.text }];
  if (item.kind === 'string') return [item];
  if (item.kind === 'counter' && (item.name === 'page' || item.name === 'pages')) {
    const { counterStyles: styles, engine } = scope;
    checkCounterStyle(item.counterStyle, span, { styles, reporter: engine.reporter });
    return [{ kind: 'counter', name: item.name, counterStyle: item.counterStyle }];
  }
  const message = 'a margin box can hold text, counter(page), counter(pages) and string()';
  scope.engine.reporter.report('css-unsupported', message, span);
  return [];
}
