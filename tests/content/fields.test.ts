import { describe } from 'vitest';
import { testSituations } from './situations.ts';

describe('a field of the frontmatter', () => {
  testSituations([
    {
      situation: 'missing field',
      edits: [['published: 2026-01-15\n', '']],
      expected: [{ kind: 'field', at: 'title: "Queue full', found: 'published missing', mend: 'First day on the site' }],
    },
    {
      situation: 'missing field of a symptom',
      edits: [['    kind: error\n', '']],
      expected: [{ kind: 'field', at: 'id: broker-job-refused', found: 'symptoms[0].kind missing', mend: '"error"' }],
    },
    {
      situation: 'symptom with neither a title nor a signature',
      edits: [
        ['    title: "Jobs run long after they were sent"\n', ''],
        ['phrases: ["mail arrives an hour late"]', 'phrases: ["mail arrives an hour late", "our jobs are late since this morning"]'],
      ],
      expected: [
        { kind: 'field', at: 'id: broker-jobs-late', found: 'symptoms[1].title missing', mend: 'Left out, it is the first signature' },
      ],
    },
    {
      situation: 'symptom without a title, whose first signature is too long for one',
      edits: [
        ['    title: "queue is full: job refused"\n', ''],
        [
          'is full (<count> of <limit>)"',
          'is full (<count> of <limit>) until somebody, somewhere, somehow and sometime has taken something out of it again"',
        ],
        [
          'is full (500 of 500)"',
          'is full (500 of 500) until somebody, somewhere, somehow and sometime has taken something out of it again"',
        ],
      ],
      expected: [
        { kind: 'field', at: 'id: broker-job-refused', found: 'symptoms[0].title: "ERR queue', mend: 'takes at most 110 characters' },
      ],
    },
    {
      situation: 'sample that is neither a text nor a capture',
      edits: [
        ['"mail.py: QueueFull: the broker refused the job"]', '"mail.py: QueueFull: the broker refused the job", { captur: refused }]'],
      ],
      expected: [
        {
          kind: 'field',
          at: '{ captur: refused }',
          found: 'symptoms[0].samples[2]: {"captur":"refused"}',
          mend: 'must be a text, or { capture: name } for output that the lab of the article captured. Texts that a person would paste',
        },
      ],
    },
    {
      situation: 'unknown field',
      edits: [['published: 2026-01-15', 'published: 2026-01-15\npublishd: 2026-01-16']],
      expected: [{ kind: 'field', at: 'publishd', found: 'publishd, a field that does not exist', mend: 'remove it, or correct its name' }],
    },
    {
      situation: 'value that is not on a closed list',
      edits: [['kind: error\n    severity: major', 'kind: error\n    severity: big']],
      expected: [{ kind: 'field', at: 'severity: big', found: 'symptoms[0].severity: "big"', mend: '"critical"|"major"|"minor"' }],
    },
    {
      situation: 'date of another form',
      edits: [['reviewed: 2026-01-20', 'reviewed: 20.01.2026']],
      expected: [{ kind: 'field', at: 'reviewed:', found: '"20.01.2026"', mend: 'must be a date written YYYY-MM-DD' }],
    },
    {
      situation: 'symptom without fix',
      edits: [['    fixes: [raise-the-limit, add-consumers]', '    fixes: []']],
      expected: [{ kind: 'field', at: 'fixes: []', found: 'symptoms[0].fixes', mend: 'a symptom needs at least one fix' }],
    },
    {
      situation: 'symptom that nothing can find',
      edits: [['    phrases: ["mail arrives an hour late"]\n', '']],
      expected: [
        { kind: 'field', at: 'id: broker-jobs-late', found: 'symptoms[1]', mend: '"signatures" (what software prints) or "phrases"' },
      ],
    },
    {
      situation: 'fix without risk',
      edits: [['    risk: disruptive\n', '']],
      expected: [{ kind: 'field', at: 'id: raise-the-limit', found: 'fixes[0].risk missing', mend: '"safe"|"disruptive"|"data-loss"' }],
    },
    {
      situation: 'disruptive fix without a note of what is at risk',
      edits: [['    riskNote: "The broker drops its connections for a moment."\n', '']],
      expected: [{ kind: 'field', at: 'id: raise-the-limit', found: 'fixes[0].riskNote missing', mend: 'says what is at risk' }],
    },
    {
      situation: 'signature without evidence',
      edits: [['        seenOn: "broker 2.4.1"\n', '']],
      expected: [{ kind: 'field', at: 'text: "ERR queue', found: 'symptoms[0].signatures[0]', mend: '"seenOn"' }],
    },
    {
      situation: 'id with capitals',
      edits: [
        ['  - id: alert-on-depth', '  - id: Alert-On-Depth'],
        ['<Fix id="alert-on-depth">', '<Fix id="Alert-On-Depth">'],
      ],
      expected: [{ kind: 'field', at: 'id: Alert-On-Depth', found: '"Alert-On-Depth"', mend: 'lower-case words joined by single hyphens' }],
    },
    {
      situation: 'reference without https',
      edits: [['https://example.org/client/errors.py', 'http://example.org/client/errors.py']],
      expected: [{ kind: 'field', at: 'url: http:', found: 'references[0].url', mend: 'must be an https URL' }],
    },
  ]);
});

describe('a signature', () => {
  testSituations([
    {
      situation: 'signature without a literal word',
      edits: [['"ERR queue <name> is full (<count> of <limit>)"', '"<code>: <any>"']],
      expected: [
        { kind: 'signature-not-literal', at: 'text: "<code>', found: '"<code>: <any>"', mend: 'keep the words or the code by which' },
      ],
    },
    {
      situation: 'unknown placeholder',
      edits: [['(<count> of <limit>)', '(<cuont> of <limit>)']],
      expected: [{ kind: 'unknown-placeholder', at: 'text: "ERR queue', found: '<cuont>', mend: 'did you mean "count"?' }],
    },
    {
      situation: 'same signature in two symptoms',
      edits: [
        [
          '    phrases: ["mail arrives an hour late"]',
          '    signatures: [{ text: "queuefull:  the broker refused the job", printedBy: "broker", seenOn: "broker 2.4.1" }]',
        ],
      ],
      expected: [{ kind: 'signature-shared', at: 'text: "queuefull:', found: '"broker-job-refused"', mend: 'tell the two apart' }],
    },
    {
      situation: 'same signature in two articles',
      edits: [['"QueueFull: the broker refused the job"', '"worker <pid> still waits for lock <key>"']],
      expected: [
        {
          kind: 'signature-shared',
          file: 'articles/worker-stalled/index.mdx',
          at: 'text: "worker <pid>',
          found: '"broker-job-refused"',
          mend: 'keep it in the symptom where it belongs',
        },
      ],
    },
  ]);
});
