import { boundsOf, inverse, type Rectangle } from '../../layout/geometry.ts';
import type { ContentId, DisplayItem, GlyphsItem, GroupItem, RectItem } from '../../layout/paged-document.ts';
import { endOfGroup } from '../../layout/paint/placed-items.ts';
import type { FontUsages } from '../font/font-usage.ts';
import { colourOperator } from './colour-operator.ts';
import type { ColourSpaceWriter } from './colour-spaces.ts';
import { drawImage } from './draw-image.ts';
import { clipTo, drawPath, drawRectangles, sameFill } from './draw-shapes.ts';
import type { FormWriter } from './forms.ts';
import type { GradientWriter } from './gradients.ts';
import { createGraphicsState, type PaintNames } from './graphics-state.ts';
import { type Inks, screenInks } from './inks.ts';
import { createMarking, unmarked } from './marking.ts';
import type { MarkRegister, StreamMarks } from './marks.ts';
import type { PagePlace } from './page-place.ts';
import { noNames, type ResourceBook, type StreamContent, type UsedNames } from './resources.ts';
import { createTextWriter } from './text-writer.ts';

/** What drawing needs to know of the document. */
export interface DrawingContext {
  readonly fonts: FontUsages;
  readonly marks: MarkRegister;
  readonly resources: ResourceBook;
  readonly gradients: GradientWriter;
  readonly forms: FormWriter;
  /** Of the press, with the spaces they are said in; undefined: colours are those of screens. */
  readonly press?: { readonly inks: Inks; readonly spaces: ColourSpaceWriter };
  /** The structure type of a leaf's element, which its marked content bears too; undefined: nothing is tagged. */
  readonly tagOf: ((content: ContentId) => string) | undefined;
  /** The XObject name of a picture, by its key. */
  imageName(key: string): string;
}

/** The stream that is written: a page's, or that of a group which is made transparent as a whole. */
export interface StreamScope {
  readonly kind: 'page' | 'group';
  readonly place: PagePlace;
  readonly marks: StreamMarks;
  /** What of the stream's coordinates can be seen. */
  readonly visible: Rectangle;
}

/** The rectangles from `start` on that are drawn as one path. */
function rectanglesFrom(items: readonly DisplayItem[], start: number): readonly RectItem[] {
  const rectangles: RectItem[] = [];
  for (let i = start; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind !== 'rect' || (rectangles.length > 0 && !sameFill(rectangles[0]!, item))) break;
    rectangles.push(item);
  }
  return rectangles;
}

/** What patterns and opacities are called; they are entered in the book, and noted as used. */
function paintNames({ gradients, resources, press }: DrawingContext, used: UsedNames): PaintNames {
  return {
    colour(colour, isStroke) {
      const { space, components } = (press?.inks ?? screenInks).inOneSpace([colour]);
      if (typeof space === 'string') return colourOperator(space, components[0]!, isStroke);
      const name = press!.spaces.nameOf(space);
      used.ColorSpace.add(name);
      return colourOperator({ name }, components[0]!, isStroke);
    },
    opacity(percent) {
      const name = `A${percent}`;
      resources.define('ExtGState', name, { ca: percent / 100, CA: percent / 100 });
      used.ExtGState.add(name);
      return name;
    },
    pattern(gradient, matrix) {
      const name = gradients.pattern(gradient, matrix);
      used.Pattern.add(name);
      return name;
    },
    softMask(gradient, matrix, area) {
      const name = gradients.softMask(gradient, matrix, area);
      used.ExtGState.add(name);
      return name;
    },
  };
}

/** Writes items in order as one content stream. */
export function drawStream(
  items: readonly DisplayItem[],
  scope: StreamScope,
  context: DrawingContext,
): StreamContent {
  const { place, marks } = scope;
  const used = noNames();
  const state = createGraphicsState(place, paintNames(context, used), scope.kind);
  const marking = context.tagOf ? createMarking(marks, context.tagOf) : unmarked;
  const text = createTextWriter(context.fonts, state);
  /** What can be seen inside each open group. */
  const visible = [scope.visible];
  let operators = '';

  const drawRun = (item: GlyphsItem): string => {
    return text.draw(item, place.x(item.x), place.y(item.y), () => {
      used.Font.add(context.fonts.of(item.face).name);
      return marking.enter(item.content);
    });
  };

  /** Opens the group at item `i`, or draws the whole of it; returns the next item. */
  const openGroup = (group: GroupItem, i: number): number => {
    const back = group.transform && inverse(group.transform);
    const last = endOfGroup(items, i);
    // A map without a way back leaves nothing that has an area.
    if (group.transform && !back) return last + 1;
    const seen = boundsOf(back, visible.at(-1)!);
    operators += marking.close() + state.save();
    if (group.transform) operators += state.transform(group.transform);
    if (group.clip) operators += clipTo(group.clip.path, group.clip.fillRule, place);
    if (group.opacity >= 1) {
      visible.push(seen);
      return i + 1;
    }
    operators += drawTransparent(items.slice(i + 1, last), group.opacity, seen) + state.restore();
    return last + 1;
  };

  const drawTransparent = (inside: readonly DisplayItem[], alpha: number, seen: Rectangle): string => {
    const formMarks = context.marks.ofForm(marks.page);
    const content = drawStream(inside, { kind: 'group', place, marks: formMarks, visible: seen }, context);
    const box = { ...seen, x: place.x(seen.x), y: place.y(seen.y + seen.height) };
    const name = context.forms.group(content, formMarks, box);
    used.XObject.add(name);
    return `${state.opacity(alpha)}/${name} Do\n`;
  };

  /** Draws from item `i` on; returns how far. */
  const drawOne = (i: number): number => {
    const item = items[i]!;
    if (item.kind === 'link' || item.kind === 'field') return i + 1;
    if (item.kind === 'glyphs') {
      operators += drawRun(item);
      return i + 1;
    }
    operators += text.close();
    switch (item.kind) {
      case 'group':
        return openGroup(item, i);
      case 'end':
        visible.pop();
        operators += marking.close() + state.restore();
        return i + 1;
      case 'rect': {
        const rectangles = rectanglesFrom(items, i);
        operators += marking.enter(item.content) + drawRectangles(rectangles, place, state);
        return i + rectangles.length;
      }
      case 'path':
        operators += marking.enter(item.content) + drawPath(item, place, state);
        return i + 1;
      case 'image': {
        const name = context.imageName(item.image.key);
        used.XObject.add(name);
        operators += marking.enter(item.content) + state.opacity(1) + drawImage(item, name, place);
        return i + 1;
      }
    }
  };

  for (let i = 0; i < items.length; ) i = drawOne(i);
  return { operators: operators + text.close() + marking.close(), used };
}
