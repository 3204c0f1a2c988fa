import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bidiClass, bidiClassOf } from '../../../src/unicode/bidi/bidi-class.ts';
import { eastAsianWidth } from '../../../src/unicode/east-asian-width.ts';
import { generalCategory, isDefaultIgnorable } from '../../../src/unicode/general-category.ts';
import { scriptExtensions, scriptOf } from '../../../src/unicode/script.ts';
import { type TestFault, testLines } from './test-file.ts';

/** A property as the tool has it, and the file of the Unicode Character Database that lists it. */
interface Property {
  readonly file: string;
  /** The tool's value of a code point, as the file writes it. */
  of(point: number): string;
  /** Lines of the file that are of another property. */
  readonly only?: string;
}

const bidiNames = Object.keys(bidiClass);

/** Every property that the tables in `src/unicode/tables` hold, but for those whose tests are files of their own. */
function properties(folder: string): readonly Property[] {
  const scripts = longScriptNames(folder);
  return [
    { file: 'extracted/DerivedGeneralCategory.txt', of: generalCategory },
    { file: 'extracted/DerivedEastAsianWidth.txt', of: eastAsianWidth },
    { file: 'extracted/DerivedBidiClass.txt', of: (point) => bidiNames[bidiClassOf(point)]! },
    {
      file: 'DerivedCoreProperties.txt',
      only: 'Default_Ignorable_Code_Point',
      of: (point) => (isDefaultIgnorable(point) ? 'Default_Ignorable_Code_Point' : ''),
    },
    {
      file: 'Scripts.txt',
      of: (point) => (scriptOf(point) === 'Zyyy' ? 'Common' : (scripts.get(scriptOf(point)) ?? '')),
    },
    { file: 'ScriptExtensions.txt', of: (point) => scriptExtensions(point)?.join(' ') ?? '' },
  ];
}

/** `Latin` by `Latn`. */
function longScriptNames(folder: string): ReadonlyMap<string, string> {
  const lines = testLines(readFileSync(join(folder, 'PropertyValueAliases.txt'), 'utf8'));
  const rows = lines.map(({ line }) => line.split(';').map((part) => part.trim()));
  return new Map(rows.filter(([name]) => name === 'sc').map(([, short, long]) => [short!, long!]));
}

/** Where the tool has another value than the Unicode Character Database lists; `count` code points were asked. */
export function propertyFaults(
  folder: string,
  read = (file: string) => readFileSync(join(folder, file), 'utf8'),
): { count: number; faults: readonly TestFault[] } {
  let count = 0;
  const faults = properties(folder).flatMap((property) => {
    return testLines(read(property.file)).flatMap(({ number, line }) => {
      const [codes = '', value = ''] = line.split(';').map((part) => part.trim());
      if (property.only !== undefined && value !== property.only) return [];
      const [from, to = from] = codes.split('..').map((code) => Number.parseInt(code, 16));
      for (let point = from!; point <= to!; point++) {
        count++;
        const fault = propertyFault(property, point, value);
        if (fault !== undefined) return [{ number, message: `${property.file}: ${fault}` }];
      }
      return [];
    });
  });
  return { count, faults };
}

function propertyFault(property: Property, point: number, value: string): string | undefined {
  const own = property.of(point);
  if (own === value || (own === 'Common' && value === 'Inherited')) return undefined;
  return `U+${point.toString(16).toUpperCase()} is ${own || 'nothing'}, not ${value}`;
}
