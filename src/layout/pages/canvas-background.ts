import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledElement, StyledTree } from '../../style/styled-tree.ts';

/** A tree whose canvas has a background, taken from the element that it was set on. */
export interface Canvas {
  readonly tree: StyledTree;
  /** What the area of every page is painted with; undefined for nothing. */
  readonly background: ComputedStyle | undefined;
}

/**
 * The background of the root element, or else that of the body, is painted on the canvas and no more on the element
 * (css-backgrounds-3 §2.11). On paper the canvas is the page inside its margins, as it is for browsers.
 */
export function canvasOf(tree: StyledTree): Canvas {
  const { root } = tree;
  if (hasBackground(root.style)) {
    return { tree: { ...tree, root: withoutBackground(root) }, background: root.style };
  }
  const body = root.children.find((child) => child.type === 'element' && child.tag === 'body');
  if (body?.type !== 'element' || !hasBackground(body.style)) return { tree, background: undefined };
  const children = root.children.map((child) => (child === body ? withoutBackground(body) : child));
  return { tree: { ...tree, root: { ...root, children } }, background: body.style };
}

function hasBackground({ backgroundColor, backgroundImage }: ComputedStyle): boolean {
  return backgroundColor.a > 0 || backgroundImage.length > 0;
}

function withoutBackground(element: StyledElement): StyledElement {
  const backgroundColor = { r: 0, g: 0, b: 0, a: 0 };
  return { ...element, style: { ...element.style, backgroundColor, backgroundImage: [] } };
}
