/** Made-up symptoms, shaped like the real ones, for measuring what a large knowledge base costs. */
import type { SearchedSymptom } from '../../../src/search/searched-symptom.ts';
import { anyOf, chanceFrom, identifier, oftenTheFirst, productName, technicalWords, type Chance } from '../words.ts';

/** Symptoms of a made-up article. */
const symptomsEach = 5;
/** The number of articles about one made-up product. */
const articlesEach = 10;
/** Share of a real symptom's words that stay: language, and what all software says. */
const kept = 0.45;

/**
 * Real symptoms, and as many made-up ones as a knowledge base of the given size has. The same every time.
 *
 * @param real the symptoms as published
 * @param articles how many articles in all
 */
export function symptomsOfSize(real: readonly SearchedSymptom[], articles: number): SearchedSymptom[] {
  const chance = chanceFrom(articles);
  const names = technologyNames(real);
  const vocabulary = [...wordsByFrequency(real).filter((word) => !names.has(word)), ...technicalWords];
  const realArticles = new Set(real.map(({ article }) => article.slug)).size;
  const made: SearchedSymptom[] = [];
  let product = '';
  for (let at = 0; at < articles - realArticles; at++) {
    if (at % articlesEach === 0) product = productName(chance);
    made.push(...madeArticle(real, at, { product, names, vocabulary, chance }));
  }
  return [...real, ...made];
}

/** The names of what the real articles are about, which no article about something else is full of. */
const technologyNames = (symptoms: readonly SearchedSymptom[]): Set<string> =>
  new Set(symptoms.flatMap(({ technologies }) => technologies).flatMap((name) => [...name.toLowerCase().matchAll(/[a-z]+/g)].map(String)));

/** The words of the real symptoms, the most frequent first. */
function wordsByFrequency(symptoms: readonly SearchedSymptom[]): string[] {
  const counts = new Map<string, number>();
  for (const { title, meaning, phrases } of symptoms)
    for (const [word] of `${title} ${meaning} ${phrases.join(' ')}`.toLowerCase().matchAll(/[a-z]{4,}/g))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b)).map(([word]) => word);
}

/** The names and words that a made-up article uses in place of the real ones. */
interface Retelling {
  product: string;
  /** Names that become the product's. */
  names: ReadonlySet<string>;
  vocabulary: readonly string[];
  chance: Chance;
}

function madeArticle(real: readonly SearchedSymptom[], at: number, telling: Retelling): SearchedSymptom[] {
  const { product, vocabulary, chance } = telling;
  const retell = reteller(telling);
  const slug = `${product}-${oftenTheFirst(chance, vocabulary)}-${at}`;
  const templates = Array.from({ length: symptomsEach }, () => anyOf(chance, real));
  const title = retell(templates[0]?.article.title ?? product);
  return templates.map((template, order) => madeSymptom(template, { slug, title, url: `/articles/${slug}/` }, order, product, retell));
}

/** Returns a text with other words: within an article, each word is always replaced by the same one. Placeholders stay. */
function reteller({ product, names, vocabulary, chance }: Retelling): (text: string) => string {
  const other = new Map<string, string>();
  const replace = (word: string) => {
    if (names.has(word.toLowerCase())) return product;
    if (/[_\d]|^[A-Z]{3,}|[a-z][A-Z]/.test(word)) return identifier(chance, product);
    return word.length < 4 || chance() < kept ? word : oftenTheFirst(chance, vocabulary);
  };
  return (text) =>
    text.replace(/<[a-z]+>|[A-Za-z][\w-]{2,}/g, (word) => {
      if (word.startsWith('<')) return word;
      const replaced = other.get(word) ?? replace(word);
      other.set(word, replaced);
      return replaced;
    });
}

function madeSymptom(
  template: SearchedSymptom,
  article: SearchedSymptom['article'],
  order: number,
  product: string,
  retell: (text: string) => string,
): SearchedSymptom {
  const id = `${article.slug}-${order}`;
  const step = <Step extends { title: string; url: string; command?: string }>(real: Step): Step => ({
    ...real,
    title: retell(real.title),
    url: `${article.url}#${real.url.split('#')[1] ?? ''}`,
    ...(real.command === undefined ? {} : { command: retell(real.command) }),
  });
  return {
    ...template,
    id,
    url: `/symptoms/${id}/`,
    title: retell(template.title),
    order,
    meaning: retell(template.meaning),
    technologies: [product],
    article,
    signatures: template.signatures.map((signature) => ({ ...signature, text: retell(signature.text), printedBy: product })),
    phrases: template.phrases.map(retell),
    check: step(template.check),
    fixes: template.fixes.map(step),
    lookAlikes: template.lookAlikes.map((other) => ({ ...step(other), prints: retell(other.prints), tell: retell(other.tell) })),
  };
}
