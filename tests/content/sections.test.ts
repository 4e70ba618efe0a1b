import { describe } from 'vitest';
import { testSituations } from './situations.ts';

describe('a section', () => {
  testSituations([
    {
      situation: 'undeclared id',
      edits: [['<LookAlikes />', '<Check id="is-the-consumer-slo">\n\nLook.\n\n</Check>\n\n<LookAlikes />']],
      expected: [
        {
          kind: 'undeclared-id',
          at: '<Check id="is-the-consumer-slo">',
          found: 'under "checks"',
          mend: 'did you mean "is-the-consumer-slow"?',
        },
      ],
    },
    {
      situation: 'section without an id',
      edits: [['<LookAlikes />', '<Check>\n\nLook.\n\n</Check>\n\n<LookAlikes />']],
      expected: [{ kind: 'undeclared-id', at: '<Check>', found: '<Check id="">', mend: 'accepted: is-the-consumer-slow' }],
    },
    {
      situation: 'declared id without a section',
      edits: [['<Symptom id="broker-jobs-late">\n\nNothing is printed.\n\n</Symptom>\n\n', '']],
      expected: [
        {
          kind: 'untold-id',
          at: 'id: broker-jobs-late',
          found: '"broker-jobs-late", which has no section in the body',
          mend: 'write a <Symptom id="broker-jobs-late"> section',
        },
      ],
    },
    {
      situation: 'id with two sections',
      edits: [['</Check>', '</Check>\n\n<Check  id="is-the-consumer-slow">\n\nLook.\n\n<Readings />\n\n</Check>']],
      expected: [
        {
          kind: 'duplicate-id',
          at: '<Check  id',
          found: 'a second <Check id="is-the-consumer-slow">',
          mend: 'write one section for each id',
        },
      ],
    },
    {
      situation: 'fix in the part of another kind',
      edits: [['    kind: prevent', '    kind: resolve']],
      expected: [
        {
          kind: 'misplaced-section',
          at: '<Fix id="alert-on-depth">',
          found: 'in the part [#prevent]',
          mend: 'move it to the part [#fix], or change the kind of the fix',
        },
      ],
    },
    {
      situation: 'cause among the symptoms',
      edits: [
        [
          '<Cause id="consumer-too-slow">\n\nEach job takes too long, as in [this symptom](symptom:worker-holds-its-job).\n\n</Cause>\n\n',
          '',
        ],
        ['## Stop it now [#stop]', '<Cause id="consumer-too-slow">\n\nIt is slow.\n\n</Cause>\n\n## Stop it now [#stop]'],
      ],
      expected: [{ kind: 'misplaced-section', at: '<Cause id', found: 'in the part [#symptoms]', mend: 'move it to the part [#breaks]' }],
    },
    {
      situation: 'section inside another',
      edits: [
        ['Nothing is printed.\n\n</Symptom>\n\n## Stop it now [#stop]', 'Nothing is printed.\n\n## Stop it now [#stop]'],
        ['## How it breaks [#breaks]', '</Symptom>\n\n## How it breaks [#breaks]'],
      ],
      expected: [{ kind: 'misplaced-section', at: '<Fix id="raise', found: '<Fix id="raise-the-limit">', mend: 'move it' }],
    },
    {
      situation: 'section inside an aside',
      edits: [
        ['<Check id="is-the-consumer-slow">', '<Note>\n\n<Check id="is-the-consumer-slow">'],
        ['</Check>', '</Check>\n\n</Note>'],
      ],
      expected: [{ kind: 'misplaced-section', at: '<Check id', found: '<Check id="is-the-consumer-slow">', mend: 'move it' }],
    },
    {
      situation: 'Verify outside of a fix',
      edits: [['Nothing is printed.', '<Verify>\n\nNothing is printed.\n\n</Verify>']],
      expected: [{ kind: 'misplaced-section', at: '<Verify>\n\nNothing', found: '<Verify>', mend: 'Fix' }],
    },
    {
      situation: 'look-alikes that are not shown',
      edits: [['<LookAlikes />\n\n', '']],
      expected: [{ kind: 'untold-id', at: '## Other checks', found: '0 × <LookAlikes /> for 1 declared', mend: 'put <LookAlikes /> once' }],
    },
    {
      situation: 'look-alikes that are not declared',
      file: 'articles/worker-stalled/index.mdx',
      edits: [['## Other checks [#checks]', '## Other checks [#checks]\n\n<LookAlikes />']],
      expected: [
        {
          kind: 'undeclared-id',
          at: '<LookAlikes />',
          found: '1 × <LookAlikes /> for 0 declared',
          mend: 'remove it, or declare "lookAlikes"',
        },
      ],
    },
  ]);
});

describe('a fix', () => {
  testSituations([
    {
      situation: 'fix without Verify',
      edits: [['<Verify>\n\nThe depth falls.\n\n</Verify>\n\n', '']],
      expected: [
        { kind: 'fix-incomplete', at: '<Fix id="add-consumers">', found: 'without one <Verify>', mend: 'a command and what it must print' },
      ],
    },
    {
      situation: 'fix without Undo',
      edits: [['<Undo>\n\nStop them again.\n\n</Undo>\n\n', '']],
      expected: [
        {
          kind: 'fix-incomplete',
          at: '<Fix id="add-consumers">',
          found: 'without one <Undo>',
          mend: 'if there is none, say so in it, and why',
        },
      ],
    },
    {
      situation: 'fix with two of them',
      edits: [['Stop them again.\n\n</Undo>', 'Stop them again.\n\n</Undo>\n\n<Undo>\n\nOr so.\n\n</Undo>']],
      expected: [{ kind: 'fix-incomplete', at: '<Fix id="add-consumers">', found: 'without one <Undo>', mend: 'add <Undo>' }],
    },
  ]);
});

describe('a heading', () => {
  testSituations([
    {
      situation: 'heading levels that skip',
      edits: [['### How a queue fills', '#### How a queue fills']],
      expected: [
        { kind: 'heading-level', at: '#### How', found: 'level 4, "How a queue fills", under level 2', mend: 'make it level 3 (###)' },
      ],
    },
    {
      situation: 'heading of level one',
      edits: [['Watch the depth for a day.', '# Watch [#watch]\n\nWatch the depth for a day.']],
      expected: [{ kind: 'heading-level', at: '# Watch [', found: 'level 1', mend: 'begin with level two' }],
    },
    {
      situation: 'heading without id',
      edits: [[' [#how-it-fills]', '']],
      expected: [
        {
          kind: 'heading-id',
          at: '### How a queue fills',
          found: '"How a queue fills" without an id',
          mend: '"### How a queue fills [#an-id-that-stays]"',
        },
      ],
    },
    {
      situation: 'part that is missing',
      edits: [['## Prove it is fixed [#prove]\n\n', '']],
      expected: [
        {
          kind: 'article-parts',
          at: '## Keep it from coming back',
          found: 'first, symptoms, stop, breaks, checks, fix, prevent',
          mend: '[#fix] [#prove] [#prevent]',
        },
      ],
    },
    {
      situation: 'parts out of order',
      edits: [
        ['## Prove it is fixed [#prove]\n\nWatch the depth for a day.\n\n', ''],
        ['## The first minute [#first]', '## Prove it is fixed [#prove]\n\nWatch the depth for a day.\n\n## The first minute [#first]'],
      ],
      expected: [{ kind: 'article-parts', at: '## Prove', found: 'the parts prove, first,', mend: 'in this order: [#first] [#symptoms]' }],
    },
    {
      situation: 'heading that is no part',
      edits: [['## Prove it is fixed [#prove]', '## More [#more]\n\nMore.\n\n## Prove it is fixed [#prove]']],
      expected: [{ kind: 'article-parts', at: '## More', found: 'fix, more, prove', mend: 'these level-two headings, once each' }],
    },
  ]);
});
