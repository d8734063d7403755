const form = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) UTC (\d{4})$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** How far the clocks of client and pool may be apart. The service does not say; its own limit is not known. */
const toleranceMilliseconds = 5 * 60 * 1000;

/** Whether a TIMESTAMP is of the one form that the service takes, and of these minutes. */
export function isCurrent(timestamp: string, now: number): boolean {
  const time = parseTimestamp(timestamp);
  return time !== undefined && Math.abs(now - time) <= toleranceMilliseconds;
}

/** Milliseconds; undefined for any other form: a padded day, a wrong weekday, a day that the month does not have. */
export function parseTimestamp(timestamp: string): number | undefined {
  const [, month = '', day, hours, minutes, seconds, year] = form.exec(timestamp) ?? [];
  const time = Date.UTC(
    Number(year),
    months.indexOf(month),
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
  );
  // Written anew it must be the same text: that finds everything that the expression lets through.
  return !Number.isNaN(time) && formatTimestamp(time) === timestamp ? time : undefined;
}

/** `Tue May 7 00:09:40 UTC 2024`: English names, the day not padded, the time padded. */
export function formatTimestamp(milliseconds: number): string {
  const date = new Date(milliseconds);
  const names = `${weekdays[date.getUTCDay()]} ${months[date.getUTCMonth()]}`;
  return `${names} ${date.getUTCDate()} ${date.toISOString().slice(11, 19)} UTC ${date.getUTCFullYear()}`;
}
