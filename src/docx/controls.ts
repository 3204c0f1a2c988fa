import { scriptOf, wordLanguage } from './languages.ts';
import type { Blank } from './model.ts';
import { val, type XmlElement, xml } from './xml.ts';

/** Width of a low line as a factor of the size, in the fonts that stand for sans-serif ones. */
const lowLine = 0.5;

/** How many low lines a blank is long. */
export function ruleLength({ width, fontSize }: Blank): number {
  return Math.max(3, Math.round(width / (fontSize * lowLine)));
}

/** The name of the entry of the glossary that comes back when a blank of so many low lines is emptied. */
function placeholderName(length: number): string {
  return `Blank ${length}`;
}

/**
 * Properties of a content control (§17.5.2.38) in the order of the schema. What it holds first is its placeholder: a
 * click takes it whole, and what is typed stands in its place. No `w:text`: LibreOffice would write such a control
 * several times over when it saves.
 */
export function controlProperties(blank: Blank): XmlElement {
  const { kind, label, name } = blank;
  const isTicked = kind === 'checkbox';
  return xml('w:sdtPr', {}, [
    label === '' ? undefined : val('w:alias', shortened(label)),
    name === '' ? undefined : val('w:tag', shortened(name)),
    // The number is given in order of appearance.
    val('w:id', 0),
    isTicked ? undefined : xml('w:placeholder', {}, [val('w:docPart', placeholderName(ruleLength(blank)))]),
    isTicked ? undefined : xml('w:showingPlcHdr'),
    kindElement(blank),
  ]);
}

/** Word takes 64 characters. */
function shortened(text: string): string {
  return [...text].slice(0, 64).join('').slice(0, 64).toWellFormed();
}

function kindElement({ kind, choices, format }: Blank): XmlElement | undefined {
  switch (kind) {
    case 'text':
      return undefined;
    case 'date':
      return xml('w:date', {}, [
        val('w:dateFormat', datePattern(format.language)),
        val('w:lid', localeOf(format.language)),
        val('w:storeMappedDataAs', 'dateTime'),
        val('w:calendar', 'gregorian'),
      ]);
    case 'choice':
      return xml(
        'w:dropDownList',
        {},
        choices.map((choice) => xml('w:listItem', { 'w:displayText': choice, 'w:value': choice })),
      );
    case 'checkbox':
      return xml('w14:checkbox', {}, [
        xml('w14:checked', { 'w14:val': 0 }),
        xml('w14:checkedState', { 'w14:val': '2612', 'w14:font': 'MS Gothic' }),
        xml('w14:uncheckedState', { 'w14:val': '2610', 'w14:font': 'MS Gothic' }),
      ]);
  }
}

/** The language as Word has it, of whichever of its three groups of scripts. */
function localeOf(language: string): string {
  const { latin, eastAsia, complex } = wordLanguage(language);
  return latin ?? eastAsia ?? complex ?? 'en-GB';
}

const pictures: Readonly<Record<string, string>> = { day: 'd', month: 'MMMM', year: 'yyyy' };

/** A day with its month in words as a language writes it, in Word's date pictures: `d MMMM yyyy`, `yyyy'年'M'月'd'日'`. */
export function datePattern(language: string): string {
  const isHan = ['Hans', 'Hant', 'Jpan', 'Kore'].includes(scriptOf(language));
  const format = new Intl.DateTimeFormat(`${localeOf(language)}-u-ca-gregory-nu-latn`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const parts = format.formatToParts(new Date(Date.UTC(2026, 10, 23)));
  return parts
    .map(({ type, value }) => {
      // Han months are numbers with their sign.
      if (type === 'month' && isHan) return `M'${value.replace(/\d+/, '')}'`;
      return pictures[type] ?? (/\p{L}/u.test(value) ? `'${value.replaceAll("'", "''")}'` : value);
    })
    .join('')
    .replaceAll("''", '');
}
