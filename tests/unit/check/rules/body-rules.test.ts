import { describe } from 'vitest';
import { code } from '../../../../src/check/rules/code.ts';
import { tags } from '../../../../src/check/rules/tags.ts';
import { textAlternatives } from '../../../../src/check/rules/text-alternatives.ts';
import { body, testRule } from './run-rule.ts';

describe('code blocks', () => {
  testRule(code, [
    ['known languages', body('```bash\nx\n```\n\n```output\nx\n```\n\n`in a line`'), []],
    ['an unknown language', body('```basch\nx\n```'), ['4:1 unknown-language: the code language "basch"']],
    ['a language in capitals', body('```YAML\nx\n```'), ['4:1 unknown-language: the code language "YAML"']],
    ['no language', body('Text.\n\n```\nx\n```'), ['6:1 unknown-language: a code block without a language']],
    ['inside a section', body('<Fix id="a">\n\n```shh\nx\n```\n\n</Fix>'), ['6:1 unknown-language: the code language "shh"']],
  ]);
});

describe('tags', () => {
  testRule(tags, [
    ['those that are supplied', body('<Note>\n\nx\n\n</Note>\n\n<LookAlikes />\n\n<Objection says="But">\n\nx\n\n</Objection>'), []],
    ['an unknown one', body('<Notes>\n\nx\n\n</Notes>'), ['4:1 unknown-tag: the tag <Notes>']],
    ['HTML', body('A<br />b <a href="x">c</a>.'), ['4:2 unknown-tag: the tag <br>', '4:10 unknown-tag: the tag <a>']],
    ['a placeholder that lacks its backticks', body('Delete <pod></pod>.'), ['4:8 unknown-tag: the tag <pod>']],
    ['a fragment', body('<>\n\nx\n\n</>'), ['4:1 unknown-tag: the tag <>']],
    ['in backticks and code', body('`<b>` `{x}`\n\n```bash\n<b> {x}\n```'), []],
    ['an import', body("import a from 'a'\n\nText."), ['4:1 script: JavaScript, "import a from \'a\'"']],
    ['an export of several lines', body('export const a = {\n  b: 1,\n}'), ['4:1 script: JavaScript, "export const a = {"']],
    ['an expression', body('It is {1 + 1}.'), ['4:7 script: JavaScript, "1 + 1"']],
    ['a comment', body('{/* later */}'), ['4:1 script: JavaScript, "/* later */"']],
  ]);
});

const flow = (...lines: string[]) => body(['```mermaid', 'flowchart TB', ...lines, '```'].join('\n'));
const words = ['accTitle: A title', 'accDescr: A description'];

describe('text alternatives', () => {
  testRule(textAlternatives, [
    ['a picture and a diagram with words', flow(...words, 'a --> b:::fault').concat('\n![A map](https://example.org/m.png)'), []],
    [
      'a picture without words',
      body('![](https://example.org/m.png)'),
      ['4:1 no-text-alternative: the image "https://example.org/m.png" without a text alternative'],
    ],
    ['a picture with blanks', body('![ ](m.png)'), ['4:1 no-text-alternative: the image "m.png" without a text alternative']],
    [
      'a diagram without any words',
      flow('a --> b'),
      ['4:1 no-text-alternative: a diagram without accTitle', '4:1 no-text-alternative: a diagram without accDescr'],
    ],
    [
      'words that are empty',
      flow('accTitle:', 'accDescr:  '),
      ['4:1 no-text-alternative: a diagram without accTitle', '4:1 no-text-alternative: a diagram without accDescr'],
    ],
    ['a description of several lines', flow('accTitle: A title', 'accDescr {', '  one', '  two', '}'), []],
    [
      'colours of its own',
      flow(...words, 'a --> b', '  style a fill:red', 'classDef x fill:red'),
      ['9:1 diagram-style: "style a fill:red"', '10:1 diagram-style: "classDef x fill:red"'],
    ],
    ['words of style that are labels', flow(...words, 'a["style a"] --> b["classDef"]'), []],
  ]);
});
