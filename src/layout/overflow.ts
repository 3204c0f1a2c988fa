import type { Box } from './box.ts';

/**
 * Whether a box cuts what does not fit into it. What the root and the body say of overflow is meant for the page, which
 * cuts by itself (css-overflow-3 §3.3).
 */
export function cutsContent({ style, element, kind }: Box): boolean {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return false;
  return kind !== 'replaced' && element?.tag !== 'html' && element?.tag !== 'body';
}
