/** The formats in which a note can be copied, in the order of the buttons. */
import type { TicketNote } from '../note.ts';
import { html } from './html.ts';
import { jira } from './jira.ts';
import { link } from './link.ts';
import { markdown } from './markdown.ts';
import { slack } from './slack.ts';
import { text } from './text.ts';

/** The name of a format on its button, and what it puts on the clipboard. */
export interface TicketFormat {
  label: string;
  plain: (note: TicketNote) => string;
  /** What rich editors get instead. */
  rich?: (note: TicketNote) => string;
}

/** All formats by name. Slack's composer takes the rich text, its API the mrkdwn; the clipboard has both. */
export const ticketFormats = {
  link: { label: 'Link', plain: link },
  markdown: { label: 'Markdown', plain: markdown },
  jira: { label: 'Jira', plain: jira },
  slack: { label: 'Slack', plain: slack, rich: html },
  text: { label: 'Plain text', plain: text },
  html: { label: 'Rich text', plain: text, rich: html },
} as const satisfies Record<string, TicketFormat>;

/** The name of a format. */
export type TicketFormatName = keyof typeof ticketFormats;
