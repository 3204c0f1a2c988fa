import type { PagedDocument } from '../layout/paged-document.ts';
import type { Information, PdfFile } from './pdf-file.ts';
import { isAccessible } from './structure/accessible.ts';

/** Text inside XML: markup escaped, and what XML 1.0 cannot hold left out. */
export function escapeXml(text: string): string {
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

/**
 * An XMP packet (ISO 16684-1) that says what the information dictionary says, in the same words, and where the
 * document is `accessible` that it follows PDF/UA-1 (ISO 14289-1 §5).
 */
export function xmpPacket(information: Information, language: string, accessible: boolean): string {
  const date = `${information.CreationDate.toISOString().slice(0, 19)}Z`;
  const creator =
    information.Author === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(information.Author)}</rdf:li></rdf:Seq></dc:creator>\n`;
  const identification = accessible ? '<pdfuaid:part>1</pdfuaid:part>\n' : '';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${identification}<dc:format>application/pdf</dc:format>
${alternative('dc:title', information.Title)}${creator}${alternative('dc:description', information.Subject)}<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${escapeXml(information.Producer)}</pdf:Producer>
<xmp:CreatorTool>${escapeXml(information.Creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** Enters the XMP packet in the catalogue. */
export function writeMetadata(file: PdfFile, information: Information, document: PagedDocument): void {
  const packet = Buffer.from(xmpPacket(information, document.language, isAccessible(document)), 'utf8');
  file.catalogue.Metadata = file.plainStream({ Type: 'Metadata', Subtype: 'XML' }, packet);
}
