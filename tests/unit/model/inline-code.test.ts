import { expect, test } from 'vitest';
import { inlineParts } from '../../../src/model/inline-code.ts';

test.for([
  ['words between backticks are code', '`maxmemory:0` or none', [{ code: 'maxmemory:0' }, { text: ' or none' }]],
  ['several, at both ends', '`a` and `b`', [{ code: 'a' }, { text: ' and ' }, { code: 'b' }]],
  ['none', 'the number grows', [{ text: 'the number grows' }]],
  ['a backtick without a partner stays', 'a ` b', [{ text: 'a ` b' }]],
  ['tags are text', '`<pod>` <b>', [{ code: '<pod>' }, { text: ' <b>' }]],
] as const)('%s', ([, text, parts]) => {
  expect(inlineParts(text)).toEqual(parts);
});
