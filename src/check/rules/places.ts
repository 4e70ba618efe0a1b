import { places as known } from '../../model/vocabulary.ts';
import { suggest } from '../../model/suggest.ts';
import type { BodyTag } from '../../model/body.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Rule: tabs for places name two known places or more, each once. */
export function places({ body }: ArticleSource): Finding[] {
  return body.tags.filter(({ name }) => name === 'Places').flatMap((group) => placesOf(group, body.tags));
}

const finding = ({ line, column }: BodyTag, found: string, mend: string): Finding => ({ kind: 'places', line, column, found, mend });

/** The tags are in the order of the file, so those of a group stand between it and the next one. */
function placesOf(group: BodyTag, tags: readonly BodyTag[]): Finding[] {
  const after = tags.slice(tags.indexOf(group) + 1);
  const end = after.findIndex(({ name }) => name === 'Places');
  const inside = (end < 0 ? after : after.slice(0, end)).filter(({ name }) => name === 'Place');
  const names = Object.keys(known);
  return [
    ...(inside.length < 2
      ? [finding(group, '<Places> with fewer than two places', 'write a <Place on="…"> for each, or leave the tabs out')]
      : []),
    ...inside.flatMap((tag, index) => {
      const on = tag.on ?? '';
      if (!names.includes(on)) return [finding(tag, `<Place on="${on}">`, suggest(on, names))];
      const isSecond = inside.findIndex((other) => other.on === on) < index;
      return isSecond ? [finding(tag, `a second <Place on="${on}"> in the same tabs`, 'join the two')] : [];
    }),
  ];
}
