/** The kinds of pages and their states, on the pages of any content root that show the most. */
import type { Page } from 'playwright';
import type { ArticleSource, Corpus } from '../../src/model/source.ts';
import { checkedSymptoms } from '../../src/check/recognition/checked-symptom.ts';
import { diagramLanguage } from '../../src/model/code-languages.ts';
import { UserError } from '../../src/user-error.ts';

/** A page in one state. */
export interface View {
  /** Its path on the site without the base path and the slash at its start. */
  address: string;
  /** Prepares the browser before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** Does what a reader would do on the page. */
  act?: (page: Page) => Promise<unknown>;
  /** Whether to take only the visible part, not the whole page. */
  screen?: boolean;
  /** Whether there is no page at the address. */
  notFound?: boolean;
}

const index = '**/pagefind/**';

const openSearch = (text: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('article').first().waitFor();
};
const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** What the views show: the article with the most diagrams, one of its symptoms that software prints, and a sample of it. */
interface Subject {
  article: string;
  symptom: string;
  sample: string;
  technology: string;
}

const articlePage = ({ article }: Subject) => `articles/${article}/`;
const answer = ({ sample }: Subject) => `search/#q=${encodeURIComponent(sample)}`;

const views: Record<string, (subject: Subject) => View> = {
  front: () => ({ address: '' }),
  article: (subject) => ({ address: articlePage(subject), screen: true }),
  'no-typefaces': (subject) => ({
    address: articlePage(subject),
    before: (page) => page.route('**/*.woff2', (route) => route.abort()),
    screen: true,
  }),
  symptom: ({ symptom }) => ({ address: `symptoms/${symptom}/` }),
  symptoms: () => ({ address: 'symptoms/' }),
  technology: ({ technology }) => ({ address: `technologies/${technology}/` }),
  use: () => ({ address: 'use/' }),
  missing: () => ({ address: 'no-such-page/', notFound: true }),
  result: (subject) => ({ address: answer(subject) }),
  related: ({ technology }) => ({ address: `search/#q=${encodeURIComponent(technology)}` }),
  'no-match': () => ({ address: 'search/#q=zzqx wvvk' }),
  loading: (subject) => ({ address: answer(subject), before: (page) => page.route(index, () => undefined), screen: true }),
  error: (subject) => ({ address: answer(subject), before: (page) => page.route(index, (route) => route.abort()), screen: true }),
  dialog: (subject) => ({ address: articlePage(subject), act: openSearch(subject.sample), screen: true }),
  ticket: (subject) => ({ address: articlePage(subject), act: press(/^Copy for the ticket/), screen: true }),
  diagram: (subject) => ({ address: articlePage(subject), act: press(/full size/i), screen: true }),
  print: ({ symptom }) => ({ address: `symptoms/${symptom}/`, before: (page) => page.emulateMedia({ media: 'print' }) }),
};

/** The names of all views. */
export const viewNames: readonly string[] = Object.keys(views);

/**
 * Returns views of a site by name. Fails with a `UserError` when it has no article that can be shown.
 *
 * @param names the names of the views
 * @param corpus the content of the site
 */
export function viewsOf(names: readonly string[], corpus: Corpus): [name: string, view: View][] {
  if (names.length === 0) return [];
  const subject = subjectOf(corpus);
  return Object.entries(views).flatMap(([name, view]) => (names.includes(name) ? [[name, view(subject)]] : []));
}

function subjectOf(corpus: Corpus): Subject {
  const diagrams = ({ body }: ArticleSource) => body.code.filter(({ language }) => language === diagramLanguage).length;
  const [source] = corpus.articles.filter(({ article }) => article).toSorted((a, b) => diagrams(b) - diagrams(a));
  const own = checkedSymptoms(corpus).filter((symptom) => symptom.source === source);
  const symptom = own.find(({ signatures, samples }) => signatures.length && samples.length) ?? own[0];
  if (!source || !symptom) throw new UserError('There is no article to look at. "npm run check" says why.');
  return {
    article: source.slug,
    symptom: symptom.id,
    sample: symptom.samples[0]?.text ?? symptom.title,
    technology: source.frontmatter.technologies[0] ?? '',
  };
}
