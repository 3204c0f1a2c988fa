import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Box } from '../box.ts';
import type { BoxFragment } from '../fragment.ts';
import { multiply, type Rectangle } from '../geometry.ts';
import { onPage } from '../lines/line-frame.ts';
import { cutsContent } from '../overflow.ts';
import { edgesOf } from '../sizing.ts';
import { boxOnPage } from './paint-decoration.ts';
import { endGroup, type PagePainter, startClip } from './painter.ts';
import { insetBox, outlineOf, roundedBox } from './rounded-box.ts';
import { transformOf } from './style-transform.ts';

/** How far a clip reaches along an axis on which nothing is cut; pt, beyond any paper. */
const ENDLESS = 20_000;

/** Paints a box with all that is in it, transformed and made transparent as one; `area` is on the page. */
export function withEffects(
  painter: PagePainter,
  style: ComputedStyle,
  area: Rectangle,
  paint: (painter: PagePainter) => void,
): void {
  const transform = transformOf(style, area);
  if (!transform && style.opacity === 1) return paint(painter);
  painter.items.push({ kind: 'group', transform, clip: undefined, opacity: style.opacity });
  const outer = painter.transform;
  paint(transform ? { ...painter, transform: outer ? multiply(outer, transform) : transform } : painter);
  endGroup(painter);
}

/** Paints the content of a box, cut at its padding edge where `overflow` says so (css-overflow-3 §3). */
export function withinClip(
  painter: PagePainter,
  box: Box | undefined,
  fragment: BoxFragment,
  area: Rectangle,
  paint: (painter: PagePainter) => void,
): void {
  if (!box || box.kind === 'replaced' || box.kind === 'turned' || !cutsContent(box)) return paint(painter);
  const { style, ends } = boxOnPage(painter, box.style, fragment.ends);
  const { overflowX, overflowY } = style;
  const { border } = edgesOf(style, area.width);
  const padding = insetBox(roundedBox(style, onPage(painter.frame, area), ends), {
    ...border,
    top: ends.top ? border.top : 0,
    bottom: ends.bottom ? border.bottom : 0,
  });
  const both = overflowX !== 'visible' && overflowY !== 'visible';
  const shown = both
    ? padding
    : {
        x: overflowX === 'visible' ? -ENDLESS : padding.x,
        width: overflowX === 'visible' ? 2 * ENDLESS : padding.width,
        y: overflowY === 'visible' ? -ENDLESS : padding.y,
        height: overflowY === 'visible' ? 2 * ENDLESS : padding.height,
        radii: undefined,
      };
  const path = outlineOf(shown);
  startClip(painter, path);
  const start = painter.items.length;
  paint({ ...painter, clip: { area: shown, span: box.span }, clips: [...painter.clips, path] });
  if (painter.items.length === start) painter.items.pop();
  else endGroup(painter);
}
