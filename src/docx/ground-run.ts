import type { ParagraphChild } from 'docx';
import type { PageGround } from './model.ts';
import { drawingNamespace } from './namespaces.ts';
import { emu } from './units.ts';
import { xml } from './xml.ts';
import { xmlComponent } from './xml-component.ts';

type Builder = Pick<typeof import('docx'), 'BuilderElement'>;

const shapeUri = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

/** A filled shape behind the text, from the top of the page and as wide as the page (§20.4.2.3); it says nothing. */
export function groundRun({ fill, height }: PageGround, width: number, docx: Builder): ParagraphChild {
  const size = { cx: emu(width), cy: emu(height) };
  const anchor = xml(
    'wp:anchor',
    {
      ...{ distT: 0, distB: 0, distL: 0, distR: 0, simplePos: 0, relativeHeight: 0 },
      ...{ behindDoc: 1, locked: 1, layoutInCell: 1, allowOverlap: 1 },
    },
    [
      xml('wp:simplePos', { x: 0, y: 0 }),
      // An offset is taken from the other edge by some where pages run from right to left.
      xml('wp:positionH', { relativeFrom: 'page' }, [xml('wp:align', {}, ['center'])]),
      xml('wp:positionV', { relativeFrom: 'page' }, [xml('wp:align', {}, ['top'])]),
      xml('wp:extent', size),
      xml('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
      xml('wp:wrapNone'),
      xml('wp:docPr', { id: 0, name: 'Ground', descr: '' }, [decoration]),
      xml('wp:cNvGraphicFramePr'),
      xml('a:graphic', { 'xmlns:a': drawingNamespace }, [
        xml('a:graphicData', { uri: shapeUri }, [filledShape(size, fill)]),
      ]),
    ],
  );
  return xmlComponent(xml('w:r', {}, [xml('w:drawing', {}, [anchor])]), docx) as unknown as ParagraphChild;
}

/** Tells screen readers to pass over it (Word 2019 and later). */
const decoration = xml('a:extLst', { 'xmlns:a': drawingNamespace }, [
  xml('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, [
    xml('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: 1,
    }),
  ]),
]);

function filledShape(size: Readonly<Record<'cx' | 'cy', number>>, fill: string) {
  return xml('wps:wsp', {}, [
    xml('wps:cNvSpPr'),
    xml('wps:spPr', {}, [
      xml('a:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)]),
      xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
      xml('a:solidFill', {}, [xml('a:srgbClr', { val: fill })]),
      xml('a:ln', {}, [xml('a:noFill')]),
    ]),
    xml('wps:bodyPr'),
  ]);
}
