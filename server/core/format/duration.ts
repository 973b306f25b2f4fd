const CALENDAR_DAYS = { day: 1, week: 7, month: 30 } as const;

/**
 * The calendar days in a duration such as `90 days`, `2 weeks` or `6 months`. A month counts as 30 days.
 * Answers undefined for words that are not a duration, such as `until their date`.
 */
export function days(duration: string): number | undefined {
  const [, count, unit] = /^([1-9]\d{0,3}) (day|week|month)s?$/.exec(duration) ?? [];
  return count && unit ? Number(count) * CALENDAR_DAYS[unit as keyof typeof CALENDAR_DAYS] : undefined;
}
