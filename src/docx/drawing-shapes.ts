import { boundsOf, type Matrix, mapPoint, multiply, type Rectangle } from '../layout/geometry.ts';
import type { PathSegment } from '../layout/graphics.ts';
import type { DisplayItem, GlyphsItem, PathItem } from '../layout/paged-document.ts';
import { endOfGroup, placedItems } from '../layout/paint/placed-items.ts';
import { isUpright, mapPath, pathBounds, surrounds } from '../layout/svg/path-geometry.ts';
import { cleanText } from './clean-text.ts';
import { fillXml, lineXml } from './drawing-fill.ts';
import { emu, halfPoints, hex } from './units.ts';
import { val, type XmlElement, xml } from './xml.ts';

/** A drawing as shapes that Word can edit, in the order of drawing, and what it has that they have not. */
export interface Shapes {
  readonly shapes: readonly XmlElement[];
  readonly leftOut: readonly string[];
}

/** What is in force inside of groups. */
interface Group {
  readonly transform: Matrix | undefined;
  readonly opacity: number;
  /** Takes the place of the only path inside, which is all filled. */
  readonly clip: readonly PathSegment[] | undefined;
}

/** The items of a drawing, which stand from (0, 0) on, as shapes of a `wpg:wgp` (Word 2010). */
export function drawingShapes(items: readonly DisplayItem[]): Shapes {
  const shapes: XmlElement[] = [];
  const leftOut = new Set<string>();
  const outer: Group[] = [];
  let group: Group = { transform: undefined, opacity: 1, clip: undefined };
  items.forEach((item, index) => {
    switch (item.kind) {
      case 'group': {
        outer.push(group);
        const { transform, opacity } = item;
        const both = group.transform && transform ? multiply(group.transform, transform) : transform;
        const inner = items.slice(index + 1, endOfGroup(items, index));
        const drawn = inner.filter(({ kind }) => kind !== 'group' && kind !== 'end');
        const clip = item.clip && fills(drawn, item.clip.path) ? item.clip.path : undefined;
        group = { transform: both ?? group.transform, opacity: group.opacity * opacity, clip };
        if (item.clip && !clip && cutsMuch(item.clip.path, inner)) leftOut.add('what a clip path cuts off');
        if (opacity < 1 && drawn.length > 1) leftOut.add('groups that are transparent as one');
        break;
      }
      case 'end':
        group = outer.pop() ?? group;
        break;
      case 'path':
        shapes.push(...pathShape(item, group));
        break;
      case 'glyphs':
        shapes.push(textShape(item, group));
        break;
      case 'image':
        leftOut.add('pictures in drawings');
        break;
    }
  });
  return { shapes, leftOut: [...leftOut] };
}

/** Half a line at the edge of a drawing is not worth a word. Pt. */
const littleBeyond = 2;

/** Whether a clip takes away more than lines, or parts of letters, that reach a little beyond its edge. */
function cutsMuch(clip: readonly PathSegment[], inner: readonly DisplayItem[]): boolean {
  const edge = isUpright(clip) ? pathBounds(clip) : undefined;
  if (!edge) return true;
  const { x, y, width, height } = edge;
  const wide = {
    x: x - littleBeyond,
    y: y - littleBeyond,
    width: width + 2 * littleBeyond,
    height: height + 2 * littleBeyond,
  };
  return placedItems(inner).some(({ item, transform }) => {
    const bounds = item.kind === 'path' ? pathBounds(item.path) : undefined;
    return bounds !== undefined && !surrounds(wide, boundsOf(transform, bounds));
  });
}

/** Whether all that is drawn is one filled path that reaches around a clip: what is seen is the clip itself. */
function fills(drawn: readonly DisplayItem[], clip: readonly PathSegment[]): boolean {
  const [item] = drawn;
  if (drawn.length !== 1 || item?.kind !== 'path' || !item.fill || item.stroke) return false;
  const inner = pathBounds(clip);
  return inner !== undefined && isUpright(item.path) && surrounds(pathBounds(item.path), inner);
}

/** A path with its own geometry (§20.1.9.8). */
function pathShape(item: PathItem, { transform, opacity, clip }: Group): readonly XmlElement[] {
  const own = clip ?? item.path;
  const path = transform ? mapPath(own, transform) : own;
  const bounds = pathBounds(path);
  if (!bounds) return [];
  const scale = transform
    ? Math.sqrt(Math.abs(transform[0] * transform[3] - transform[1] * transform[2]))
    : 1;
  return [
    xml('wps:wsp', {}, [
      xml('wps:cNvSpPr'),
      xml('wps:spPr', {}, [
        placeXml(bounds),
        geometryXml(path, bounds),
        fillXml(item.fill, opacity, bounds),
        lineXml(item.stroke, opacity, scale),
      ]),
      xml('wps:bodyPr'),
    ]),
  ];
}

function placeXml({ x, y, width, height }: Rectangle, rotation = 0): XmlElement {
  return xml('a:xfrm', rotation === 0 ? {} : { rot: rotation }, [
    xml('a:off', { x: emu(x), y: emu(y) }),
    xml('a:ext', { cx: Math.max(1, emu(width)), cy: Math.max(1, emu(height)) }),
  ]);
}

function geometryXml(path: readonly PathSegment[], bounds: Rectangle): XmlElement {
  const point = (x: number, y: number) => xml('a:pt', { x: emu(x - bounds.x), y: emu(y - bounds.y) });
  const commands = path.map((segment) => {
    switch (segment[0]) {
      case 'M':
        return xml('a:moveTo', {}, [point(segment[1], segment[2])]);
      case 'L':
        return xml('a:lnTo', {}, [point(segment[1], segment[2])]);
      case 'C': {
        const [, x1, y1, x2, y2, x, y] = segment;
        return xml('a:cubicBezTo', {}, [point(x1, y1), point(x2, y2), point(x, y)]);
      }
      default:
        return xml('a:close');
    }
  });
  const size = { w: Math.max(1, emu(bounds.width)), h: Math.max(1, emu(bounds.height)) };
  return xml('a:custGeom', {}, [
    xml('a:avLst'),
    xml('a:gdLst'),
    xml('a:ahLst'),
    xml('a:cxnLst'),
    xml('a:rect', { l: '0', t: '0', r: 'r', b: 'b' }),
    xml('a:pathLst', {}, [xml('a:path', size, commands)]),
  ]);
}

/** A run of text as a text box without a frame, turned about its middle as the run is. */
function textShape(item: GlyphsItem, { transform, opacity }: Group): XmlElement {
  const matrix: Matrix = transform ?? [1, 0, 0, 1, 0, 0];
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const { face, size } = item;
  const width = item.glyphs.width();
  const line = {
    x: item.x,
    y: item.y - face.ascent * size,
    width,
    height: (face.ascent + face.descent) * size,
  };
  const [x, y] = mapPoint(matrix, line.x + line.width / 2, line.y + line.height / 2);
  const [w, h] = [line.width * scale, line.height * scale];
  const rotation = Math.round(((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI) * 60_000);
  return xml('wps:wsp', {}, [
    xml('wps:cNvSpPr', { txBox: '1' }),
    xml('wps:spPr', {}, [
      placeXml({ x: x - w / 2, y: y - h / 2, width: w, height: h }, rotation),
      xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
      xml('a:noFill'),
      xml('a:ln', {}, [xml('a:noFill')]),
    ]),
    xml('wps:txbx', {}, [xml('w:txbxContent', {}, [paragraphXml(item, scale, opacity)])]),
    xml('wps:bodyPr', { wrap: 'none', lIns: '0', tIns: '0', rIns: '0', bIns: '0' }, [xml('a:noAutofit')]),
  ]);
}

function paragraphXml(item: GlyphsItem, scale: number, opacity: number): XmlElement {
  const { face, colour } = item;
  const isRtl = item.level % 2 === 1;
  const isBold = /bold|black|heavy/i.test(face.postScriptName);
  const isItalic = /italic|oblique/i.test(face.postScriptName);
  const size = halfPoints(item.size * scale);
  const fonts = Object.fromEntries(
    ['ascii', 'hAnsi', 'eastAsia', 'cs'].map((key) => [`w:${key}`, face.family]),
  );
  const look = [
    xml('w:rFonts', fonts),
    ...(isBold ? [xml('w:b'), xml('w:bCs')] : []),
    ...(isItalic ? [xml('w:i'), xml('w:iCs')] : []),
    val('w:color', hex({ ...colour, a: colour.a * opacity })),
    val('w:sz', size),
    val('w:szCs', size),
    isRtl ? xml('w:rtl') : undefined,
  ];
  return xml('w:p', {}, [
    xml('w:pPr', {}, [
      isRtl ? xml('w:bidi') : undefined,
      xml('w:spacing', { 'w:before': '0', 'w:after': '0', 'w:line': '240', 'w:lineRule': 'auto' }),
      xml('w:ind', { 'w:firstLine': '0' }),
      val('w:jc', 'center'),
    ]),
    xml('w:r', {}, [xml('w:rPr', {}, look), xml('w:t', { 'xml:space': 'preserve' }, [cleanText(item.text)])]),
  ]);
}
