import { describe } from 'vitest';
import { testSituations } from './situations.ts';

const worker = 'articles/worker-stalled/index.mdx';
const ownSample = 'samples: ["app-1  | ERR queue mail is full (500 of 500)", "mail.py: QueueFull: the broker refused the job"]';
const withSample = (sample: string) => [ownSample, ownSample.replace(']', `, "${sample}"]`)] as const;
const withSignature = (text: string) =>
  [
    '        source: client-source\n    phrases',
    `        source: client-source\n      - text: "${text}"\n        printedBy: "broker"\n        seenOn: "broker 2.4.1"\n    phrases`,
  ] as const;

describe('a sample', () => {
  testSituations([
    {
      situation: 'sample that no signature matches, with the nearest signature and the words that the sample lacks',
      edits: [withSample('ERR queue mail holds no more')],
      expected: [
        {
          kind: 'sample-not-found',
          at: '"ERR queue mail holds',
          found:
            'only as related; its nearest signature is "ERR queue <name> is full (<count> of <limit>)", but the sample lacks "is", "full", "of"',
          mend: 'add the wording of the sample as a signature',
        },
      ],
    },
    {
      situation: 'sample that shows another symptom, with the signature that matches',
      edits: [withSample('worker 17 still waits for lock mail')],
      expected: [
        {
          kind: 'sample-not-found',
          at: '"worker 17 still',
          found: 'finds "worker-holds-its-job" first, by its signature "worker <pid> still waits for lock <key>"; its nearest signature is',
          mend: 'narrow that signature, or move the sample to the symptom that it shows; lookAlikes and related change nothing here',
        },
      ],
    },
    {
      situation: 'sample that finds nothing',
      edits: [['samples: ["why are all our jobs late since this morning"]', 'samples: ["zzqx wvvk"]']],
      expected: [
        {
          kind: 'sample-not-found',
          at: '"zzqx wvvk"',
          found: 'a sample that finds nothing',
          mend: 'give the symptom a phrase in these words',
        },
      ],
    },
    {
      situation: 'description that is nearer to another symptom',
      edits: [['samples: ["why are all our jobs late since this morning"]', 'samples: ["jobs are refused although workers run"]']],
      expected: [
        {
          kind: 'sample-not-found',
          at: '"jobs are refused although workers run"]\nchecks',
          found: 'finds "broker-job-refused" first, as related',
          mend: 'give the symptom a phrase in the words of the sample',
        },
      ],
    },
  ]);
});

describe('a near miss', () => {
  testSituations([
    {
      situation: 'near miss that is matched, with the signature',
      edits: [['text: "ERR disk is full"', 'text: "ERR queue disk is full (1 of 1)"']],
      expected: [
        {
          kind: 'near-miss-matched',
          at: 'text: "ERR queue disk',
          found: 'a near miss that the signature "ERR queue <name> is full (<count> of <limit>)" matches',
          mend: 'add words to the signature that this paste does not have',
        },
      ],
    },
  ]);
});

describe('a signature', () => {
  testSituations([
    {
      situation: 'signature with too few words to match anything',
      edits: [withSignature('queue')],
      expected: [
        {
          kind: 'signature-unproven',
          at: 'text: "queue"',
          found: 'does not match its own wording, "queue"',
          mend: 'keep at least two words or one code',
        },
        { kind: 'signature-without-sample', at: 'text: "queue"', found: '"queue"', mend: 'add a sample with this wording' },
      ],
    },
    {
      situation: 'signature whose placeholder replaces a part of a word',
      edits: [withSignature('queue_<count>_full')],
      expected: [
        {
          kind: 'signature-unproven',
          at: 'text: "queue_<',
          found: 'does not match its own wording, "queue_7_full"',
          mend: 'replace whole words',
        },
        { kind: 'signature-without-sample', at: 'text: "queue_<', found: 'queue_<count>_full', mend: 'add a sample' },
      ],
    },
    {
      situation: 'signature that says the same as that of another symptom, with other placeholders',
      edits: [withSignature('worker <id> still waits for lock <name>')],
      expected: [
        {
          kind: 'signature-tied',
          at: 'text: "worker <id>',
          found: 'also matches "worker <pid> still waits for lock <key>" of the symptom "worker-holds-its-job" equally well',
          mend: 'keep the signature only in the symptom where it belongs',
        },
        {
          kind: 'signature-tied',
          file: worker,
          at: 'text: "worker <pid>',
          found: 'of the symptom "broker-job-refused" equally well or better',
          mend: 'add words to each that tell the two apart',
        },
        { kind: 'signature-without-sample', at: 'text: "worker <id>', found: 'no sample of its symptom contains', mend: 'add a sample' },
      ],
    },
    {
      situation: 'signature that no sample contains',
      edits: [['"mail.py: QueueFull: the broker refused the job"', '"ERR queue sms is full (500 of 500)"']],
      expected: [
        {
          kind: 'signature-without-sample',
          at: 'text: "QueueFull',
          found: 'the signature "QueueFull: the broker refused the job", which no sample of its symptom contains',
          mend: 'the text that a person would paste',
        },
      ],
    },
    {
      situation: 'signature that matches an everyday line',
      edits: [withSignature('INFO: Application startup'), withSample('INFO: Application startup, queue gone')],
      expected: [
        {
          kind: 'signature-too-wide',
          at: 'text: "INFO: Application',
          found: 'also matches the everyday line "INFO:     Application startup complete."',
          mend: 'add the words that tell the two apart',
        },
      ],
    },
    {
      situation: 'signature that fits a sample of another symptom',
      edits: [
        ['related: [worker-stalled]', 'related: []'],
        withSignature('waits for lock mail'),
        withSample('broker waits for lock mail'),
        ['    symptom: worker-holds-its-job\n', ''],
      ],
      // prettier-ignore
      expected: [{ kind: 'signature-too-wide', at: 'text: "waits for lock mail"', found: 'also matches a sample of "worker-holds-its-job"', mend: 'add the other symptom to lookAlikes' }],
    },
    {
      situation: 'the same, between articles that are related',
      edits: [withSignature('waits for lock mail'), withSample('broker waits for lock mail')],
      expected: [],
    },
    {
      situation: 'signature that is part of another one, which the search prefers',
      edits: [
        ['related: [worker-stalled]', 'related: []'],
        withSignature('waits for lock'),
        withSample('broker waits for lock'),
        ['    symptom: worker-holds-its-job\n', ''],
      ],
      expected: [],
    },
  ]);
});
