import type { ComputedStyle } from '../../style/computed-style.ts';

const zero = { pt: 0, percent: 0 };

/** Initial values of what places a box, sizes it and paints it as a whole: of a box inside another that does so. */
export const initialPlacement = {
  position: 'static',
  float: 'none',
  clear: 'none',
  margin: { top: zero, right: zero, bottom: zero, left: zero },
  translate: [],
  rotate: [],
  scale: [],
  transform: [],
  opacity: 1,
  zIndex: 'auto',
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'none',
  maxHeight: 'none',
  breakBefore: 'auto',
  breakAfter: 'auto',
} as const satisfies Partial<ComputedStyle>;

/** Inherited values of the parent, initial values of all that boxes draw or measure. */
export function anonymousStyle(style: ComputedStyle): ComputedStyle {
  const none = { width: 0, style: 'none', colour: style.color } as const;
  const sharp = { horizontal: zero, vertical: zero };
  return {
    ...style,
    ...initialPlacement,
    display: 'block',
    inlineLevel: false,
    floatReference: 'inline',
    padding: { top: zero, right: zero, bottom: zero, left: zero },
    border: { top: none, right: none, bottom: none, left: none },
    backgroundColor: { r: 0, g: 0, b: 0, a: 0 },
    backgroundImage: [],
    borderRadius: { topLeft: sharp, topRight: sharp, bottomRight: sharp, bottomLeft: sharp },
    overflowX: 'visible',
    overflowY: 'visible',
    breakInside: 'auto',
    columnCount: 'auto',
    columnWidth: 'auto',
    columnSpan: 'none',
    flexGrow: 0,
    flexShrink: 1,
    flexBasis: 'auto',
    alignSelf: 'auto',
    order: 0,
    pageNumber: undefined,
    stringSet: {},
    bookmarkLevel: 0,
  };
}
