/** Days in the form that their readers write. Every day is one of UTC, wherever its reader is: its title says so. Its box has room for either form. */
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
