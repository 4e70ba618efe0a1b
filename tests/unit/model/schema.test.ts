import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleSchema } from '../../../src/model/schema.ts';
import { frontmatterWith, minimalFrontmatter, type FieldPath } from './minimal-frontmatter.ts';

test('the least frontmatter is enough, and the rest has defaults', () => {
  const data = articleSchema.parse(minimalFrontmatter());
  expect(data).toMatchObject({ reviewEvery: 365, lookAlikes: [], related: [], aliases: [] });
  expect(data.symptoms[0]).toMatchObject({ signatures: [], lookAlikes: [], nearMisses: [], aliases: [] });
});

const signature = { text: 'ERR <code>', printedBy: 'broker' };
const risky = { ...minimalFrontmatter().fixes[0], risk: 'disruptive', effect: 'drops connections', riskNote: 'Connections drop.' };
const lookAlike = { id: 'other', title: 'Another fault', prints: 'ERR', tell: 'The message names it.' };

describe('what is accepted', () => {
  test.for<[situation: string, path: FieldPath, value: unknown]>([
    ['a signature that was seen', ['symptoms', 0, 'signatures'], [{ ...signature, seenOn: 'broker 2.4.1' }]],
    ['a signature that is quoted', ['symptoms', 0, 'signatures'], [{ ...signature, source: 'manual', since: '2.0', until: '2.9' }]],
    [
      'a risk with a note',
      ['fixes', 0],
      { ...minimalFrontmatter().fixes[0], risk: 'data-loss', effect: 'deletes jobs', riskNote: 'Waiting jobs are lost.' },
    ],
    ['a look-alike', ['lookAlikes'], [lookAlike]],
    ['a former slug', ['aliases'], ['queue-full-2']],
  ])('%s', ([, path, value]) => {
    expect(articleSchema.safeParse(frontmatterWith(path, value)).error?.issues).toBeUndefined();
  });
});

describe('what is not accepted', () => {
  /** `at` is the path of the error where it is not that of the field. */
  test.for<[situation: string, path: FieldPath, value: unknown, at?: string]>([
    ['a missing title', ['title'], undefined],
    ['a short title', ['title'], 'Too short'],
    ['a title that is a number', ['title'], 137],
    ['a summary that is too short', ['summary'], 'The broker refuses.'],
    ['a summary of blanks', ['summary'], ' '.repeat(200)],
    ['a summary that is too long', ['summary'], 'x'.repeat(421)],
    ['no technology', ['technologies'], []],
    ['technologies as one text', ['technologies'], 'broker'],
    ['an unknown severity', ['symptoms', 0, 'severity'], 'huge'],
    ['a day that does not exist', ['published'], '2026-02-30'],
    ['a day with a time', ['reviewed'], '2026-01-20 10:00'],
    ['half a day of review', ['reviewEvery'], 30.5],
    ['a review every day', ['reviewEvery'], 1],
    ['a version that is none', ['testedWith', 0, 'version'], 'latest'],
    ['a version that YAML made a number', ['testedWith', 0, 'version'], 7.2],
    ['no symptom', ['symptoms'], []],
    ['an id with blanks', ['symptoms', 0, 'id'], 'queue full'],
    ['an id with capitals', ['symptoms', 0, 'id'], 'Queue-full'],
    ['an id with two hyphens', ['symptoms', 0, 'id'], 'queue--full'],
    ['an id that ends with a hyphen', ['causes', 0, 'id'], 'too-slow-'],
    ['an id that is too long', ['checks', 0, 'id'], 'a'.repeat(81)],
    ['an unknown kind of symptom', ['symptoms', 0, 'kind'], 'warning'],
    ['a symptom without cause', ['symptoms', 0, 'causes'], []],
    ['a symptom without fix', ['symptoms', 0, 'fixes'], []],
    ['a symptom without check', ['symptoms', 0, 'check'], undefined],
    ['a symptom without sample', ['symptoms', 0, 'samples'], []],
    ['a symptom that nothing can find', ['symptoms', 0, 'phrases'], [], 'symptoms.0'],
    ['a signature without evidence', ['symptoms', 0, 'signatures'], [signature], 'symptoms.0.signatures.0'],
    [
      'a signature of one sign',
      ['symptoms', 0, 'signatures'],
      [{ ...signature, text: '!', seenOn: 'x 1' }],
      'symptoms.0.signatures.0.text',
    ],
    ['a near miss without reason', ['symptoms', 0, 'nearMisses'], [{ text: 'ERR' }], 'symptoms.0.nearMisses.0.because'],
    ['an unknown kind of fix', ['fixes', 0, 'kind'], 'workaround'],
    ['a fix without risk', ['fixes', 0, 'risk'], undefined],
    ['a risk without a note', ['fixes', 0], { ...risky, riskNote: undefined }, 'fixes.0.riskNote'],
    ['a risk without an effect', ['fixes', 0], { ...risky, effect: undefined }, 'fixes.0.effect'],
    ['a check that nobody says how to read', ['checks', 0, 'readings'], []],
    ['a reading without a meaning', ['checks', 0, 'readings'], [{ shows: 'the number grows' }], 'checks.0.readings.0'],
    ['a fix of nothing', ['fixes', 0, 'resolves'], []],
    ['a look-alike without a way to tell', ['lookAlikes'], [{ ...lookAlike, tell: undefined }], 'lookAlikes.0.tell'],
    ['a reference without https', ['references', 0, 'url'], 'http://example.org'],
    ['a reference that is no address', ['references', 0, 'url'], 'the manual'],
    ['an unknown field', ['tags'], ['queue'], ''],
    ['an unknown field of a symptom', ['symptoms', 0, 'risk'], 'safe', 'symptoms.0'],
    ['an unknown field of a fix', ['fixes', 0, 'commands'], ['ls'], 'fixes.0'],
  ])('%s', ([, path, value, at = path.join('.')]) => {
    const issues = articleSchema.safeParse(frontmatterWith(path, value)).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([at]);
  });
});

test('every field has a description for authors', () => {
  const unwrapped = (type: z.ZodType): z.ZodType =>
    type instanceof z.ZodOptional || type instanceof z.ZodDefault ? unwrapped(type.unwrap() as z.ZodType) : type;
  const undescribed = (wrapped: z.ZodType, path: string): string[] => {
    const type = unwrapped(wrapped);
    if (type instanceof z.ZodArray) return undescribed(type.element as z.ZodType, `${path}[]`);
    if (!(type instanceof z.ZodObject)) return [];
    return Object.entries(type.shape as Record<string, z.ZodType>).flatMap(([name, field]) => [
      ...((field.description ?? unwrapped(field).description) ? [] : [`${path}.${name}`]),
      ...undescribed(field, `${path}.${name}`),
    ]);
  };
  expect(undescribed(articleSchema, 'article')).toEqual([]);
});
