/** Calendar days as ISO writes them (`2026-12-01`), which sort as texts; no time, no zone. */

/** The calendar day of a moment in Japan. */
export function toDayInJapan(moment: Date): string {
  return dayInJapan.format(moment);
}

/** As many days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return toIso(Date.parse(day) + days * dayMs);
}

/** The same day of another month; the last one of a month that is too short. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toIso(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
}

/** Whole days from one to the other; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

function toIso(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The Swedish form of a day is ISO's. Made once: making one takes as long as checking an entry. */
const dayInJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
const dayMs = 86_400_000;
