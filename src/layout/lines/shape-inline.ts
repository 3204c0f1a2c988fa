import type { InlineItem, ShapedParagraph } from '../../text/paragraph.ts';
import { shapeParagraph } from '../../text/shape-paragraph.ts';
import type { InlineContent, InlineContext, InlineRootBox } from '../box.ts';
import type { LayoutContext } from '../boxes/box-context.ts';
import type { Fragment } from '../fragment.ts';
import { hasMarks } from '../paint/emphasis-marks.ts';
import { edgesOf } from '../sizing.ts';

/** How atoms get their fragments; the block stage supplies it, so that stages do not import each other in a ring. */
export interface AtomLayout {
  /** Border-box fragment at (0, 0), its margin box and, where it has one, its baseline from the margin box's top. */
  readonly layOut: (box: Extract<InlineContent, { kind: 'atom' }>['box'], available: number) => Atom;
}

/** An atomic inline that was laid out. */
export interface Atom {
  readonly fragment: Fragment;
  /** Of the margin box. */
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly left: number };
}

/** A shaped paragraph, with the atoms that stand in it by item index. */
export interface ShapedInline {
  readonly paragraph: ShapedParagraph;
  readonly atoms: ReadonlyMap<number, Atom>;
  /** Whether any of its text has emphasis marks. */
  readonly hasMarks: boolean;
}

/** Shapes the content of an inline formatting context; atoms are laid out within `available` pt. */
export function shapeInline(
  box: InlineRootBox,
  available: number,
  atomLayout: AtomLayout,
  context: LayoutContext,
): ShapedInline {
  const atoms = new Map<number, Atom>();
  box.content.forEach((content, index) => {
    if (content.kind === 'atom') atoms.set(index, atomLayout.layOut(content.box, available));
  });
  const known = box.shaped.paragraph;
  const marked = box.content.some((content) => content.kind === 'text' && hasMarks(content.item.style));
  if (known && (atoms.size === 0 || box.shaped.width === available)) {
    return { paragraph: known, atoms, hasMarks: marked };
  }
  const items = box.content.map((content, index) => inlineItem(content, atoms.get(index), available));
  const shaped = shapeParagraph({ items, style: box.style }, context.fonts);
  if (!known && !box.shaped.told) context.diagnostics.push(...shaped.diagnostics);
  box.shaped.paragraph = shaped.value;
  box.shaped.width = available;
  return { paragraph: shaped.value, atoms, hasMarks: marked };
}

function inlineItem(content: InlineContent, atom: Atom | undefined, available: number): InlineItem {
  if (content.kind === 'text') return content.item;
  if (content.kind === 'atom') return { kind: 'atom', width: atom?.width ?? 0 };
  if (content.kind === 'anchor') return { kind: 'anchor', width: 0 };
  const style = content.context.style;
  return {
    kind: 'edge',
    side: content.side,
    width: edgeWidth(content, available),
    isolate: isolation(style),
    override: style.unicodeBidi.endsWith('override') ? style.direction : undefined,
    direction: style.direction,
  };
}

function edgeWidth(content: { side: 'start' | 'end'; context: InlineContext }, available: number): number {
  const style = content.context.style;
  const edges = edgesOf(style, available);
  const left = (content.side === 'start') === (style.direction === 'ltr');
  const side = left ? 'left' : 'right';
  return edges.margin[side] + edges.border[side] + edges.padding[side];
}

function isolation(style: InlineContext['style']): 'ltr' | 'rtl' | 'auto' | undefined {
  switch (style.unicodeBidi) {
    case 'plaintext':
      return 'auto';
    case 'isolate':
    case 'isolate-override':
    case 'embed':
      return style.direction;
    default:
      return undefined;
  }
}
