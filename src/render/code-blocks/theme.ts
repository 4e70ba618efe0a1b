/** The syntax theme: roles instead of colours, which `styles/tokens.css` supplies for light and dark. */
import { ExpressiveCodeTheme } from 'expressive-code';

/**
 * The roles of words in code, each with the scopes of the grammars that play it. The highlighter works with hex
 * colours; each role has one that stands for nothing but itself, and becomes a class name afterwards.
 */
const roles = {
  comment: { colour: '#000001', scopes: ['comment', 'punctuation.definition.comment'] },
  string: { colour: '#000002', scopes: ['string', 'constant.other.symbol', 'markup.inline.raw'] },
  number: { colour: '#000003', scopes: ['constant.numeric', 'constant.language', 'constant.character', 'keyword.other.unit'] },
  keyword: { colour: '#000004', scopes: ['keyword', 'storage', 'variable.language', 'keyword.operator.new'] },
  name: {
    colour: '#000005',
    scopes: ['entity.name.function', 'support.function', 'entity.name.type', 'support.class', 'entity.name.command'],
  },
  key: {
    colour: '#000006',
    scopes: ['entity.name.tag', 'support.type.property-name', 'variable.parameter', 'entity.other.attribute-name', 'constant.other.option'],
  },
} as const;

const foreground = '#000000';

/** The theme for the highlighter. */
export const theme = new ExpressiveCodeTheme({
  name: 'faultbook',
  type: 'dark',
  colors: { 'editor.background': '#ffffff', 'editor.foreground': foreground },
  tokenColors: [
    ...Object.values(roles).map(({ colour, scopes }) => ({ scope: [...scopes], settings: { foreground: colour } })),
    // The plain words of a command are no strings to its reader: its name, options and quoted strings stand out from them.
    { scope: ['string.unquoted.argument.shell'], settings: { foreground } },
  ],
});

const classByColour = new Map<string, string>(Object.entries(roles).map(([role, { colour }]) => [colour, `token-${role}`]));

/** The class of a colour of the theme; undefined for the foreground, which needs none. */
export const classOfColour = (colour: string): string | undefined => classByColour.get(colour.toLowerCase());
