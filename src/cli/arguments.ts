import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../diagnostics/suggest.ts';

/** A file or folder; what is empty, such as a variable of the shell that is not set, would be the working folder. */
export function path(value: string): string {
  if (value === '') throw new InvalidArgumentError('Write a path; . is the working folder.');
  return value;
}

/** Names with commas between. Throws InvalidArgumentError. */
export function list(value: string): readonly string[] {
  const parts = value.split(',').map((part) => part.trim());
  if (parts.some((part) => part === '')) throw new InvalidArgumentError('Write names with commas between.');
  return parts;
}

const known: readonly string[] = ['pdf', 'docx'];

/** Formats with commas between. Throws InvalidArgumentError. */
export function formats(value: string): readonly string[] {
  const parts = list(value);
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown === undefined) return parts;
  throw new InvalidArgumentError(didYouMean(unknown, known) ?? `The formats are ${known.join(' and ')}.`);
}

/** A number of threads. Throws InvalidArgumentError. */
export function threads(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > 64)
    throw new InvalidArgumentError('Write a number from 1 to 64.');
  return number;
}

/** A number of words. Throws InvalidArgumentError. */
export function words(value: string): number {
  const number = Number(value);
  if (!/^\d{1,6}$/.test(value) || number < 1) throw new InvalidArgumentError('Write a number of words.');
  return number;
}
