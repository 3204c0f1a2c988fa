import type { ComputedStyle } from '../../style/computed-style.ts';

/** Inherited values of the parent, initial values of all that boxes draw or measure. */
export function anonymousStyle(style: ComputedStyle): ComputedStyle {
  const zero = { pt: 0, percent: 0 };
  const none = { width: 0, style: 'none', colour: style.color } as const;
  const sharp = { horizontal: zero, vertical: zero };
  return {
    ...style,
    display: 'block',
    position: 'static',
    inlineLevel: false,
    float: 'none',
    floatReference: 'inline',
    clear: 'none',
    margin: { top: zero, right: zero, bottom: zero, left: zero },
    padding: { top: zero, right: zero, bottom: zero, left: zero },
    border: { top: none, right: none, bottom: none, left: none },
    backgroundColor: { r: 0, g: 0, b: 0, a: 0 },
    backgroundImage: [],
    borderRadius: { topLeft: sharp, topRight: sharp, bottomRight: sharp, bottomLeft: sharp },
    overflowX: 'visible',
    overflowY: 'visible',
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
