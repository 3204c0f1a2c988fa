import type { ParagraphChild } from 'docx';
import type { DrawnPicture } from './model.ts';
import { drawingNamespace } from './namespaces.ts';
import { emu } from './units.ts';
import { type XmlElement, xml } from './xml.ts';
import { xmlComponent } from './xml-component.ts';

type Builder = Pick<typeof import('docx'), 'BuilderElement'>;

const groupUri = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';

/** A drawing in a line of text: a group of shapes (ECMA-376 Part 1 §20.4.2.8, and the groups of Word 2010). */
export function drawingRun(picture: DrawnPicture, docx: Builder): ParagraphChild {
  const size = { cx: Math.max(1, emu(picture.width)), cy: Math.max(1, emu(picture.height)) };
  const frame = xml('a:xfrm', {}, [
    xml('a:off', { x: 0, y: 0 }),
    xml('a:ext', size),
    xml('a:chOff', { x: 0, y: 0 }),
    xml('a:chExt', size),
  ]);
  const group = xml('wpg:wgp', {}, [
    xml('wpg:cNvGrpSpPr'),
    xml('wpg:grpSpPr', {}, [frame]),
    ground(size),
    ...picture.shapes,
  ]);
  const inline = xml('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    xml('wp:extent', size),
    xml('wp:docPr', { id: 0, name: 'Drawing', descr: picture.alt }),
    xml('wp:cNvGraphicFramePr'),
    xml('a:graphic', { 'xmlns:a': drawingNamespace }, [xml('a:graphicData', { uri: groupUri }, [group])]),
  ]);
  const run = xml('w:r', {}, [xml('w:drawing', {}, [inline])]);
  return xmlComponent(run, docx) as unknown as ParagraphChild;
}

/** A shape that shows nothing and is as large as the drawing: LibreOffice stretches a group to what is in it. */
function ground(size: Readonly<Record<'cx' | 'cy', number>>): XmlElement {
  return xml('wps:wsp', {}, [
    xml('wps:cNvSpPr'),
    xml('wps:spPr', {}, [
      xml('a:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)]),
      xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
      xml('a:noFill'),
      xml('a:ln', {}, [xml('a:noFill')]),
    ]),
    xml('wps:bodyPr'),
  ]);
}
