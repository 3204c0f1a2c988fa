import type { StyleNode } from '../selectors/style-node.ts';

/** An attribute of a drawing's element as a declaration. */
export interface DrawingHint {
  /** `name:value`, the value in CSS's own way of writing. */
  readonly declaration: string;
  /** The end of it: the attribute as written, which findings point into. */
  readonly value: string;
}

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Presentation attributes (SVG 2 §6.6), which are properties of the same name. */
const presentational = names(
  'clip-path clip-rule color direction display dominant-baseline fill fill-opacity fill-rule filter font-family ' +
    'font-kerning font-size font-stretch font-style font-variant font-weight isolation letter-spacing marker ' +
    'marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order stop-color stop-opacity ' +
    'stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity ' +
    'stroke-width text-anchor text-decoration unicode-bidi vector-effect visibility word-spacing writing-mode',
);

/** Those whose numbers are lengths in CSS, and need a unit there. */
const lengths = names('font-size letter-spacing word-spacing');

const none: readonly DrawingHint[] = [];

/** What the attributes of a drawing's element say of its looks; none for HTML's own elements. */
export function drawingHints(node: StyleNode): readonly DrawingHint[] {
  const { tag, attributes } = node.element;
  let found: DrawingHint[] | undefined;
  for (const name in attributes) {
    const isSize = tag === 'svg' && (name === 'width' || name === 'height');
    if (!isSize && !presentational.has(name)) continue;
    if (!isInDrawing(node)) return none;
    if (isSize && isInDrawing(node.parent)) continue;
    const value = attributes[name]!;
    // A semicolon would begin another declaration: no value of these properties has one.
    if (value.trim() === '' || /[;{}]/.test(value)) continue;
    const text = isSize || lengths.has(name) ? withUnit(value) : value;
    found ??= [];
    found.push({ declaration: `${name}:${text}`, value: text });
  }
  return found ?? none;
}

function withUnit(value: string): string {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value) ? `${value.trim()}px` : value;
}

function isInDrawing(node: StyleNode | undefined): boolean {
  for (let at = node; at; at = at.parent) if (at.element.tag === 'svg') return true;
  return false;
}
