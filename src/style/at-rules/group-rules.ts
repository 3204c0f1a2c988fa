import type { SourceFile } from '../../diagnostics/source.ts';
import type { Layer } from '../cascade/layers.ts';
import { layerIn } from '../cascade/layers.ts';
import type { SheetAtRule } from '../syntax/parse-sheet.ts';
import { layerNames, parseImport, readImported } from './import.ts';
import { evaluateMedia } from './media.ts';
import { spanAt } from './sheet-context.ts';
import type { SheetState } from './sheet-state.ts';
import { evaluateSupports } from './supports.ts';

/** A chain of imports longer than this is refused, as is a cycle. */
const DEEPEST_IMPORT = 8;
const MOST_SHEETS = 64;

/** Whether what stands in `@media { … }` counts; what cannot be answered is reported. */
export function entersMedia(node: SheetAtRule, state: SheetState): boolean {
  const answer = evaluateMedia(node.prelude, state.collecting.medium);
  if (answer === 'unknown') reportMedia(node, state);
  return answer === 'yes';
}

/** Whether what stands in `@supports { … }` counts. */
export function entersSupports(node: SheetAtRule, state: SheetState): boolean {
  const answer = evaluateSupports(node.prelude, state);
  if (answer === 'unknown') {
    state.reporter.report('css-syntax', 'this condition does not parse', spanAt(state, node.place));
  }
  return answer === 'yes';
}

/**
 * `@layer a, b;` names layers in their order, `@layer a { … }` fills one, which is returned (css-cascade-5 §6.4).
 */
export function enteredLayer(node: SheetAtRule, state: SheetState): Layer | undefined {
  const names = layerNames(node.prelude);
  const isBlock = node.children !== undefined;
  if (!names || (isBlock ? names.length > 1 : names.length === 0)) {
    state.reporter.report('css-syntax', 'these layer names do not parse', spanAt(state, node.place));
    return undefined;
  }
  const layers = (names.length > 0 ? names : [undefined]).map((name) => layerIn(state.layer, name));
  return isBlock ? layers[0] : undefined;
}

function reportMedia(node: SheetAtRule, state: SheetState): void {
  const message = 'this media query holds something that cannot be answered for paper; it does not match';
  state.reporter.report('css-unsupported', message, spanAt(state, node.place));
}

/** The sheet that an `@import` brings and the layer it goes into; undefined where it brings none, which is told. */
export function importedSheet(
  node: SheetAtRule,
  state: SheetState,
): { readonly source: SourceFile; readonly layer: Layer } | undefined {
  const written = parseImport(node.prelude);
  if (!written) {
    state.reporter.report('css-syntax', '@import needs an address', spanAt(state, node.place));
    return undefined;
  }
  // A layer is named even by an import that does not count.
  const layer = written.layer ? layerIn(state.layer, written.layer.name) : state.layer;
  const media = evaluateMedia(written.media, state.collecting.medium);
  if (media === 'unknown') reportMedia(node, state);
  const supports = written.supports ? evaluateSupports(written.supports, state) : 'yes';
  if (media !== 'yes' || supports !== 'yes') return undefined;
  const { value } = written.address;
  const span = spanAt(state, written.address);
  const source = readImported(state.collecting.host, state.source, value, span, state.reporter);
  if (!source) return undefined;
  const circular = state.chain.some((other) => other.root === source.root && other.path === source.path);
  if (circular || state.chain.length >= DEEPEST_IMPORT || state.counter.sheets >= MOST_SHEETS) {
    const why = circular ? 'imports itself' : 'is one import too many';
    state.reporter.report('css-url', `${JSON.stringify(value)} ${why}`, span);
    return undefined;
  }
  return { source, layer };
}
