/** What a file really is, by its first bytes; `undefined` for nothing that is known. */
export function sniffFormat(bytes: Uint8Array): string | undefined {
  const at = (offset: number, text: string) =>
    [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'PNG';
  if (at(0, '\xff\xd8\xff')) return 'JPEG';
  if (at(0, 'GIF8')) return 'GIF';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'WebP';
  if (at(4, 'ftypavif')) return 'AVIF';
  if (at(4, 'ftyphei') || at(4, 'ftypmif1')) return 'HEIC';
  if (at(0, 'BM')) return 'BMP';
  if (at(0, 'II*\0') || at(0, 'MM\0*')) return 'TIFF';
  if (at(0, '%PDF-')) return 'PDF';
  if (at(0, 'PK')) return 'zip';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart();
  if (/^(?:\u00ef\u00bb\u00bf)?<(?:\?xml|svg|!--)/i.test(head)) return /<svg/i.test(head) ? 'SVG' : 'XML';
  if (/^<(?:!doctype|html)/i.test(head)) return 'HTML';
  return undefined;
}
