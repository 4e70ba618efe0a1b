/** What makes reading easier and can wait until a reader begins to move on the page. Nothing on the page changes its place by it. */
import { offerWrapping } from '../code-blocks/wrap-lines.ts';
import { offerPageCopy } from './page-copy.ts';

/** A day is one of UTC, wherever its reader is. Its title says so, in the reader's own language. */
function titleDays(): void {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
  for (const time of document.querySelectorAll('time')) time.title = `${format.format(new Date(time.dateTime))} (UTC)`;
}

offerWrapping([...document.querySelectorAll('.expressive-code > pre')]);
offerPageCopy();
titleDays();
