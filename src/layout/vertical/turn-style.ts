import type { Span } from '../../diagnostics/source.ts';
import type { ComputedStyle, LengthPercentage, Sides } from '../../style/computed-style.ts';
import { isVertical, lineSides, type Side } from '../../style/flow.ts';
import type { WritingMode } from '../../style/writing-style.ts';

/**
 * A style as layout sees it, which knows lines from left to right, one below the other, and nothing else: a vertical box
 * is laid out as if the page had been turned so that its lines run so. Sides and sizes are those of the turned page;
 * what only painting reads (backgrounds, round corners, transforms) stays as it is.
 */
export function turnStyle(style: ComputedStyle, mode: WritingMode): ComputedStyle {
  return isVertical(mode) ? withSides(style, lineSides(mode), mode) : horizontal(style);
}

/** The way back: the sides of a turned style on the page. */
export function physicalStyle(style: ComputedStyle): ComputedStyle {
  const mode = style.writingMode;
  if (!isVertical(mode)) return style;
  const sides = lineSides(mode);
  const at = (side: Side): Side => (Object.keys(sides) as Side[]).find((line) => sides[line] === side)!;
  const back = { top: at('top'), right: at('right'), bottom: at('bottom'), left: at('left') };
  return withSides(style, back, 'horizontal-tb');
}

/** Makes turned styles, each once: elements share theirs, and layout goes by the object. */
export interface TurnedStyles {
  /** `turnStyle`, the same object for the same style. */
  turned(style: ComputedStyle, mode: WritingMode): ComputedStyle;
  /** `physicalStyle`, the same object for the same style. */
  physical(style: ComputedStyle): ComputedStyle;
}

/** None made yet. */
export function createTurnedStyles(): TurnedStyles {
  const turned = new Map<ComputedStyle, Map<WritingMode, ComputedStyle>>();
  const physical = new Map<ComputedStyle, ComputedStyle>();
  return {
    turned(style, mode) {
      const known = turned.get(style) ?? new Map<WritingMode, ComputedStyle>();
      turned.set(style, known);
      const made = known.get(mode) ?? turnStyle(style, mode);
      known.set(mode, made);
      return made;
    },
    physical(style) {
      const made = physical.get(style) ?? physicalStyle(style);
      physical.set(style, made);
      return made;
    },
  };
}

function horizontal(style: ComputedStyle): ComputedStyle {
  return isVertical(style.writingMode) ? { ...style, writingMode: 'horizontal-tb' } : style;
}

/** `from` names the side that each new one was. */
function withSides(style: ComputedStyle, from: Sides<Side>, writingMode: WritingMode): ComputedStyle {
  const turned = <T>(sides: Sides<T>): Sides<T> => ({
    top: sides[from.top],
    right: sides[from.right],
    bottom: sides[from.bottom],
    left: sides[from.left],
  });
  return {
    ...style,
    writingMode,
    margin: turned(style.margin),
    padding: turned(style.padding),
    border: turned(style.border),
    inset: turned(style.inset),
    width: style.height,
    height: blockSize(style.width),
    minWidth: style.minHeight,
    minHeight: style.minWidth,
    maxWidth: style.maxHeight,
    maxHeight: style.maxWidth,
    overflowX: style.overflowY,
    overflowY: style.overflowX,
    origins: turnedOrigins(style.origins),
  };
}

/** The places that turned sizes were set at. */
function turnedOrigins(origins: ComputedStyle['origins']): ComputedStyle['origins'] {
  const sizes = [
    ['width', 'height'],
    ['minWidth', 'minHeight'],
    ['maxWidth', 'maxHeight'],
  ] as const;
  const turned: Record<string, Span> = { ...origins };
  for (const [one, other] of sizes) {
    delete turned[one];
    delete turned[other];
    if (origins[other]) turned[one] = origins[other];
    if (origins[one]) turned[other] = origins[one];
  }
  return turned;
}

/** Along the block axis the sizes that go by the content are what `auto` is (css-sizing-3 §3.2). */
function blockSize(width: ComputedStyle['width']): LengthPercentage | 'auto' {
  return typeof width === 'string' ? 'auto' : width;
}
