import { sectionKinds, type SectionKind } from '../../model/article.ts';
import { suggest } from '../../model/suggest.ts';
import { articleTags } from '../../model/tags.ts';
import type { BodySection, OutlineItem } from '../../model/body.ts';
import type { FixKind } from '../../model/vocabulary.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Rule: every id that the frontmatter declares has exactly one section, in the right part, and every section has a declared id. */
export function sections(article: ArticleSource): Finding[] {
  return [
    ...article.body.sections.flatMap((section) => toldFindings(article, section)),
    ...untold(article),
    ...misplaced(article),
    ...enclosed(article),
    ...incompleteFixes(article),
    ...readings(article),
    ...lookAlikes(article),
  ];
}

const declaredOf = ({ frontmatter }: ArticleSource, kind: SectionKind): { id: string; index: number }[] => frontmatter[sectionKinds[kind]];
const at = ({ line, column }: { line: number; column: number }) => ({ line, column });

function toldFindings(article: ArticleSource, section: BodySection): Finding[] {
  const declared = declaredOf(article, section.kind).map(({ id }) => id);
  const tag = `<${section.kind} id="${section.id ?? ''}">`;
  if (!section.id || !declared.includes(section.id))
    return [
      {
        kind: 'undeclared-id',
        ...at(section),
        found: `${tag}, which the frontmatter does not declare under "${sectionKinds[section.kind]}"`,
        mend: suggest(section.id ?? '', declared),
      },
    ];
  const first = article.body.sections.find((other) => other.id === section.id);
  return first === section
    ? []
    : [{ kind: 'duplicate-id', ...at(section), found: `a second ${tag}`, mend: 'write one section for each id' }];
}

function untold(article: ArticleSource): Finding[] {
  const told = new Set(article.body.sections.map((section) => `${section.kind} ${section.id ?? ''}`));
  return (Object.keys(sectionKinds) as SectionKind[]).flatMap((kind) =>
    declaredOf(article, kind).flatMap(({ id, index }): Finding[] =>
      told.has(`${kind} ${id}`)
        ? []
        : [
            {
              kind: 'untold-id',
              ...article.placeOf([sectionKinds[kind], index, 'id']),
              found: `"${id}", which has no section in the body`,
              mend: `write a <${kind} id="${id}"> section, or remove the declaration`,
            },
          ],
    ),
  );
}

const partOfFix: Record<FixKind, string> = { mitigate: 'stop', resolve: 'fix', prevent: 'prevent' };

function expectedPart(article: ArticleSource, section: BodySection): string | undefined {
  if (section.kind === 'Check') return section.id === article.frontmatter.checks[0]?.id ? 'first' : 'checks';
  if (section.kind !== 'Fix') return articleTags[section.kind].part;
  const fix = article.frontmatter.fixes.find(({ id }) => id === section.id);
  return fix?.kind && partOfFix[fix.kind];
}

const otherWay: Partial<Record<SectionKind, string>> = {
  Fix: ', or change the kind of the fix',
  Check: '; the first check of the frontmatter, and no other, stands in [#first]',
};

function misplaced(article: ArticleSource): Finding[] {
  let part: string | undefined;
  return article.body.outline.flatMap((item: OutlineItem): Finding[] => {
    if ('heading' in item) {
      if (item.heading.depth === 2) part = item.heading.id;
      return [];
    }
    const expected = expectedPart(article, item.section);
    if (!expected || expected === part) return [];
    const { kind, id } = item.section;
    return [
      {
        kind: 'misplaced-section',
        ...at(item.section),
        found: `<${kind} id="${id ?? ''}"> in the part [#${part ?? 'none'}]`,
        mend: `move it to the part [#${expected}]${otherWay[kind] ?? ''}`,
      },
    ];
  });
}

/** Reports sections inside another tag (the page of a symptom shows sections alone), and Verify and Undo outside a Fix. */
function enclosed({ body }: ArticleSource): Finding[] {
  const nested = body.sections
    .filter(({ inside }) => inside !== undefined)
    .map((section): Finding => ({
      kind: 'misplaced-section',
      ...at(section),
      found: `<${section.kind} id="${section.id ?? ''}"> inside <${section.inside ?? ''}>`,
      mend: 'move it out: a section is never inside another tag',
    }));
  const strays = body.tags.flatMap((tag): Finding[] => {
    const wanted = Object.hasOwn(articleTags, tag.name) ? articleTags[tag.name as keyof typeof articleTags].inside : undefined;
    if (!wanted || tag.inside === wanted) return [];
    return [
      {
        kind: 'misplaced-section',
        ...at(tag),
        found: `<${tag.name}> ${tag.inside ? `inside <${tag.inside}>` : 'at the top level'}`,
        mend: `put it directly into a <${wanted}>`,
      },
    ];
  });
  return [...nested, ...strays];
}

function incompleteFixes({ body }: ArticleSource): Finding[] {
  return body.sections
    .filter((section) => section.kind === 'Fix')
    .flatMap((section) =>
      (['Verify', 'Undo'] as const)
        .filter((part) => section.parts.filter((found) => found === part).length !== 1)
        .map((part): Finding => ({
          kind: 'fix-incomplete',
          ...at(section),
          found: `<Fix id="${section.id ?? ''}"> without one <${part}>`,
          mend:
            part === 'Verify'
              ? 'add <Verify> with a command and what it must print'
              : 'add <Undo> with the way back; if there is none, say so in it, and why',
        })),
    );
}

function readings({ body, frontmatter }: ArticleSource): Finding[] {
  const checks = body.sections.filter(({ kind, id }) => kind === 'Check' && frontmatter.checks.some((check) => check.id === id));
  return checks
    .filter(({ parts }) => parts.filter((part) => part === 'Readings').length !== 1)
    .map((section): Finding => ({
      kind: 'untold-id',
      ...at(section),
      found: `<Check id="${section.id ?? ''}"> without one <Readings />`,
      mend: 'put <Readings /> after the command whose output it reads',
    }));
}

function lookAlikes({ body, frontmatter }: ArticleSource): Finding[] {
  const tags = body.tags.filter(({ name }) => name === 'LookAlikes');
  const wanted = frontmatter.lookAlikes.length > 0 ? 1 : 0;
  if (tags.length === wanted) return [];
  const place = tags.at(-1) ?? body.headings.find(({ id }) => id === articleTags.LookAlikes.part) ?? { line: 1, column: 1 };
  return [
    {
      kind: wanted ? 'untold-id' : 'undeclared-id',
      ...at(place),
      found: `${tags.length} × <LookAlikes /> for ${frontmatter.lookAlikes.length} declared look-alikes`,
      mend: wanted ? 'put <LookAlikes /> once, at the end of the part [#checks]' : 'remove it, or declare "lookAlikes"',
    },
  ];
}
