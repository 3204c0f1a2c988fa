import { wordLanguage } from './languages.ts';
import { mainNamespace } from './namespaces.ts';
import { val, type XmlElement, xml } from './xml.ts';

/** settings.xml (§17.15): Word 2013's layout, punctuation of Chinese and Japanese squeezed, no tracked identities. */
export function settingsPart(
  language: string,
  { hasFootnotes, hyphenated }: { readonly hasFootnotes: boolean; readonly hyphenated: boolean },
): XmlElement {
  const slots = wordLanguage(language);
  const setting = (name: string, value: string): XmlElement =>
    xml('w:compatSetting', {
      'w:name': name,
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': value,
    });
  return xml('w:settings', { 'xmlns:w': mainNamespace }, [
    xml('w:zoom', { 'w:percent': 100 }),
    xml('w:removePersonalInformation'),
    xml('w:removeDateAndTime'),
    val('w:defaultTabStop', 720),
    hyphenated ? xml('w:autoHyphenation') : undefined,
    hyphenated ? xml('w:doNotHyphenateCaps') : undefined,
    val('w:characterSpacingControl', 'compressPunctuation'),
    // The separators.
    hasFootnotes
      ? xml('w:footnotePr', {}, [xml('w:footnote', { 'w:id': -1 }), xml('w:footnote', { 'w:id': 0 })])
      : undefined,
    xml('w:compat', {}, [
      setting('compatibilityMode', '15'),
      setting('overrideTableStyleFontSizeAndJustification', '1'),
      setting('enableOpenTypeFeatures', '1'),
      setting('doNotFlipMirrorIndents', '1'),
    ]),
    xml('w:themeFontLang', {
      'w:val': slots.latin ?? 'en-GB',
      'w:eastAsia': slots.eastAsia,
      'w:bidi': slots.complex,
    }),
    xml('w:clrSchemeMapping', {
      'w:bg1': 'light1',
      'w:t1': 'dark1',
      'w:bg2': 'light2',
      'w:t2': 'dark2',
      'w:accent1': 'accent1',
      'w:accent2': 'accent2',
      'w:accent3': 'accent3',
      'w:accent4': 'accent4',
      'w:accent5': 'accent5',
      'w:accent6': 'accent6',
      'w:hyperlink': 'hyperlink',
      'w:followedHyperlink': 'followedHyperlink',
    }),
    val('w:decimalSymbol', '.'),
    val('w:listSeparator', ','),
  ]);
}

/** fontTable.xml (§17.8.3.10): the fonts by name, nothing embedded. */
export function fontTablePart(fonts: readonly string[]): XmlElement {
  return xml(
    'w:fonts',
    { 'xmlns:w': mainNamespace },
    fonts.map((name) => xml('w:font', { 'w:name': name })),
  );
}
