import { wordLanguage } from './languages.ts';
import { mainNamespace } from './namespaces.ts';
import { builtInStyles, knownStyle } from './style-catalogue.ts';
import { type EdgeProperties, plainParagraph, plainRun, type RunProperties } from './style-properties.ts';
import type {
  CharacterStyle,
  ParagraphStyle,
  StyleDefinition,
  StyleRegistry,
  TableStyle,
} from './style-registry.ts';
import {
  edgeXml,
  type Face,
  faceOf,
  fontElement,
  paragraphPropertiesXml,
  runPropertiesXml,
  shading,
} from './style-xml.ts';
import type { Theme } from './theme.ts';
import { val, type XmlElement, xml } from './xml.ts';

/** What the whole document says of its text. */
export interface DocumentLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The whole of styles.xml (ECMA-376 Part 1 §17.7): defaults, latent styles and every style that the text names. */
export function stylesPart(registry: StyleRegistry, document: DocumentLanguage, theme: Theme): XmlElement {
  const normal = registry.styles[0] as ParagraphStyle;
  return xml('w:styles', { 'xmlns:w': mainNamespace }, [
    xml('w:docDefaults', {}, [
      xml('w:rPrDefault', {}, [xml('w:rPr', {}, defaultRun(document.language, theme))]),
      xml('w:pPrDefault'),
    ]),
    latentStyles(),
    normalStyle(normal, isHyphenated(registry), theme),
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
    ...registry.styles.slice(1).map((style) => styleElement(style, { registry, normal, theme })),
  ]);
}

/** Fonts of all four slots and languages: what every run has. The rest is Normal's, which tables do not override. */
function defaultRun(language: string, theme: Theme): XmlElement[] {
  const slots = wordLanguage(language);
  return [
    fontElement('minor', theme.minor.latin, theme),
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

function normalStyle(normal: ParagraphStyle, hyphenated: boolean, theme: Theme): XmlElement {
  const { paragraph, run } = normal.properties;
  const pPr = paragraphPropertiesXml(paragraph, { ...plainParagraph, hyphenated }, undefined, theme);
  return xml('w:style', { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': normal.id }, [
    val('w:name', 'Normal'),
    ...paneEntries('Normal', true),
    pPr.length > 0 ? xml('w:pPr', {}, pPr) : undefined,
    xml('w:rPr', {}, runPropertiesXml(run, { ...plainRun, latin: run.latin }, theme)),
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

/** Latent styles (§17.7.4.6): of Word's own the pane shows those that the document has, and offers no others. */
function latentStyles(): XmlElement {
  return xml(
    'w:latentStyles',
    {
      'w:defLockedState': '0',
      'w:defUIPriority': '99',
      'w:defSemiHidden': '1',
      'w:defUnhideWhenUsed': '1',
      'w:defQFormat': '0',
      'w:count': '376',
    },
    builtInStyles.map(({ name, known }) =>
      xml('w:lsdException', {
        'w:name': name,
        'w:uiPriority': known.priority,
        'w:semiHidden': '0',
        'w:unhideWhenUsed': '0',
        'w:qFormat': known.gallery ? '1' : '0',
      }),
    ),
  );
}

/** What every style of a document is written with. */
interface StyleContext {
  readonly registry: StyleRegistry;
  readonly normal: ParagraphStyle;
  readonly theme: Theme;
}

function styleElement(style: StyleDefinition, context: StyleContext): XmlElement {
  if (style.kind === 'paragraph') return paragraphStyle(style, context);
  return style.kind === 'character' ? characterStyle(style, context.theme) : tableStyle(style, context.theme);
}

/** Any style that is none of Word's own is marked as the document's. */
const custom = (name: string): Readonly<Record<string, string>> =>
  knownStyle(name).builtIn ? {} : { 'w:customStyle': '1' };

/** Where a style stands in Word's pane; another look of a role stands at the end, and not in the gallery. */
function paneEntries(role: string, isFirst: boolean): readonly XmlElement[] {
  const { priority, gallery, hidden } = knownStyle(role);
  return [
    val('w:uiPriority', isFirst ? priority : 99),
    ...(hidden ? [xml('w:semiHidden'), xml('w:unhideWhenUsed')] : []),
    ...(gallery && isFirst ? [xml('w:qFormat')] : []),
  ];
}

/** The first style of the role, for another look of it; else that of the role that this one goes on from. */
function baseOf(style: ParagraphStyle, registry: StyleRegistry, normal: ParagraphStyle): ParagraphStyle {
  return style.base ?? registry.firstParagraph(knownStyle(style.role).base ?? '') ?? normal;
}

/** The style that Enter goes on with; undefined for the same one. */
function nextOf({ role }: ParagraphStyle, registry: StyleRegistry): string | undefined {
  const wanted = knownStyle(role).next ?? [];
  return wanted.map((name) => registry.firstParagraph(name)?.id).find((id) => id !== undefined);
}

function paragraphFace({ properties }: ParagraphStyle, theme: Theme): Face {
  return faceOf(properties.run.latin, properties.paragraph.outline < 9, theme);
}

function paragraphStyle(style: ParagraphStyle, { registry, normal, theme }: StyleContext): XmlElement {
  const base = baseOf(style, registry, normal);
  const { paragraph, run } = style.properties;
  const next = nextOf(style, registry);
  const faces = { own: paragraphFace(style, theme), base: paragraphFace(base, theme) };
  const pPr = paragraphPropertiesXml(paragraph, base.properties.paragraph, style.numbering, theme);
  const rPr = runPropertiesXml(run, base.properties.run, theme, faces);
  return xml('w:style', { 'w:type': 'paragraph', ...custom(style.name), 'w:styleId': style.id }, [
    val('w:name', style.name),
    val('w:basedOn', base.id),
    next === undefined ? undefined : val('w:next', next),
    ...paneEntries(style.role, style.name.toLowerCase() === style.role.toLowerCase()),
    pPr.length > 0 ? xml('w:pPr', {}, pPr) : undefined,
    rPr.length > 0 ? xml('w:rPr', {}, rPr) : undefined,
  ]);
}

/** Toggles of a style that is another look of its base are said anew: they would add up (§17.7.3). */
function characterStyle(style: CharacterStyle, theme: Theme): XmlElement {
  const reset: Partial<RunProperties> = {};
  if (style.base?.difference.bold && style.difference.bold === undefined)
    Object.assign(reset, { bold: false });
  if (style.base?.difference.italic && style.difference.italic === undefined)
    Object.assign(reset, { italic: false });
  const rPr = runPropertiesXml({ ...style.difference, ...reset }, undefined, theme);
  return xml('w:style', { 'w:type': 'character', ...custom(style.name), 'w:styleId': style.id }, [
    val('w:name', style.name),
    val('w:basedOn', 'DefaultParagraphFont'),
    ...paneEntries(style.name, true),
    rPr.length > 0 ? xml('w:rPr', {}, rPr) : undefined,
  ]);
}

/** A table's style, with that of its header row (§17.7.6): the row is repeated where the style is given to a table. */
function tableStyle({ id, name, look }: TableStyle, theme: Theme): XmlElement {
  const side = (element: string, width: number): XmlElement =>
    xml(element, { 'w:w': width, 'w:type': 'dxa' });
  const edge = (element: string, properties: EdgeProperties | undefined) =>
    edgeXml(element, properties, theme, 0);
  const head = [
    look.headerBottom ? xml('w:tcBorders', {}, [edge('w:bottom', look.headerBottom)]) : undefined,
    look.headerShade === undefined ? undefined : shading(look.headerShade, theme),
  ].filter((element) => element !== undefined);
  return xml('w:style', { 'w:type': 'table', 'w:customStyle': '1', 'w:styleId': id }, [
    val('w:name', name),
    val('w:basedOn', 'TableNormal'),
    val('w:uiPriority', 40),
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
    look.shade === undefined ? undefined : xml('w:tcPr', {}, [shading(look.shade, theme)]),
    head.length === 0
      ? undefined
      : xml('w:tblStylePr', { 'w:type': 'firstRow' }, [
          xml('w:trPr', {}, [xml('w:tblHeader')]),
          xml('w:tcPr', {}, head),
        ]),
  ]);
}
