import type { SourceFile } from '../../diagnostics/source.ts';
import type { Host } from '../../host/host.ts';
import type { Layer } from '../cascade/layers.ts';
import { createLayers } from '../cascade/layers.ts';
import type { Reporter } from '../cascade/reporter.ts';
import type { StyleRule } from '../cascade/style-rule.ts';
import type { CounterStyleRule } from '../counter-styles/counter-styles.ts';
import type { PropertyTable } from '../properties/registry.ts';
import type { FontFaceRule } from '../rules.ts';
import type { Medium } from './media-features.ts';
import type { WrittenPage } from './page-selector.ts';
import type { SheetContext } from './sheet-context.ts';

/** Everything that the style sheets of a document say, in cascade order. */
export interface SheetContents {
  readonly rules: StyleRule[];
  readonly fontFaces: FontFaceRule[];
  readonly pages: WrittenPage[];
  readonly counterStyles: CounterStyleRule[];
  /** Of the author's sheets. */
  readonly layers: Layer;
}

/** Nothing read yet. */
export function emptyContents(): SheetContents {
  return { rules: [], fontFaces: [], pages: [], counterStyles: [], layers: createLayers() };
}

/** What the reading of all sheets shares. */
export interface Collecting {
  readonly host: Host;
  readonly table: PropertyTable;
  readonly reporter: Reporter;
  readonly medium: Medium;
  readonly contents: SheetContents;
}

/** One sheet while it is read. */
export interface SheetState extends SheetContext {
  readonly origin: 'user-agent' | 'author';
  readonly collecting: Collecting;
  /** The sheets being read, the outermost first. */
  readonly chain: readonly SourceFile[];
  readonly counter: { sheets: number };
  /** What the rules are put into. */
  readonly layer: Layer;
}
