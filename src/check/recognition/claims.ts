/** Which signatures claim pastes that are not theirs. */
import type { Issue } from '../../model/issue.ts';
import type { Hit } from '../../search/matcher/find.ts';
import { isSame, issueAt, type IndexedSymptom } from './checked-symptom.ts';

/** At most so many claims of a signature are told. */
const mostTold = 3;

/** A collection of such claims. */
export interface Claims {
  /** Takes note of a finding in a paste of another symptom; what the authors know of is none. */
  add: (hit: Hit<IndexedSymptom>, owner: IndexedSymptom, what: string) => void;
  /** Takes note of a finding in a line that shows no fault at all. */
  addEveryday: (hit: Hit<IndexedSymptom>, line: string) => void;
  /** One issue a signature. */
  issues: () => Issue[];
}

/** Makes an empty collection. */
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

/** Whether an author says that the two may be seen together, or taken for each other. */
const isKnown = (a: IndexedSymptom, b: IndexedSymptom) =>
  a.lookAlikes.includes(b.id) ||
  b.lookAlikes.includes(a.id) ||
  a.source.frontmatter.related.includes(b.source.slug) ||
  b.source.frontmatter.related.includes(a.source.slug);

function tooWide({ symptom, text, claimed }: { symptom: IndexedSymptom; text: string; claimed: ReadonlySet<string> }): Issue {
  const told = [...claimed].slice(0, mostTold).join(', ');
  const rest = claimed.size > mostTold ? ` and ${claimed.size - mostTold} more` : '';
  const at = symptom.signatures.findIndex((signature) => signature.text === text);
  return issueAt(symptom, ['signatures', at, 'text'], {
    kind: 'signature-too-wide',
    found: `the signature "${text}", which also matches ${told}${rest}`,
    mend: 'add the words that tell the two apart; if both are true at once, name the other among lookAlikes, or its article under related',
  });
}
