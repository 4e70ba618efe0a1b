import { describe } from 'vitest';
import { testSituations, type Situation } from './situations.ts';

/** A situation: a valid link replaced by this one. */
const linkTo = (situation: string, url: string, mend: string): Situation => ({
  situation,
  edits: [['[the check](#is-the-consumer-slow)', `[the check](${url})`]],
  expected: [{ kind: 'broken-link', at: `[the check](${url})`, found: `a link to "${url}"`, mend }],
});

describe('a link', () => {
  testSituations([
    linkTo('to a section that is not there', '#is-the-consumer-slo', 'did you mean "is-the-consumer-slow"?'),
    linkTo('to an article that is not there', 'article:worker-stall', 'did you mean "worker-stalled"?'),
    linkTo('to a section that another article lacks', 'article:worker-stalled#let-go', 'accepted: let-it-go'),
    linkTo('to a symptom that is not there', 'symptom:worker-holds-job', 'did you mean "worker-holds-its-job"?'),
    linkTo('to a reference that is not there', 'ref:client', 'accepted: client-source'),
    linkTo('to a page of the site by its path', '/articles/worker-stalled/', 'accepted: #id, article:slug'),
    linkTo('to a file beside the article', 'other.mdx', 'accepted: #id, article:slug'),
    linkTo('without https', 'http://example.org/limits', 'a full https address'),
    {
      situation: 'from a node of a diagram',
      edits: [['  click queue href "#broker-job-refused"', 'click queue href "#broker-job-refusd"']],
      expected: [{ kind: 'broken-link', at: 'click queue', found: '"#broker-job-refusd"', mend: 'did you mean "broker-job-refused"?' }],
    },
    {
      situation: 'through a definition',
      edits: [
        ['[the check](#is-the-consumer-slow)', '[the check][check]'],
        ['<Verify>\n\nThe error no longer', '[check]: #is-it-slow\n\n<Verify>\n\nThe error no longer'],
      ],
      expected: [{ kind: 'broken-link', at: '[check]: #is-it-slow', found: '#is-it-slow', mend: 'accepted' }],
    },
  ]);
});

/** A situation: a valid picture replaced by this one. */
const pictureAt = (situation: string, picture: string, mend: string): Situation => ({
  situation,
  edits: [["![The queue's depth over a day](./depth.png)", `![The depth]${picture}`]],
  expected: [{ kind: 'picture-elsewhere', at: `![The depth]${picture}`, found: 'the image "', mend }],
});

describe('a picture', () => {
  testSituations([
    pictureAt('on another server', '(https://example.org/depth.png)', 'put the file beside index.mdx'),
    pictureAt('on a server that the page names', '(//example.org/depth.png)', 'put the file beside index.mdx'),
    pictureAt('in the address itself', '(data:image/png;base64,iVBORw0KGgo=)', 'put the file beside index.mdx'),
    pictureAt('in the folder of another article', '(../worker-stalled/depth.png)', 'put the file beside index.mdx'),
    pictureAt('that is not there', '(./dept.png)', 'did you mean "depth.png"?'),
    pictureAt('that is no picture', '(./index.mdx)', 'accepted: depth.png'),
    {
      situation: 'through a definition',
      edits: [["![The queue's depth over a day](./depth.png)", '![The depth][depth]\n\n[depth]: https://example.org/depth.png']],
      expected: [{ kind: 'picture-elsewhere', at: '![The depth]', found: 'the image "depth"', mend: 'put the file beside index.mdx' }],
    },
    {
      situation: 'image without text alternative',
      edits: [["![The queue's depth over a day]", '![ ]']],
      expected: [
        { kind: 'no-text-alternative', at: '![ ]', found: './depth.png', mend: 'write what the image shows between the square brackets' },
      ],
    },
    {
      situation: 'diagram without accTitle',
      edits: [['  accTitle: Where the broker refuses a job\n', '']],
      expected: [{ kind: 'no-text-alternative', at: '```mermaid', found: 'a diagram without accTitle', mend: 'accTitle: …' }],
    },
    {
      situation: 'diagram without accDescr',
      edits: [['  accDescr: Producers send jobs to the queue; at its limit the broker refuses them.\n', '']],
      expected: [{ kind: 'no-text-alternative', at: '```mermaid', found: 'a diagram without accDescr', mend: 'accDescr: …' }],
    },
    {
      situation: 'diagram with a style of its own',
      edits: [['  click queue', 'style queue fill:#f00\n  click queue']],
      expected: [{ kind: 'diagram-style', at: 'style queue', found: 'fill:#f00', mend: 'fault, limit, ok, ask, act, quiet' }],
    },
  ]);
});

describe('code', () => {
  testSituations([
    {
      situation: 'unknown code language',
      edits: [['```bash', '```bsh']],
      expected: [{ kind: 'unknown-language', at: '```bsh', found: 'the code language "bsh"', mend: 'did you mean' }],
    },
    {
      situation: 'code block without a language',
      edits: [['```output\nmail 500', '```\nmail 500']],
      expected: [
        { kind: 'unknown-language', at: '```\nmail 500', found: 'without a language', mend: 'for what software prints use "output"' },
      ],
    },
    {
      situation: 'unknown tag',
      edits: [['Watch the depth for a day.', '<Tip>\n\nWatch the depth for a day.\n\n</Tip>']],
      expected: [{ kind: 'unknown-tag', at: '<Tip>', found: 'the tag <Tip>', mend: 'accepted: Fix, Note' }],
    },
    {
      situation: 'tag of HTML',
      edits: [['Watch the depth for a day.', 'Watch the <b>depth</b> for a day.']],
      expected: [{ kind: 'unknown-tag', at: '<b>', found: 'the tag <b>', mend: 'if it is text, put it in backticks' }],
    },
    {
      situation: 'expression',
      edits: [['Watch the depth for a day.', 'Watch it for {1 + 1} days.']],
      expected: [{ kind: 'script', at: '{1 + 1}', found: 'JavaScript, "1 + 1"', mend: 'put it in backticks' }],
    },
    {
      situation: 'import',
      edits: [['Watch the depth for a day.', "import { readFile } from 'node:fs';"]],
      expected: [{ kind: 'script', at: 'import {', found: 'import { readFile }', mend: 'no import, export or {expression}' }],
    },
    {
      situation: 'expression in the attribute of a tag',
      edits: [['Watch the depth for a day.', '<Objection says={process.env.HOME}>\n\nNo.\n\n</Objection>']],
      expected: [{ kind: 'script', at: '<Objection', found: 'process.env.HOME', mend: 'no import, export or {expression}' }],
    },
  ]);
});
