import { expect, test } from 'vitest';
import { schemaOrgProblems } from '../../site/schema-org.ts';

test('what is not in the vocabulary of schema.org is found', () => {
  const graph = (node: object) => JSON.stringify({ '@context': 'https://schema.org', '@graph': [node] });
  const blocks = new Map([
    ['right', graph({ '@type': 'HowTo', name: 'Raise it', step: [{ '@type': 'HowToStep', text: 'redis-cli' }] })],
    ['misspelt property', graph({ '@type': 'HowTo', nmae: 'Raise it' })],
    ['property of another type', graph({ '@type': 'HowTo', isbn: '1' })],
    ['unknown type', graph({ '@type': 'Remedy', name: 'Raise it' })],
    ['wrong kind of value', graph({ '@type': 'TechArticle', author: { '@type': 'HowToStep', text: 'me' } })],
    ['deep inside', graph({ '@type': 'TechArticle', hasPart: [{ '@type': 'HowTo', step: [{ '@type': 'HowToStep', command: 'ls' }] }] })],
  ]);
  const found = new Set(schemaOrgProblems(blocks).map((problem) => problem.split(':')[0]));
  expect([...found]).toEqual([...blocks.keys()].slice(1));
});
