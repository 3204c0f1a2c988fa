import type { DeviceSpace } from './inks.ts';
import { decimal } from './numbers.ts';

const operators = { DeviceRGB: ['rg', 'RG'], DeviceGray: ['g', 'G'], DeviceCMYK: ['k', 'K'] } as const;

/**
 * The operators that set a colour to fill or to stroke with (ISO 32000-1 table 74): greys of a screen by the shorter one;
 * in a space that the resources name, the space before the colour.
 */
export function colourOperator(
  space: DeviceSpace | { readonly name: string },
  components: readonly number[],
  isStroke: boolean,
): string {
  const parts = components.map((part) => decimal(part));
  if (typeof space !== 'string') {
    return `/${space.name} ${isStroke ? 'CS' : 'cs'}\n${parts.join(' ')} ${isStroke ? 'SCN' : 'scn'}`;
  }
  const isGrey = space === 'DeviceRGB' && parts[0] === parts[1] && parts[1] === parts[2];
  const operator = operators[isGrey ? 'DeviceGray' : space][isStroke ? 1 : 0];
  return `${isGrey ? parts[0] : parts.join(' ')} ${operator}`;
}
