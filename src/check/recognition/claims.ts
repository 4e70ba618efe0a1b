/** Collects signatures that are too wide: they match pastes of other symptoms, or everyday lines. */
import type { Issue } from '../../model/issue.ts';
import type { Hit } from '../../search/matcher/find.ts';
import { isSame, issueAt, type IndexedSymptom } from './checked-symptom.ts';

/** The largest number of wrong matches that one issue names. */
const mostNamed = 3;

/** Wrong matches, collected by signature. */
export interface Claims {
  /** Records a hit in a paste that belongs to `owner`, unless the authors say that the two symptoms are related. */
  add: (hit: Hit<IndexedSymptom>, owner: IndexedSymptom, what: string) => void;
  /** Records a hit in a line that healthy software prints. */
  addEveryday: (hit: Hit<IndexedSymptom>, line: string) => void;
  /** Returns one issue for each signature that was recorded. */
  issues: () => Issue[];
}

/** Returns an empty collection. */
export function collectClaims(): Claims {
  const bySignature = new Map<string, { symptom: IndexedSymptom; text: string; claimed: Set<string> }>();
  const note = ({ symptom, signature }: Hit<IndexedSymptom>, what: string) => {
    if (!signature) return;
    const key = JSON.stringify([symptom.source.file, symptom.at, signature.text]);
    const claims = bySignature.get(key) ?? { symptom, text: signature.text, claimed: new Set<string>() };
    claims.claimed.add(what);
    bySignature.set(key, claims);
  };
  return {
    add: (hit, owner, what) => {
      if (!isSame(hit.symptom, owner) && !isKnown(hit.symptom, owner)) note(hit, `${what} of "${owner.id}"`);
    },
    addEveryday: (hit, line) => note(hit, `the everyday line "${line}"`),
    issues: () => [...bySignature.values()].map(tooWide),
  };
}

/** Whether an author names one symptom as a look-alike of the other, or their articles as related. */
const isKnown = (a: IndexedSymptom, b: IndexedSymptom) =>
  a.lookAlikes.includes(b.id) ||
  b.lookAlikes.includes(a.id) ||
  a.source.frontmatter.related.includes(b.source.slug) ||
  b.source.frontmatter.related.includes(a.source.slug);

function tooWide({ symptom, text, claimed }: { symptom: IndexedSymptom; text: string; claimed: ReadonlySet<string> }): Issue {
  const named = [...claimed].slice(0, mostNamed).join(', ');
  const rest = claimed.size > mostNamed ? ` and ${claimed.size - mostNamed} more` : '';
  const at = symptom.signatures.findIndex((signature) => signature.text === text);
  return issueAt(symptom, ['signatures', at, 'text'], {
    kind: 'signature-too-wide',
    found: `the signature "${text}", which also matches ${named}${rest}`,
    mend: 'add the words that tell the two apart; if both can be seen at once, add the other symptom to lookAlikes or its article to related',
  });
}
