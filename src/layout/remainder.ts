import type { ComputedStyle } from '../style/computed-style.ts';
import type { Box, InlineContent, InlineRootBox } from './box.ts';
import type { LineFragment } from './fragment.ts';
import type { Rest } from './rest.ts';

/**
 * What is left of a box, as a box to be laid out anew: on a page of another width, lines do not stay as they are.
 * Undefined where the cut goes through what is not laid out piece by piece (tables, flex containers, columns): they
 * keep the width that they began with.
 */
export function remainderOf(rest: Rest): Box | undefined {
  const { box } = rest.fragment;
  if (!box || rest.carried.length > 0) return undefined;
  if (!rest.continued) return box;
  if (box.kind === 'inline-root') return restOfLines(box, rest);
  if (box.kind !== 'block') return undefined;
  const child = rest.fragment.children[rest.index];
  if (child?.kind !== 'box' || !child.box) return undefined;
  const at = box.children.indexOf(child.box);
  const first = rest.first ? remainderOf(rest.first) : child.box;
  if (at < 0 || !first) return undefined;
  return { ...continued(box), children: [first, ...box.children.slice(at + 1)] };
}

function restOfLines(box: InlineRootBox, rest: Rest): InlineRootBox | undefined {
  const line = rest.fragment.children[rest.index];
  if (line?.kind !== 'line') return undefined;
  const content = contentFrom(box.content, line.start);
  const shaped = { paragraph: undefined, width: Number.NaN };
  return { ...continued(box), content, shaped };
}

/** The content from the start of a line. */
function contentFrom(content: readonly InlineContent[], start: LineFragment['start']): InlineContent[] {
  return content.slice(start.item).map((part, index) => {
    if (index > 0 || part.kind !== 'text' || start.offset === 0) return part;
    return { ...part, item: { ...part.item, text: part.item.text.slice(start.offset) } };
  });
}

/** A box without what only its first part has. */
function continued<B extends Box>(box: B): B {
  const { style } = box;
  const zero = { pt: 0, percent: 0 };
  const next: ComputedStyle = {
    ...style,
    margin: { ...style.margin, top: zero },
    padding: { ...style.padding, top: zero },
    border: { ...style.border, top: { ...style.border.top, width: 0, style: 'none' } },
    textIndent: zero,
    breakBefore: 'auto',
  };
  return { ...box, style: next, marker: undefined, continued: true };
}
