import type { Colour } from '../../style/computed-style.ts';
import { decimal } from './numbers.ts';

/** What the drawing operators depend on, as it stands in the stream. */
interface State {
  fill: string;
  stroke: string;
  lineWidth: number;
  dash: string;
  alpha: string;
  font: string;
}

/** Tells which operators a drawing needs first, given what is set already; `save` and `restore` nest. */
export interface GraphicsState {
  save(): string;
  restore(): string;
  fill(colour: Colour): string;
  stroke(colour: Colour, width: number, dash: readonly number[]): string;
  font(name: string, size: number): string;
  /** The opacities used: `A50` is 0.5. */
  readonly opacities: ReadonlySet<number>;
}

function colourOperands(colour: Colour): { operands: string; grey: boolean } {
  const parts = [colour.r, colour.g, colour.b].map((part) => decimal(part));
  const grey = parts[0] === parts[1] && parts[1] === parts[2];
  return { operands: grey ? parts[0]! : parts.join(' '), grey };
}

const initial: State = { fill: '0 g', stroke: '0 G', lineWidth: 1, dash: '[]0 d', alpha: '100', font: '' };

/** The graphics state at the start of a page (ISO 32000-1 table 52). */
export function createGraphicsState(): GraphicsState {
  let state: State = { ...initial };
  const stack: State[] = [];
  const opacities = new Set<number>();
  const change = <K extends keyof State>(key: K, value: State[K], operator: string) => {
    if (state[key] === value) return '';
    state[key] = value;
    return `${operator}\n`;
  };
  const alpha = (colour: Colour) => {
    const percent = Math.round(colour.a * 100);
    if (state.alpha === String(percent)) return '';
    opacities.add(percent);
    return change('alpha', String(percent), `/A${percent} gs`);
  };
  return {
    opacities,
    save() {
      stack.push({ ...state });
      return 'q\n';
    },
    restore() {
      state = stack.pop() ?? { ...initial };
      return 'Q\n';
    },
    fill(colour) {
      const { operands, grey } = colourOperands(colour);
      const operator = `${operands} ${grey ? 'g' : 'rg'}`;
      return alpha(colour) + change('fill', operator, operator);
    },
    stroke(colour, width, dash) {
      const { operands, grey } = colourOperands(colour);
      const operator = `${operands} ${grey ? 'G' : 'RG'}`;
      const pattern = `[${dash.map((length) => decimal(length)).join(' ')}]0 d`;
      return (
        alpha(colour) +
        change('stroke', operator, operator) +
        change('lineWidth', width, `${decimal(width)} w`) +
        change('dash', pattern, pattern)
      );
    },
    font(name, size) {
      const operator = `/${name} ${decimal(size, 4)} Tf`;
      return change('font', operator, operator);
    },
  };
}
