/** Symptoms as the check of recognition needs them: what the search indexes, and the pastes that must or must not find them. */
import type { Place } from '../../model/body.ts';
import type { ArticleSource, Corpus, FieldPath } from '../../model/source.ts';
import type { Finding, Issue } from '../../model/issue.ts';
import type { FindableSymptom, Indexed } from '../../search/searched-symptom.ts';
import type { MemoryIndex } from '../../search/index/memory-index.ts';
import type { SymptomIndex } from '../../search/matcher/symptom-index.ts';

/** A text that must find the symptom. */
export interface Sample {
  /** Index in the list `samples` of the file. */
  at: number;
  text: string;
}

/** A symptom as it stands in its article's file; fields that do not fit the schema may be missing. */
export interface CheckedSymptom extends FindableSymptom {
  source: ArticleSource;
  /** Index in the list `symptoms` of the file. */
  at: number;
  samples: readonly Sample[];
  nearMisses: readonly string[];
  /** Ids of the symptoms that its author names as look-alikes. */
  lookAlikes: readonly string[];
}

/** A symptom of the index. */
export type IndexedSymptom = Indexed<CheckedSymptom>;
/** The index of all symptoms. */
export type AllSymptoms = MemoryIndex<IndexedSymptom>;
/** The index as searches see it: it answers questions, and lists nothing. */
export type SearchedIndex = SymptomIndex<IndexedSymptom>;

/**
 * Returns all symptoms of the articles that could be read, in the order of the articles.
 *
 * @param corpus all content
 */
export const checkedSymptoms = (corpus: Corpus): CheckedSymptom[] =>
  corpus.articles.filter(({ readable }) => readable).flatMap((article) => symptomsOf(article, corpus));

function symptomsOf(source: ArticleSource, { technologies }: Corpus): CheckedSymptom[] {
  const { slug, frontmatter } = source;
  const lookAlikes = new Map(frontmatter.lookAlikes.map(({ id, symptom }) => [id, symptom]));
  return frontmatter.symptoms.map(({ index, ...symptom }, order) => ({
    source,
    at: index,
    id: symptom.id,
    title: symptom.title ?? '',
    order,
    meaning: symptom.meaning ?? '',
    technologies: frontmatter.technologies.map((id) => technologies.get(id)?.name ?? id),
    phrases: symptom.phrases,
    article: { slug, title: frontmatter.title ?? '' },
    signatures: symptom.signatures,
    samples: samplesOf(symptom.samples, source),
    nearMisses: symptom.nearMisses.map(({ text }) => text),
    lookAlikes: symptom.lookAlikes.flatMap((id) => lookAlikes.get(id) ?? []),
  }));
}

/** Returns the texts of samples. A capture that does not exist is left out: the rule "labs" reports it. */
const samplesOf = (samples: readonly (string | { capture: string } | null)[], { captures }: ArticleSource): Sample[] =>
  samples.flatMap((sample, at) => {
    const text = typeof sample === 'object' ? sample && captures.get(sample.capture) : sample;
    return typeof text === 'string' ? [{ at, text }] : [];
  });

/** Whether two are the same symptom. Compares places, not ids, since two symptoms may have the same id by mistake. */
export const isSame = (a: IndexedSymptom, b: IndexedSymptom): boolean => a.source === b.source && a.at === b.at;

/** Returns the place of a symptom's field in the article's file. */
export const placeOf = ({ source, at }: IndexedSymptom, path: FieldPath): Place => source.placeOf(['symptoms', at, ...path]);

/** An issue of a symptom, by the path of its field: lines move when something above them is edited. */
export interface SymptomIssue extends Omit<Finding, 'line' | 'column'> {
  path: FieldPath;
}

/** Returns an issue with its place in the article's file. */
export const placed = (symptom: IndexedSymptom, { path, ...issue }: SymptomIssue): Issue => ({
  file: symptom.source.file,
  ...placeOf(symptom, path),
  ...issue,
});

/** Returns a key for a symptom in this content: its article, and where it stands there. Ids may be given twice by mistake. */
export const placeKey = ({ article, at }: Pick<IndexedSymptom, 'article' | 'at'>): string => `${article.slug} ${at}`;
