/** The site's symptoms as it publishes them. */
import type { Fault, FaultsFile } from '../search/fault.ts';
import type { Permalinks } from '../permalinks/index.ts';
import { allSymptoms, type Article, type SymptomInArticle } from './index.ts';

/**
 * The content of `/faults.json`.
 *
 * @param permalinks the URLs of the site
 */
export async function faultsFile(permalinks: Permalinks): Promise<FaultsFile> {
  const symptoms = await allSymptoms();
  return { version: 1, faults: symptoms.map((found) => toFault(found, permalinks)) };
}

function toFault({ symptom, article }: SymptomInArticle, permalinks: Permalinks): Fault {
  const url = (id: string) => permalinks.article(article.slug, id);
  const check = article.checks.find(({ id }) => id === symptom.check);
  return {
    id: symptom.id,
    url: permalinks.symptom(symptom.id),
    title: symptom.title,
    kind: symptom.kind,
    severity: article.severity,
    order: article.symptoms.indexOf(symptom),
    meaning: symptom.meaning,
    impact: symptom.impact,
    technologies: article.technologies.map(({ name }) => name),
    article: { slug: article.slug, title: article.title, url: permalinks.article(article.slug) },
    signatures: symptom.signatures.map(({ text, printedBy, since, until }) => ({
      text,
      printedBy,
      ...(since && { since }),
      ...(until && { until }),
    })),
    phrases: symptom.phrases,
    check: { id: symptom.check, title: check?.title ?? '', url: url(symptom.check), ...commandOf(symptom.check, article) },
    fixes: pick(article.fixes, symptom.fixes).map(({ id, title, kind, risk, takesEffect }) => ({
      id,
      title,
      kind,
      risk,
      takesEffect,
      url: url(id),
      ...commandOf(id, article),
    })),
    lookAlikes: pick(article.lookAlikes, symptom.lookAlikes).map(({ id, title, prints, tell }) => ({
      id,
      title,
      prints,
      tell,
      url: url(id),
    })),
  };
}

/** The first command of a check or fix, when it has one. */
function commandOf(id: string, { body }: Article): { command?: string } {
  const command = body.sections.find((section) => section.id === id)?.commands[0];
  return command ? { command } : {};
}

/** The items with these ids, in the order of the ids. */
export const pick = <T extends { id: string }>(items: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => items.find((item) => item.id === id) ?? []);
