/** The step and offset of An+B: `odd`, `3`, `-n + 6` (css-syntax-3 §6); undefined when it is none. */
export function parseNth(text: string): { readonly step: number; readonly offset: number } | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'odd') return { step: 2, offset: 1 };
  if (word === 'even') return { step: 2, offset: 0 };
  if (/^[+-]?\d+$/.test(word)) return { step: 0, offset: Number(word) };
  const match = /^([+-]?\d*)n(?:\s*([+-])\s*(\d+))?$/.exec(word);
  if (!match) return undefined;
  const [, step = '', sign = '+', offset = '0'] = match;
  return {
    step: step === '' || step === '+' ? 1 : step === '-' ? -1 : Number(step),
    offset: Number(offset) * (sign === '-' ? -1 : 1),
  };
}

/** True when the 1-based place is `step × n + offset` for some n from 0. */
export function isNth(place: number, step: number, offset: number): boolean {
  const distance = place - offset;
  if (step === 0) return distance === 0;
  return distance % step === 0 && distance / step >= 0;
}
