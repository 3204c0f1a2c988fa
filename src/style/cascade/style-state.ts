import type { ComputedStyle } from '../computed-style.ts';
import { INITIAL_SIDE } from '../properties/border.ts';
import type { GeneratedValues } from '../properties/generated-values.ts';
import type { AnyLonghand, Draft } from '../properties/property.ts';
import type { PropertyTable } from '../properties/registry.ts';
import { EMPTY_SVG } from '../properties/svg.ts';
import type { ComputeContext } from '../values/context.ts';
import type { MeasureFont } from '../values/font-measure.ts';
import { USUAL_MEASURE } from '../values/font-measure.ts';
import type { Reporter } from './reporter.ts';
import type { CustomProperties } from './substitute.ts';

/** The computed values of one or more elements that share them. */
export interface StyleState {
  readonly style: ComputedStyle;
  readonly generated: GeneratedValues;
  readonly custom: CustomProperties;
  /** What children start from: the initial values, with the inherited ones of this state. Made for the first child. */
  starting: Draft | undefined;
  /** The states of children, by the rules that matched them. */
  readonly children: Map<string, StyleState>;
}

/** What the computing of all styles of a document shares. */
export interface StyleEngine {
  readonly table: PropertyTable;
  readonly reporter: Reporter;
  readonly initial: Draft;
  readonly pages: DefaultPages;
  readonly measureFont: MeasureFont;
  /** Names of the inherited fields. */
  readonly inheritedFields: readonly (keyof ComputedStyle)[];
  readonly inheritedGenerated: readonly (keyof GeneratedValues)[];
}

/** `margin-top` as `marginTop`. */
export function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The page that no selector names: paper, and what is left inside its margins. Pt. */
export interface DefaultPages {
  readonly paper: ComputeContext['viewport'];
  readonly area: ComputeContext['viewport'];
}

/** An engine for one document. */
export function createStyleEngine(
  table: PropertyTable,
  reporter: Reporter,
  pages: DefaultPages,
  measureFont: MeasureFont = () => USUAL_MEASURE,
): StyleEngine {
  const initial = initialDraft(table);
  const inherited = [...table.longhands.values()].filter((property) => property.inherited);
  const fields = inherited.map((property) => camel(property.name));
  return {
    table,
    reporter,
    initial,
    pages,
    measureFont,
    inheritedFields: [
      ...fields.filter((name) => name in initial.style),
      'fontFeatures',
      'minFontSize',
      'svg',
    ] as (keyof ComputedStyle)[],
    inheritedGenerated: [
      'quotes',
      'featureSettings',
      'variantLigatures',
      'variantCaps',
      'variantNumeric',
      'variantEastAsian',
      'variantPosition',
    ],
  };
}

function initialDraft(table: PropertyTable): Draft {
  const border = { top: INITIAL_SIDE, right: INITIAL_SIDE, bottom: INITIAL_SIDE, left: INITIAL_SIDE };
  const style = { border, columnRule: INITIAL_SIDE, language: '', stringSet: {}, origins: {}, ...EMPTY_SVG };
  const draft = { style, generated: {} } as unknown as Draft;
  for (const property of table.longhands.values()) property.write(draft, property.initial);
  // Known by identity, so that an element without borders is told at once.
  Object.assign(draft.style, { border, columnRule: INITIAL_SIDE });
  return draft;
}

/** The value that a property starts from when nothing is declared. */
export function defaultValue(property: AnyLonghand, parent: StyleState | undefined): unknown {
  return property.inherited && parent ? property.read(parent as Draft) : property.initial;
}

/** What the children of a state start from; of the root, that has no parent, the initial values. */
export function startingPoint(engine: StyleEngine, parent: StyleState | undefined): Draft {
  if (!parent) return engine.initial;
  parent.starting ??= {
    style: withFields(engine.initial.style, parent.style, engine.inheritedFields),
    generated: withFields(engine.initial.generated, parent.generated, engine.inheritedGenerated),
  };
  return parent.starting;
}

function withFields<T extends object>(target: T, source: T, fields: readonly (keyof T)[]): T {
  const merged = { ...target };
  for (const field of fields) merged[field] = source[field];
  return merged;
}

/** Pt of a used line height; the face's own is taken as 1.2 of the size. */
export function lineHeightOf(style: Pick<ComputedStyle, 'lineHeight' | 'fontSize'>): number {
  const { lineHeight, fontSize } = style;
  if (lineHeight.kind === 'length') return lineHeight.pt;
  return fontSize * (lineHeight.kind === 'number' ? lineHeight.value : 1.2);
}
