/**
 * Where days stand along a line, from 0 to 1: to scale wherever neighbours are at least `least` apart. Where they would not
 * be, every gap gets the same small head start and shares the rest in proportion, so that a longer wait still looks longer.
 * Days are in rising order. One day stands at 0.
 */
export function places(days: readonly number[], least: number): readonly number[] {
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  if (gaps.length === 0 || total === 0) return days.map((_, i) => i / Math.max(1, days.length - 1));
  const room = Math.min(least, 1 / gaps.length);
  const smallest = Math.min(...gaps) / total;
  // A head start h leaves 1 - n·h to share: h + (1 - n·h)·smallest = room.
  const head = smallest >= room ? 0 : (room - smallest) / (1 - gaps.length * smallest || 1);
  const share = 1 - gaps.length * head;
  let at = 0;
  return [0, ...gaps.map((gap) => (at += head + (share * gap) / total))];
}

/** A wait in business days, in words. */
export const businessDays = (days: number): string => (days === 1 ? "1 business day" : `${days} business days`);
