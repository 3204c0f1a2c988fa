import type { FontSet } from './fonts.ts';
import { drawingNamespace } from './namespaces.ts';
import type { Theme } from './theme.ts';
import { type XmlElement, xml } from './xml.ts';

const a = (name: string, attributes = {}, children: readonly XmlElement[] = []): XmlElement =>
  xml(`a:${name}`, attributes, children);

/** theme1.xml (§20.1.6.9): the document's fonts and colours; of effects the least that Word takes. */
export function themePart(theme: Theme): XmlElement {
  const fill = a('solidFill', {}, [a('schemeClr', { val: 'phClr' })]);
  const line = (width: number) => a('ln', { w: width }, [fill]);
  const effect = a('effectStyle', {}, [a('effectLst')]);
  return a('theme', { 'xmlns:a': drawingNamespace, name: 'Campaign' }, [
    a('themeElements', {}, [
      a('clrScheme', { name: 'Campaign' }, colourElements(theme)),
      a('fontScheme', { name: 'Campaign' }, [
        fontElements('majorFont', theme.major),
        fontElements('minorFont', theme.minor),
      ]),
      a('fmtScheme', { name: 'Campaign' }, [
        a('fillStyleLst', {}, [fill, fill, fill]),
        a('lnStyleLst', {}, [line(6350), line(12700), line(19050)]),
        a('effectStyleLst', {}, [effect, effect, effect]),
        a('bgFillStyleLst', {}, [fill, fill, fill]),
      ]),
    ]),
  ]);
}

function colourElements({ colours }: Theme): readonly XmlElement[] {
  const named: readonly (readonly [name: string, value: string])[] = [
    ['dk1', colours.dk1],
    ['lt1', colours.lt1],
    ['dk2', colours.dk2],
    ['lt2', colours.lt2],
    ...colours.accents.map((accent, i): readonly [string, string] => [`accent${i + 1}`, accent]),
    ['hlink', colours.link],
    ['folHlink', colours.followedLink],
  ];
  return named.map(([name, value]) => a(name, {}, [a('srgbClr', { val: value })]));
}

function fontElements(name: string, { latin, eastAsian, complex }: FontSet): XmlElement {
  return a(name, {}, [
    a('latin', { typeface: latin }),
    a('ea', { typeface: eastAsian }),
    a('cs', { typeface: complex }),
  ]);
}
