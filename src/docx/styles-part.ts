import { complexFont, eastAsianFont, wordLanguage } from './languages.ts';
import { mainNamespace } from './namespaces.ts';
import { type EdgeProperties, plainParagraph, plainRun, type RunProperties } from './style-properties.ts';
import type {
  CharacterStyle,
  ParagraphStyle,
  StyleDefinition,
  StyleRegistry,
  TableStyle,
} from './style-registry.ts';
import { paragraphPropertiesXml, runPropertiesXml, shading } from './style-xml.ts';
import { val, type XmlElement, xml } from './xml.ts';

/** What the whole document says of its text. */
export interface DocumentLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The whole of styles.xml (ECMA-376 Part 1 §17.7): defaults, latent styles and every style that the text names. */
export function stylesPart(registry: StyleRegistry, document: DocumentLanguage): XmlElement {
  const normal = registry.styles[0] as ParagraphStyle;
  return xml('w:styles', { 'xmlns:w': mainNamespace }, [
    xml('w:docDefaults', {}, [
      xml('w:rPrDefault', {}, [xml('w:rPr', {}, defaultRun(normal.properties.run, document.language))]),
      xml('w:pPrDefault'),
    ]),
    latentStyles(),
    normalStyle(normal, isHyphenated(registry)),
    xml('w:style', { 'w:type': 'character', 'w:default': '1', 'w:styleId': 'DefaultParagraphFont' }, [
      val('w:name', 'Default Paragraph Font'),
      val('w:uiPriority', 1),
      xml('w:semiHidden'),
      xml('w:unhideWhenUsed'),
    ]),
    tableNormal(),
    xml('w:style', { 'w:type': 'numbering', 'w:default': '1', 'w:styleId': 'NoList' }, [
      val('w:name', 'No List'),
      val('w:uiPriority', 99),
      xml('w:semiHidden'),
      xml('w:unhideWhenUsed'),
    ]),
    ...registry.styles.slice(1).map((style) => styleElement(style, normal)),
  ]);
}

/** Fonts of all four slots and languages: what every run has. The rest is Normal's, which tables do not override. */
function defaultRun(run: RunProperties, language: string): XmlElement[] {
  const slots = wordLanguage(language);
  return [
    xml('w:rFonts', {
      'w:ascii': run.latin,
      'w:hAnsi': run.latin,
      'w:eastAsia': eastAsianFont(language),
      'w:cs': complexFont(language),
    }),
    xml('w:lang', {
      'w:val': slots.latin ?? 'en-GB',
      'w:eastAsia': slots.eastAsia ?? 'zh-HK',
      'w:bidi': slots.complex ?? 'ar-SA',
    }),
  ];
}

/** Whether any paragraph of the document is hyphenated: if none is, none has to be kept from it. */
export function isHyphenated({ styles }: StyleRegistry): boolean {
  return styles.some((style) => style.kind === 'paragraph' && style.properties.paragraph.hyphenated);
}

function normalStyle(normal: ParagraphStyle, hyphenated: boolean): XmlElement {
  const { paragraph, run } = normal.properties;
  const pPr = paragraphPropertiesXml(paragraph, { ...plainParagraph, hyphenated }, undefined);
  return xml('w:style', { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': normal.id }, [
    val('w:name', 'Normal'),
    xml('w:qFormat'),
    pPr.length > 0 ? xml('w:pPr', {}, pPr) : undefined,
    xml('w:rPr', {}, runPropertiesXml(run, { ...plainRun, latin: run.latin })),
  ]);
}

function tableNormal(): XmlElement {
  const side = (name: string, width: number): XmlElement => xml(name, { 'w:w': width, 'w:type': 'dxa' });
  return xml('w:style', { 'w:type': 'table', 'w:default': '1', 'w:styleId': 'TableNormal' }, [
    val('w:name', 'Normal Table'),
    val('w:uiPriority', 99),
    xml('w:semiHidden'),
    xml('w:unhideWhenUsed'),
    xml('w:tblPr', {}, [
      xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
      xml('w:tblCellMar', {}, [
        side('w:top', 0),
        side('w:left', 108),
        side('w:bottom', 0),
        side('w:right', 108),
      ]),
    ]),
  ]);
}

/** Latent styles: what Word's own styles would look like is none of the document's business but for their order. */
function latentStyles(): XmlElement {
  return xml('w:latentStyles', {
    'w:defLockedState': '0',
    'w:defUIPriority': '99',
    'w:defSemiHidden': '0',
    'w:defUnhideWhenUsed': '0',
    'w:defQFormat': '0',
    'w:count': '376',
  });
}

function styleElement(style: StyleDefinition, normal: ParagraphStyle): XmlElement {
  if (style.kind === 'paragraph') return paragraphStyle(style, normal);
  return style.kind === 'character' ? characterStyle(style) : tableStyle(style);
}

/** Word's own names; any other style is marked as the document's. */
const builtIn =
  /^(heading [1-9]|Title|Subtitle|Body Text|List (Bullet|Number|Continue)( [2-5])?|Quote|caption|header|footer|footnote text|footnote reference|Hyperlink|Strong|Emphasis|Placeholder Text)$/;

const custom = (name: string): Readonly<Record<string, string>> =>
  builtIn.test(name) ? {} : { 'w:customStyle': '1' };

function paragraphStyle(style: ParagraphStyle, normal: ParagraphStyle): XmlElement {
  const base = style.base ?? normal;
  const { paragraph, run } = style.properties;
  const next = /^(heading|Title|Subtitle|caption)/.test(style.role) ? 'BodyText' : undefined;
  const pPr = paragraphPropertiesXml(paragraph, base.properties.paragraph, style.numbering);
  const rPr = runPropertiesXml(run, base.properties.run);
  return xml('w:style', { 'w:type': 'paragraph', ...custom(style.name), 'w:styleId': style.id }, [
    val('w:name', style.name),
    val('w:basedOn', base.id),
    next === undefined ? undefined : val('w:next', next),
    xml('w:qFormat'),
    pPr.length > 0 ? xml('w:pPr', {}, pPr) : undefined,
    rPr.length > 0 ? xml('w:rPr', {}, rPr) : undefined,
  ]);
}

/** Toggles of a style that is another look of its base are said anew: they would add up (§17.7.3). */
function characterStyle(style: CharacterStyle): XmlElement {
  const reset: Partial<RunProperties> = {};
  if (style.base?.difference.bold && style.difference.bold === undefined)
    Object.assign(reset, { bold: false });
  if (style.base?.difference.italic && style.difference.italic === undefined)
    Object.assign(reset, { italic: false });
  const rPr = runPropertiesXml({ ...style.difference, ...reset }, undefined);
  return xml('w:style', { 'w:type': 'character', ...custom(style.name), 'w:styleId': style.id }, [
    val('w:name', style.name),
    val('w:basedOn', 'DefaultParagraphFont'),
    xml('w:qFormat'),
    rPr.length > 0 ? xml('w:rPr', {}, rPr) : undefined,
  ]);
}

function edge(name: string, properties: EdgeProperties | undefined): XmlElement {
  if (!properties) return xml(name, { 'w:val': 'nil' });
  return xml(name, {
    'w:val': properties.value,
    'w:sz': properties.size,
    'w:space': 0,
    'w:color': properties.colour,
  });
}

function tableStyle(style: TableStyle): XmlElement {
  const { look } = style;
  const side = (name: string, width: number): XmlElement => xml(name, { 'w:w': width, 'w:type': 'dxa' });
  const head = [
    look.headerBottom ? xml('w:tcBorders', {}, [edge('w:bottom', look.headerBottom)]) : undefined,
    look.headerShade === undefined ? undefined : shading(look.headerShade),
  ].filter((element) => element !== undefined);
  return xml('w:style', { 'w:type': 'table', 'w:customStyle': '1', 'w:styleId': style.id }, [
    val('w:name', style.name),
    val('w:basedOn', 'TableNormal'),
    val('w:uiPriority', 99),
    xml('w:tblPr', {}, [
      xml('w:tblBorders', {}, [
        edge('w:top', look.outer.top),
        // In a table these two are swapped by Word for right-to-left ones.
        edge('w:left', look.outer.start),
        edge('w:bottom', look.outer.bottom),
        edge('w:right', look.outer.end),
        edge('w:insideH', look.insideH),
        edge('w:insideV', look.insideV),
      ]),
      xml('w:tblCellMar', {}, [
        side('w:top', look.padding.top),
        side('w:left', look.padding.start),
        side('w:bottom', look.padding.bottom),
        side('w:right', look.padding.end),
      ]),
    ]),
    look.shade === undefined ? undefined : xml('w:tcPr', {}, [shading(look.shade)]),
    head.length === 0 ? undefined : xml('w:tblStylePr', { 'w:type': 'firstRow' }, [xml('w:tcPr', {}, head)]),
  ]);
}
