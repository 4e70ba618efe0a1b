/** The syntax theme. It assigns roles instead of colours; `styles/tokens.css` gives each role a colour for light and dark. */
import { ExpressiveCodeTheme } from 'expressive-code';

/**
 * The roles of words in code, each with its scopes in the grammars. The highlighter needs hex colours, so each role
 * has a unique placeholder colour, which is replaced by a class name afterwards.
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
  name: 'roles',
  type: 'dark',
  colors: { 'editor.background': '#ffffff', 'editor.foreground': foreground },
  tokenColors: [
    ...Object.values(roles).map(({ colour, scopes }) => ({ scope: [...scopes], settings: { foreground: colour } })),
    // Unquoted arguments of a command look like plain text, so that its name, options and quoted strings stand out.
    { scope: ['string.unquoted.argument.shell'], settings: { foreground } },
  ],
});

const classByColour = new Map<string, string>(Object.entries(roles).map(([role, { colour }]) => [colour, `token-${role}`]));

/** Returns the class for a colour of the theme; undefined for the foreground, which needs no class. */
export const classOfColour = (colour: string): string | undefined => classByColour.get(colour.toLowerCase());
