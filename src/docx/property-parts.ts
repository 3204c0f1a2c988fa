import { type XmlElement, xml } from './xml.ts';

/** docProps/core.xml (Part 2 §11.1): title, language and the campaign's date; nobody's name. */
export function corePart(title: string, language: string, date: string | undefined): XmlElement {
  const when = (name: string) =>
    date === undefined ? undefined : xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, [`${date}T00:00:00Z`]);
  return xml(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [
      xml('dc:title', {}, [title]),
      xml('dc:language', {}, [language]),
      when('dcterms:created'),
      when('dcterms:modified'),
    ],
  );
}

/** docProps/app.xml: empty but for its existence, which Word expects. */
export function appPart(): XmlElement {
  return xml(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    [xml('DocSecurity', {}, ['0'])],
  );
}

/** Which document of a campaign a file was made from. */
export interface DocumentOrigin {
  /** `resolutions/free-long-hair`. */
  readonly document: string;
  /** BCP 47, as campaign.yaml has it. */
  readonly locale: string;
  /** `resolution`. */
  readonly kind: string;
  /** Hash of the source that it was made from. */
  readonly source: string;
}

/** The names under which the properties of a document say where it comes from. */
export const originNames = {
  document: 'campaign-pack document',
  locale: 'campaign-pack locale',
  kind: 'campaign-pack kind',
  source: 'campaign-pack source',
} as const satisfies Record<keyof DocumentOrigin, string>;

/** Properties that a user gives a document (Part 1 §22.3.2.1). */
const userProperties = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** docProps/custom.xml (Part 1 §22.3): the document it is, which editors keep when they save it. */
export function customPart(origin: DocumentOrigin): XmlElement {
  const keys = Object.keys(originNames) as (keyof DocumentOrigin)[];
  return xml(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    // 0 and 1 are the format's own.
    keys.map((key, index) =>
      xml('property', { fmtid: userProperties, pid: index + 2, name: originNames[key] }, [
        xml('vt:lpwstr', {}, [origin[key]]),
      ]),
    ),
  );
}
