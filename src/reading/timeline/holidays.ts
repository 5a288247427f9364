import holidayJp from '@holiday-jp/holiday_jp';

/** The name of a national holiday (国民の祝日), substitutes included, by ISO day; the package knows 1970 to 2050. */
export function holidayOn(day: string): string | undefined {
  const known: Readonly<Record<string, { name: string } | undefined>> = holidayJp.holidays;
  return known[day]?.name;
}
