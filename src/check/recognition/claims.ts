/** Collects signatures that are too wide: they match pastes of other symptoms, or everyday lines. */
import type { Issue } from '../../model/issue.ts';
import type { Hit } from '../../search/matcher/find.ts';
import { placed, placeKey, type IndexedSymptom } from './checked-symptom.ts';

/** The largest number of wrong matches that one issue names. */
const mostNamed = 3;

/** A signature that matched a text which does not belong to its symptom. */
export interface Claim {
  /** The `placeKey` of its symptom. */
  symptom: string;
  signature: string;
  /** What it matched, e.g. `a sample`. */
  what: string;
}

/** Returns the claim of a hit; none when the hit is only related. */
export const claimOf = ({ symptom, signature }: Hit<IndexedSymptom>, what: string): Claim[] =>
  signature ? [{ symptom: placeKey(symptom), signature: signature.text, what }] : [];

/** Wrong matches, collected by signature. */
export interface Claims {
  /** Records a claim on a text of `owner`, unless the authors say that the two symptoms are related. */
  add: (claim: Claim, owner: IndexedSymptom) => void;
  /** Records a claim on a line that healthy software prints. */
  addEveryday: (claim: Claim) => void;
  /** Returns one issue for each signature that was recorded. */
  issues: () => Issue[];
}

/**
 * Returns an empty collection.
 *
 * @param symptoms all symptoms
 */
export function collectClaims(symptoms: readonly IndexedSymptom[]): Claims {
  const known = new Map(symptoms.map((symptom) => [placeKey(symptom), symptom]));
  const bySignature = new Map<string, { symptom: IndexedSymptom; text: string; claimed: Set<string> }>();
  const note = (symptom: IndexedSymptom, text: string, what: string) => {
    const key = JSON.stringify([placeKey(symptom), text]);
    const claims = bySignature.get(key) ?? { symptom, text, claimed: new Set<string>() };
    claims.claimed.add(what);
    bySignature.set(key, claims);
  };
  const claimant = ({ symptom: key }: Claim): IndexedSymptom => {
    const symptom = known.get(key);
    if (!symptom) throw new Error(`No symptom stands at "${key}".`);
    return symptom;
  };
  return {
    add: (claim, owner) => {
      const symptom = claimant(claim);
      if (!isKnown(symptom, owner)) note(symptom, claim.signature, `${claim.what} of "${owner.id}"`);
    },
    addEveryday: (claim) => note(claimant(claim), claim.signature, claim.what),
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
  return placed(symptom, {
    path: ['signatures', at, 'text'],
    kind: 'signature-too-wide',
    found: `the signature "${text}", which also matches ${named}${rest}`,
    mend: 'add the words that tell the two apart; if both can be seen at once, add the other symptom to lookAlikes or its article to related',
  });
}
