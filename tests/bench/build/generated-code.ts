/** Made-up blocks of code: commands, what they print, and settings. */
import { anyOf } from '../words.ts';
import { capital, filled, logLine, sentence, type Subject } from './prose.ts';

const fence = (language: string, code: string, meta = '') => `\`\`\`${language}${meta && ` ${meta}`}\n${code}\n\`\`\``;

const commands = [
  '{product}ctl {topic} {verb} --{noun} {number} | sort -rn | head',
  '{product}ctl get {topics} --all --output wide',
  "{product}-cli INFO {topic} | grep -E '{noun}_{topic}|{quality}_{noun}'",
  'kubectl exec deploy/{product} -- {product}ctl {verb} {topic}',
  'curl -s http://localhost:{large}/metrics | grep {product}_{topic}_{noun}',
] as const;

/** A command in a fence, with the reason why no lab runs it. */
export const commandBlock = (subject: Subject): string =>
  fence(
    'bash',
    filled(anyOf(subject.chance, commands), subject),
    `unrun="No lab can run ${capital(subject.product)}, which does not exist."`,
  );

/** What a command prints: a small table. */
export function outputBlock(subject: Subject): string {
  const row = () => filled('{noun}-{number}      {quality}      {large}   {number}/{large}   {number}h', subject);
  return fence('output', ['NAME              STATE            SIZE   USED       AGE', row(), row(), row(), row()].join('\n'));
}

/** A few lines of a log. */
export const logBlock = (subject: Subject, text: string): string =>
  fence('output', [logLine(filled('{topic} {verbed}', subject), subject), logLine(text, subject)].join('\n'));

const settings = [
  [
    'yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {product}-{topic}\n  labels:\n    app: {product}\ndata:\n  {topic}.{noun}.limit: "{large}"\n  {topic}.{noun}.timeout: {number}s # {quality} {nouns} are dropped\n  {noun}.{verb}: "true"',
  ],
  [
    'python',
    'import {product}\n\nclient = {product}.Client({noun}="{topic}", timeout={number})\n\ndef {verb}_{noun}({topic}):\n    """{verb} what is {quality}."""\n    with client.{noun}({topic}) as found:\n        return [item for item in found if item.{noun} < {large}]',
  ],
  ['toml', '[{topic}]\n{noun} = {large}\n{quality}_{noun} = "{verb}"\n\n[{topic}.{noun}]\n{verb}_after = "{number}s"\nenabled = true'],
  [
    'sql',
    "SELECT {noun}, count(*) AS {topics}, max(age) AS oldest\nFROM {product}_{topic}\nWHERE state = '{quality}' AND {noun} > {large}\nGROUP BY {noun}\nORDER BY oldest DESC\nLIMIT {number};",
  ],
] as const;

/** Settings or a piece of a program. SQL counts as a command, which must say why no lab runs it. */
export function settingsBlock(subject: Subject): string {
  const [language, code] = anyOf(subject.chance, settings);
  const unrun = language === 'sql' ? `unrun="No lab can ask ${capital(subject.product)}, which does not exist."` : '';
  return fence(language, filled(code, subject), unrun);
}

/** A block of Mermaid. */
export const diagramBlock = (title: string, description: string, lines: readonly string[]): string =>
  fence('mermaid', ['flowchart TB', `accTitle: ${title}`, `accDescr: ${description}`, ...lines].join('\n  '));

/** A short label for a node of a diagram, in two lines. */
export const label = (subject: Subject): string => `"${capital(filled('{quality}', subject))}<br/>${filled('{topic}', subject)}"`;

/** Description of a diagram. */
export const description = (subject: Subject): string => sentence(subject).replace(/[:;]/g, ',');
