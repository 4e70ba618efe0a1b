/** What this site is called, and where it and its sources live. */
export const site = {
  name: 'Faultbook',
  tagline: 'Paste the error. Get the fault, the proof and a fix that was run.',
  description:
    'A troubleshooting knowledge base for engineers in the middle of an incident: paste raw terminal or log output and get the fault, the check that proves it, and the fix.',
  language: 'en-GB',
  /** Where the sources are; a fork that publishes from GitHub Actions links to itself. */
  repository: `https://github.com/${process.env['GITHUB_REPOSITORY'] ?? 'faultbook/faultbook'}`,
} as const;

/** The address at which an article's source can be edited. */
export const editUrl = (slug: string): string => `${site.repository}/edit/main/content/articles/${slug}/index.mdx`;
