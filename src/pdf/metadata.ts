import type { Information, PdfFile } from './pdf-file.ts';

/** Text inside XML: markup escaped, and what XML 1.0 cannot hold left out. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A language alternative with one, default, entry. */
function alternative(name: string, text: string | undefined): string {
  if (text === undefined) return '';
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>\n`;
}

/** The standards that a file says it follows. */
export interface Claims {
  /** PDF/UA-1 (ISO 14289-1). */
  readonly accessible: boolean;
  /** PDF/A-2 (ISO 19005-2): level A where the file is accessible too, else level U. */
  readonly archival: boolean;
}

/** What PDF/A knows nothing of has to be described (ISO 19005-2 §6.6.2.3.3). */
const pdfUaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;

function identification({ accessible, archival }: Claims): string {
  const level = accessible ? 'A' : 'U';
  const archive = `<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>${level}</pdfaid:conformance>\n`;
  return (accessible ? '<pdfuaid:part>1</pdfuaid:part>\n' : '') + (archival ? archive : '');
}

/**
 * An XMP packet (ISO 16684-1) that says what the information dictionary says, in the same words, and which standards
 * the file follows.
 */
function xmpPacket(information: Information, language: string, claims: Claims): string {
  const date = `${information.CreationDate.toISOString().slice(0, 19)}Z`;
  const creator =
    information.Author === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(information.Author)}</rdf:li></rdf:Seq></dc:creator>\n`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
${identification(claims)}<dc:format>application/pdf</dc:format>
${alternative('dc:title', information.Title)}${creator}${alternative('dc:description', information.Subject)}<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${escapeXml(information.Producer)}</pdf:Producer>
<xmp:CreatorTool>${escapeXml(information.Creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>
${claims.accessible && claims.archival ? pdfUaSchema : ''}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** Enters the XMP packet in the catalogue, deflated, as PDF/A-2 lets it be. */
export function writeMetadata(
  file: PdfFile,
  information: Information,
  language: string,
  claims: Claims,
): void {
  const packet = Buffer.from(xmpPacket(information, language, claims), 'utf8');
  file.catalogue.Metadata = file.stream({ Type: 'Metadata', Subtype: 'XML' }, packet);
}
