import type { BoxFragment, Fragment } from '../fragment.ts';
import type { PagePainter } from './painter.ts';

/** A box, or text of a line, that is painted over what is in the flow, or under it (CSS 2.2 appendix E). */
export interface Layer {
  readonly fragment: Fragment;
  /** As it was where the box stands: with the transforms and clips around it. */
  readonly painter: PagePainter;
  /** Where its parent's border box starts. */
  readonly x: number;
  readonly y: number;
  /** `z-index`, where `auto` is 0. */
  readonly level: number;
}

/**
 * Whether a box leaves the order of the flow when it is painted: it is transformed, transparent, moved or has a level.
 * One that is only `position: relative` stays, so that its text is drawn, and read from the page, in its place.
 */
export function isLayer({ box, offset }: BoxFragment): boolean {
  if (!box) return false;
  const { opacity, transform, translate, rotate, scale, position, zIndex } = box.style;
  if (opacity < 1 || transform.length + translate.length + rotate.length + scale.length > 0) return true;
  return (
    position !== 'static' &&
    (zIndex !== 'auto' || (offset !== undefined && (offset.x !== 0 || offset.y !== 0)))
  );
}

/** A box, or what `position: relative` moves of a line, as a layer of the stacking context around it. */
export function layerOf(painter: PagePainter, fragment: Fragment, x: number, y: number): Layer {
  const style = fragment.kind === 'box' ? fragment.box?.style : undefined;
  const level = style && style.position !== 'static' && style.zIndex !== 'auto' ? style.zIndex : 0;
  return { fragment, painter, x, y, level };
}

/** Layers from the bottom up: those under the flow, and those over it; equals in the order of the document. */
export function sortLayers(layers: readonly Layer[]): {
  readonly below: readonly Layer[];
  readonly above: readonly Layer[];
} {
  const sorted = [...layers].sort((a, b) => a.level - b.level);
  return {
    below: sorted.filter(({ level }) => level < 0),
    above: sorted.filter(({ level }) => level >= 0),
  };
}

/** Whether a fragment only marks where a box that stands elsewhere comes in the document. */
export function isMark({ beside }: BoxFragment): boolean {
  return beside === 'unplaced' || beside === 'at-foot';
}
