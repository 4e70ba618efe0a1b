/** What `site.yaml` says: everything that makes one site out of the program and some articles. */
import { z } from 'zod';
import { parseBasePath, parseOrigin, type Parsed } from './published-at.ts';

/** A text without line breaks, from one character to so many. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^[^\n]+$/, 'must be one line of text')
    .max(most, `must be at most ${most} characters long`);

const parsedBy = (parse: (text: string) => Parsed) =>
  z.string().transform((text, context) => {
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.wrong });
    return z.NEVER;
  });

/** A file below `public/` of the content root. */
const publicFile = (endings: string) =>
  z
    .string()
    .regex(
      new RegExp(`^(?!.*\\.\\.)[\\w-][\\w./-]*\\.(${endings})$`),
      `must be a file in the folder public/ of the content root, ending in .${endings.replaceAll('|', ' or .')}`,
    );

const hexColour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour as #rrggbb, in quotes');
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' });

/** The kinds of host whose addresses are known. */
const hosts = ['github', 'gitlab'] as const;
/** Whether a pattern is the name of a kind of host. */
export const isHost = (pattern: string): pattern is (typeof hosts)[number] => hosts.some((host) => host === pattern);

const addressPattern = (scheme: RegExp, placeholder: string, schemes: string) =>
  z.string().refine((text) => text === 'none' || isHost(text) || (scheme.test(text) && text.includes(placeholder)), {
    error: `must be github, gitlab, none, or an address of your own that begins with ${schemes} and contains ${placeholder}`,
  });

const repositorySchema = z
  .strictObject({
    url: webAddress.optional().describe('The address at which people see the repository.'),
    branch: line(100).default('main').describe('The branch that is edited.'),
    folder: z
      .string()
      .regex(/^([\w.-]+(\/[\w.-]+)*)?$/, 'must be a path without a slash at its ends')
      .default('')
      .describe('The folder of the content root in the repository; nothing when the whole repository is the content root.'),
    edit: addressPattern(/^https?:\/\//, '{path}', 'https://')
      .default('none')
      .describe('Where articles are edited: github, gitlab, none, or an address with {path} for the path of the file in the repository.'),
    report: addressPattern(/^(https?:\/\/|mailto:)/, '{body}', 'https:// or mailto:')
      .default('none')
      .describe(
        'Where unknown messages are reported: github, gitlab, none, or an address with {title} and {body}. With none, readers are offered the text to copy.',
      ),
  })
  .superRefine(({ url, ...patterns }, context) => {
    const named = (['edit', 'report'] as const).find((name) => isHost(patterns[name]));
    if (named && !url) context.addIssue({ code: 'custom', path: ['url'], message: `must be given, since ${named} is ${patterns[named]}` });
  });

/** One colour is the colour of the light theme. */
const accentSchema = z.preprocess(
  (value) => (hexColour.safeParse(value).success ? { light: value } : value),
  z.strictObject(
    {
      light: hexColour.describe('The accent in the light theme.'),
      dark: hexColour.optional().describe('The accent in the dark theme; without it, the light one with more lightness.'),
    },
    { error: 'must be a colour as "#rrggbb", in quotes, or two as { light: "#rrggbb", dark: "#rrggbb" }' },
  ),
);

/** The fields of `site.yaml`. */
export const siteSchema = z.strictObject({
  name: line(40).describe('The name of the site, in its header, in titles and in link previews.'),
  tagline: line(120).describe('What the site is for, in one line: in the footer, in the title and the picture of the front page.'),
  headline: line(80).default('Paste the error. Get the fix.').describe('The sentence above the box for pastes on the front page.'),
  description: line(300)
    .optional()
    .describe('What the site is, in one or two sentences for search engines and feeds; by default the tagline.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a language tag such as en or en-GB')
    .default('en')
    .describe('The language of the articles, as in HTML.'),
  url: parsedBy(parseOrigin).describe('The server on which the site is published, e.g. https://kb.example; SITE_URL overrides it.'),
  basePath: parsedBy(parseBasePath)
    .default('/')
    .describe('The path on that server under which the site is published, e.g. /kb/; BASE_PATH overrides it.'),
  repository: repositorySchema.optional().describe('Where the content is kept, and where readers edit and report.'),
  software: webAddress
    .optional()
    .describe('The Git address of the program that builds this site, for the page that says how a job of CI checks links.'),
  logo: publicFile('svg|png')
    .optional()
    .describe('A square picture beside the name. An SVG drawn in currentColor takes the accent colour of either theme.'),
  favicon: publicFile('svg|png|ico').optional().describe('The icon of the site in tabs and bookmarks.'),
  commonest: z
    .array(line(80))
    .max(10, 'must name at most 10 symptoms')
    .default([])
    .describe('Ids of the symptoms that readers meet most often, for the front page. The first three are its examples to try.'),
  accent: accentSchema.optional().describe('The one colour that stands out: "#rrggbb", or { light: "#rrggbb", dark: "#rrggbb" }.'),
  ticketStamp: line(60)
    .optional()
    .describe('What stands before the revision in a copied ticket note; by default the name of the site and "revision".'),
});

/** What `site.yaml` says, with a value for what it may leave out. */
export type Site = z.output<typeof siteSchema> & { description: string; ticketStamp: string };
/** Where content is kept, and where readers edit and report. */
export type Repository = z.output<typeof repositorySchema>;
/** The accent colour of the light theme, and of the dark one when it is given. */
export type AccentColour = z.output<typeof accentSchema>;

const standIn = { name: 'Untitled site', tagline: 'Untitled site', url: 'https://kb.example' };

/**
 * Returns as much of a `site.yaml` as can be used, so that a wrong field does not hide the others.
 *
 * @param data what the file holds, whether it fits the schema or not
 */
export function salvageSite(data: unknown): Site {
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const fields = Object.entries(siteSchema.shape).flatMap(([name, schema]) => {
    const { data: value } = schema.safeParse(given[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const site = { ...standIn, ...Object.fromEntries(fields) } as z.output<typeof siteSchema>;
  return { ...site, description: site.description ?? site.tagline, ticketStamp: site.ticketStamp ?? `${site.name} revision` };
}
