export default {
  title: 'Faultbook',
  favicon: 'favicon.svg',
  future: { v4: true },
  url: 'https://faultbook.example',
  baseUrl: '/',
  // The text is Markdown, not MDX: a brace in it is a brace.
  markdown: { format: 'detect' },
  presets: [['classic', { blog: false }]],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: { title: 'Faultbook', items: [{ to: '/docs/article', label: 'Docs', position: 'left' }] },
  },
};
