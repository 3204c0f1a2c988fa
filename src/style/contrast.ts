import type { Span } from '../diagnostics/source.ts';
import type { Reporter } from './cascade/reporter.ts';
import type { Colour, ComputedStyle } from './computed-style.ts';
import type { PageRule } from './rules.ts';
import type { StyledElement, StyledText } from './styled-tree.ts';

/** What text stands on, and where the nearest of the two colours was set. */
interface Scene {
  /** Opaque; undefined where a picture or gradient is, whose colours are many. */
  readonly ground: Colour | undefined;
  /** Of the groups around since that ground. */
  readonly opacity: number;
  readonly colour: Colour | undefined;
  readonly place: Span | undefined;
}

const PAPER: Scene = { ground: { r: 1, g: 1, b: 1, a: 1 }, opacity: 1, colour: undefined, place: undefined };

/**
 * Reports text that is hard to read on its ground (WCAG 2.2 §1.4.3): below 4.5:1, or 3:1 from 18 pt, or 14 pt bold.
 * The ground is made of the backgrounds of the elements around, over white paper. Each rule is told once, where its
 * colour or background is set.
 */
export function checkContrast(root: StyledElement, pages: readonly PageRule[], reporter: Reporter): void {
  const told = new Set<string>();
  const check = (style: ComputedStyle, scene: Scene, span: Span): void => {
    const { ground } = scene;
    if (!ground) return;
    const seen = over({ ...style.color, a: style.color.a * scene.opacity }, ground);
    const ratio = contrast(seen, ground);
    const needed = isLarge(style) ? 3 : 4.5;
    const place = scene.place ?? span;
    const key = `${place.source.root}:${place.source.path}:${place.start}`;
    if (ratio >= needed || told.has(key)) return;
    told.add(key);
    report(seen, ground, ratio, needed, place, reporter);
  };
  const visit = (element: StyledElement, around: Scene): void => {
    // What a drawing's text stands on is drawn, not known here.
    if (element.tag === 'svg') return;
    const scene = sceneOf(element.style, around);
    if (element.children.some(isReadable)) check(element.style, scene, element.span);
    if (element.marker) visit(element.marker, scene);
    for (const child of element.children) if (child.type === 'element') visit(child, scene);
  };
  visit(root, PAPER);
  for (const { boxes } of pages) {
    for (const { style, span, content } of boxes) {
      if (content.length > 0) check(style, sceneOf(style, PAPER), span);
    }
  }
}

/** Letters and digits are read; rules, bullets and arrows are ornament. */
function isReadable(node: StyledElement | StyledText): boolean {
  return node.type === 'text' && /[\p{L}\p{N}]/u.test(node.text);
}

function sceneOf(style: ComputedStyle, around: Scene): Scene {
  const { color, backgroundColor, backgroundImage, opacity, origins } = style;
  const painted = backgroundColor.a > 0;
  const pictured = backgroundImage.some(({ kind }) => kind !== 'none');
  if (!painted && !pictured && opacity === 1 && color === around.colour) return around;
  const place = painted ? (origins.backgroundColor ?? origins.color) : origins.color;
  return {
    ground: pictured ? undefined : painted ? groundOver(backgroundColor, around.ground) : around.ground,
    opacity: painted || pictured ? 1 : around.opacity * opacity,
    colour: color,
    place: place ?? around.place,
  };
}

function groundOver(colour: Colour, ground: Colour | undefined): Colour | undefined {
  if (colour.a === 1) return colour;
  return ground && over(colour, ground);
}

/** A colour as it looks on an opaque one. */
function over(colour: Colour, ground: Colour): Colour {
  if (colour.a === 1) return colour;
  const mix = (a: number, b: number) => a * colour.a + b * (1 - colour.a);
  return { r: mix(colour.r, ground.r), g: mix(colour.g, ground.g), b: mix(colour.b, ground.b), a: 1 };
}

function isLarge({ fontSize, fontWeight }: ComputedStyle): boolean {
  return fontSize >= 18 || (fontSize >= 14 && fontWeight >= 700);
}

/** The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: Colour, b: Colour): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance({ r, g, b }: Colour): number {
  const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function report(
  colour: Colour,
  ground: Colour,
  ratio: number,
  needed: number,
  place: Span,
  reporter: Reporter,
): void {
  // Rounded down, so that 4.499 is not said to be 4.5.
  const found = (Math.floor(ratio * 100) / 100).toFixed(2);
  const message = `text of ${hex(colour)} on ${hex(ground)} has a contrast of ${found}:1, less than ${needed}:1`;
  const hint = 'Make the text darker or its ground lighter, or the other way round';
  reporter.report('contrast-low', message, place, hint);
}

function hex({ r, g, b }: Colour): string {
  const digits = (v: number) =>
    Math.round(v * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${digits(r)}${digits(g)}${digits(b)}`;
}
