import { createReporter } from '../../../src/style/cascade/reporter.ts';
import { createStyleEngine } from '../../../src/style/cascade/style-state.ts';
import type { ComputedStyle } from '../../../src/style/computed-style.ts';
import { createPropertyTable } from '../../../src/style/properties/registry.ts';

const paper = { width: 595, height: 842 };
const engine = createStyleEngine(createPropertyTable(), createReporter(), { paper, area: paper });
const noBorder = { width: 0, style: 'none', colour: { r: 0, g: 0, b: 0, a: 1 } } as const;

/** What an element computes where nothing is declared, but for English text at 10 pt in Noto Sans. */
export const initialStyle: ComputedStyle = {
  ...engine.initial.style,
  inlineLevel: true,
  border: { top: noBorder, right: noBorder, bottom: noBorder, left: noBorder },
  columnRule: noBorder,
  fontFamily: ['Noto Sans'],
  fontSize: 10,
  language: 'en',
};

/** What children start from: the initial values, with those of their parent that are inherited. */
export function startingStyle(parent: ComputedStyle): ComputedStyle {
  const inherited = Object.fromEntries(engine.inheritedFields.map((name) => [name, parent[name]]));
  return { ...initialStyle, ...inherited, language: parent.language };
}
