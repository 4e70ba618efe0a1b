/**
 * Writes each date in the format of the reader's language. All dates are in UTC, wherever the reader is; the tooltip says so. The element is
 * wide enough for the formats of nearly all languages, so nothing moves.
 */
const short = new Intl.DateTimeFormat([], { dateStyle: 'medium', timeZone: 'UTC' });
const full = new Intl.DateTimeFormat([], { dateStyle: 'full', timeZone: 'UTC' });

for (const time of document.querySelectorAll('time')) {
  const day = new Date(time.dateTime);
  const text = short.format(day);
  time.title = `${full.format(day)} (${time.dateTime} UTC)`;
  if (text === time.textContent) continue;
  time.textContent = text;
  time.lang = short.resolvedOptions().locale;
  time.dir = 'auto';
}
