import { describe, expect, test } from 'vitest';
import { places } from '../../../../src/check/rules/places.ts';
import { readArticle } from '../../../../src/content/read-article.ts';

const findingsOf = (...tabs: string[][]) => {
  const groups = tabs.map((on) => `<Places>\n\n${on.map((place) => `<Place on="${place}">\n\nx\n\n</Place>`).join('\n\n')}\n\n</Places>`);
  const text = `---\ntitle: x\n---\n${groups.join('\n\n')}\n`;
  const { source } = readArticle('queue', 'articles/queue/index.mdx', new TextEncoder().encode(text));
  return places(source).map(({ line, found, mend }) => `${line} ${found} | ${mend}`);
};

describe('tabs for places', () => {
  test('name each place once; other tabs may name it again', () => {
    expect(findingsOf(['host', 'docker'], ['docker', 'kubernetes', 'managed'])).toEqual([]);
  });

  test('with a place that does not exist are reported, with the nearest one', () => {
    expect(findingsOf(['host', 'dokcer'])).toEqual([expect.stringMatching(/^12 <Place on="dokcer"> \| did you mean "docker"/)]);
  });

  test('with the same place twice are reported', () => {
    expect(findingsOf(['host', 'docker', 'host'])).toEqual([
      expect.stringMatching(/a second <Place on="host"> in the same tabs \| join the two/),
    ]);
  });

  test('with one place are no tabs', () => {
    expect(findingsOf(['host'])).toEqual([expect.stringMatching(/^4 <Places> with fewer than two places/)]);
  });
});
