/**
 * A text fit for XML 1.0 (§2.2 Char): control characters, noncharacters and lone surrogates are taken out, as an
 * XML processor would refuse the whole part for one of them. Private-use keys of the writer cannot be met in it.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g, '');
}

/** A link's address in normal form, or undefined where its scheme may not stand in a document. */
export function safeAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}
