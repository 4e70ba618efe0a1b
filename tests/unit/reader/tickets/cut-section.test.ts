import { expect, test } from 'vitest';
import { cutSection } from '../../../../src/reader/tickets/cut-section.ts';

const page = `# The page

## Stop it

### used\\_memory is above \\[limit]

Text.

#### Below it

\`\`\`\`bash
# no heading
### Another
\`\`\`
### nor this
\`\`\`\`

### Another

More.

## The end
`;

test('a section goes from its heading to the next of its level, with what is below it and comments in code', () => {
  const section = cutSection(page, 'used_memory is above [limit]');
  expect(section).toMatch(/^### used\\_memory is above \\\[limit\]\n\nText\.\n/);
  expect(section).toContain('#### Below it');
  expect(section).toMatch(/### nor this\n````\n$/);
});

test('a part of the page ends it as well', () => {
  expect(cutSection(page, 'Another')).toBe('### Another\n\nMore.\n');
});

test.for(['The page', 'Stop it', 'no heading', 'Below it', ''])('"%s" is no section', (title) => {
  expect(cutSection(page, title)).toBeUndefined();
});
