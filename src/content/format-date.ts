import type { Locale } from '../campaign/locale.ts';

/**
 * An ISO date in a locale's words (`23 November 2026`, `2026年11月23日`): date only, in the Gregorian calendar,
 * whatever the machine's time zone.
 */
export function formatDate(date: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** True for a yyyy-mm-dd that is a day of the Gregorian calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
