import { expect, test } from 'vitest';
import { evidenceOf, provenance, softwareInWords, type ScenarioRecord } from '../../../src/model/lab-record.ts';

const scenario = (date: string, ...software: [string, string][]): ScenarioRecord => ({
  ...{ name: 'a full queue', date, symptoms: [], captures: {}, commands: {}, inputs: '0123456789abcdef', outputs: {} },
  software: software.map(([name, version]) => ({ software: name, version })),
});

test('the evidence of scenarios is their software, each once, and the latest day', () => {
  const evidence = evidenceOf([scenario('2026-02-03', ['Broker', '2.4']), scenario('2026-02-01', ['Broker', '2.4'], ['Linux', '6.1'])]);
  expect(evidence).toEqual({ software: ['Broker 2.4', 'Linux 6.1'], date: '2026-02-03' });
  expect(evidenceOf([])).toBeUndefined();
});

test.for([
  [['Broker 2.4'], 'Broker 2.4'],
  [['Broker 2.4', 'Linux 6.1', 'Broker 3.0'], 'Broker 2.4 and 3.0, Linux 6.1'],
  [['Kafka Client 1', 'B 2', 'C 3', 'D 4'], 'Kafka Client 1, B 2, C 3, D 4'],
  [['A 1', 'B 2', 'C 3', 'D 4', 'E 5', 'A 2'], 'A 1 and 2, B 2, C 3 and 2 more'],
] as const)('%j in words is %j', ([software, words]) => {
  expect(softwareInWords({ software: [...software], date: '2026-02-03' })).toBe(words);
});

const evidence = { software: ['Broker 2.4.1'], date: '2026-02-03' };

test.for([
  ['a lab made it appear', [{ source: 'manual' }], evidence, 'Reproduced on Broker 2.4.1'],
  ['somebody saw it, without a lab', [{ source: 'manual' }, { seenOn: 'broker 2.4.1' }], undefined, 'Seen on broker 2.4.1'],
  ['a source has it', [{ source: 'manual' }], undefined, 'Quoted from its source, not reproduced here'],
  ['nothing is printed', [], undefined, 'Not reproduced here'],
] as const)('what is said of a symptom is true: %s', ([, signatures, seen, words]) => {
  expect(provenance(signatures, seen && { ...seen, software: [...seen.software] })).toBe(words);
});
