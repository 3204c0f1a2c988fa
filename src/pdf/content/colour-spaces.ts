import type { PdfFile } from '../pdf-file.ts';
import type { Dictionary, PdfReference } from '../pdf-object.ts';
import type { ColourSpace, NamedSpace, PlateInk, ProcessInks } from './inks.ts';
import type { ResourceBook } from './resources.ts';

/** The colour spaces of named inks in a file. */
export interface ColourSpaceWriter {
  /** The name by which content streams find a space among the resources. */
  nameOf(space: NamedSpace): string;
  /** What an object says for a space: a device's name, or the array of a space of named inks. */
  valueOf(space: ColourSpace): unknown;
}

/** Writes each distinct space once and enters it in the book. */
export function createColourSpaceWriter(file: PdfFile, book: ResourceBook): ColourSpaceWriter {
  const known = new Map<string, { readonly name: string; readonly value: readonly unknown[] }>();
  const written = (space: NamedSpace) => {
    const key = space.inks.map(({ name }) => name).join('/');
    const found = known.get(key);
    if (found) return found;
    const value = space.inks.length === 1 ? separation(space.inks[0]!) : deviceN(file, space.inks);
    const entry = { name: `C${known.size + 1}`, value };
    known.set(key, entry);
    book.define('ColorSpace', entry.name, value);
    return entry;
  };
  return {
    nameOf: (space) => written(space).name,
    valueOf: (space) => (typeof space === 'string' ? space : written(space).value),
  };
}

/** One ink, and how its tints look in process inks (ISO 32000-1 §8.6.6.4). */
function separation({ name, cmyk }: PlateInk): readonly unknown[] {
  const tints = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...cmyk], N: 1 };
  return ['Separation', nameObject(name), 'DeviceCMYK', tints];
}

/** Several inks (§8.6.6.5): what each looks like, added up. */
function deviceN(file: PdfFile, inks: readonly PlateInk[]): readonly unknown[] {
  const dictionary = {
    FunctionType: 4,
    Domain: inks.flatMap(() => [0, 1]),
    Range: [0, 1, 0, 1, 0, 1, 0, 1],
  };
  const sums: PdfReference = file.stream(dictionary, Buffer.from(sumOfInks(inks), 'latin1'));
  const spots = inks.filter(({ name }) => !processNames.includes(name));
  const colorants: Dictionary = Object.fromEntries(
    spots.map((ink) => [nameObject(ink.name), separation(ink)]),
  );
  const names = inks.map(({ name }) => nameObject(name));
  return ['DeviceN', names, 'DeviceCMYK', sums, { Colorants: colorants }];
}

/** The inks of every press, by the names that their plates have (§8.6.6.5). */
const processNames: readonly string[] = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** The process inks, in the order of DeviceCMYK. */
export const processPlates: readonly PlateInk[] = processNames.map((name, index) => ({
  name,
  cmyk: [0, 1, 2, 3].map((other) => (other === index ? 1 : 0)) as unknown as ProcessInks,
}));

/**
 * A PostScript calculator function (§7.10.5) from the amounts of inks to process inks. It leaves the amounts at the
 * bottom of the stack, puts the four sums over them, and then takes the amounts away; what is over 1 is cut by the range.
 */
function sumOfInks(inks: readonly PlateInk[]): string {
  const sums = [0, 1, 2, 3].map((plate) => {
    const parts = inks.flatMap(({ cmyk }, ink) => {
      const share = Math.round(cmyk[plate]! * 10_000) / 10_000;
      return share === 0 ? [] : [{ ink, share }];
    });
    const terms = parts.map(({ ink, share }, index) => {
      const depth = inks.length - 1 - ink + plate + (index > 0 ? 1 : 0);
      return `${depth} index ${share} mul${index > 0 ? ' add' : ''}`;
    });
    return terms.length > 0 ? terms.join(' ') : '0';
  });
  return `{${sums.join(' ')} ${inks.length + 4} 4 roll${' pop'.repeat(inks.length)}}`;
}

/** A text as a name object (§7.3.5), without its slash. */
function nameObject(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(character)
        ? character
        : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
