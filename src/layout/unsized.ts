import type { ComputedStyle } from '../style/computed-style.ts';
import type { Box } from './box.ts';

/** The box as if it had no sizes of its own along either axis; its content, and what is known of it, is shared. */
export function unsized(box: Box): Box {
  const { width, height, minWidth, maxWidth, minHeight, maxHeight } = box.style;
  const sized = [width, height, minWidth, minHeight].some((size) => size !== 'auto');
  if (!sized && maxWidth === 'none' && maxHeight === 'none') return box;
  const style: ComputedStyle = {
    ...box.style,
    width: 'auto',
    height: 'auto',
    minWidth: 'auto',
    minHeight: 'auto',
    maxWidth: 'none',
    maxHeight: 'none',
  };
  return { ...box, style };
}
