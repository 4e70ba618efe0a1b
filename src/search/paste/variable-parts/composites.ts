/** Values that contain other values: URLs, statements, paths, images. */
import { row } from './row.ts';

const verbs =
  'select|insert|update|delete|with|begin|commit|set|create|alter|drop|copy|call|explain|vacuum|analyze|truncate|grant|lock|fetch|declare|prepare|execute|show';
const files =
  'js|mjs|cjs|ts|tsx|jsx|py|pyc|go|java|kt|rb|rs|c|cc|cpp|h|hpp|php|cs|sh|so|sql|json|ya?ml|toml|conf|cfg|ini|log|txt|prisma|html|css|xml|lock|md';

/** The rows, in the order in which they are applied. */
export const composites = [
  row('URL', 'url', /\b(?:[a-z][\w+.-]{1,20}:\/\/|www\.)[^\s"'`<>\\|]{0,800}[^\s"'`<>\\|.,;:!?()[\]{}]/gi),
  row(
    'statement',
    'query',
    new RegExp(`(?<=\\b(?:statement|query|execute [^:\\s]{1,60}): {0,3})(?=(?:${verbs})\\b)[^\\r\\n]{1,2000}`, 'gi'),
    /(?<=\[(?:SQL|parameters): )(?!<)[^\]\r\n]{1,2000}/,
  ),
  row(
    'SQL',
    'query',
    /\b(?:SELECT|INSERT|UPDATE|DELETE)\b(?=[^;\r\n]{1,600}\b(?:FROM|INTO|SET|VALUES)\b|\s(?:FROM|INTO)\s)[^;"\]\r\n]{1,2000}/g,
  ),
  row(
    'e-mail address',
    'email',
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,100}@(?:[\p{L}\p{N}_-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}_-])/gu,
  ),
  row(
    'user at a host',
    'user',
    /(?<![\w@/.-])[a-z_][\w.-]{0,60}@(?!v?\d{1,5}(?:\.\d{1,6}){0,2}(?![\w.])|sha\d|npm\b)[\w.-]{0,100}\w(?![\w/])/gi,
  ),
  row('resource name of a cloud', 'id', /\barn:[\w-]{1,20}:[^\s"'`<>\\)]{1,400}/g),
  row('volume of a claim', 'volume', /\bpvc-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g),
  row('file of a traceback', 'path', /(?<=\bFile ")(?!<)[^"]{1,400}/g),
  row(
    'path',
    'path',
    /(?<![\w.)\]>+/~<-])(?:~|\.{1,2})?\/(?!\/)[^\s"'`<>()[\]{},;|\\]{0,500}[^\s"'`<>()[\]{},;|\\.:!?](?::\d{1,7}){0,2}/g,
    /(?<!\w)[A-Za-z]:[\\/]{1,4}[^\s"'`<>|:,;()]{1,400}(?::\d{1,7}){0,2}/,
    new RegExp(`(?<![\\w./@-])(?:[\\w.@+-]{1,64}\\/){1,12}[\\w@+.-]{0,64}\\.(?:${files})(?::\\d{1,7}){0,2}(?![\\w-])`),
  ),
  row('line of a file', 'number', new RegExp(`(?<=\\w\\.(?:${files}):)\\d{1,7}(?::\\d{1,7})?(?![\\w.:])`, 'g')),
  row(
    'image',
    'image',
    /(?<![\w./:@-])(?!\d{1,2}\/[A-Z])[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,6}(?::\d{2,5})?\/(?:[\w.-]{1,100}\/){0,5}[\w.-]{1,100}(?::\w[\w.-]{0,126}\w|@sha256:[0-9a-f]{64})/g,
    /(?<![\w./:@-])[a-z][\w.-]{1,60}(?::latest\b|:[\w.]{0,20}-?(?:alpine|slim|bookworm|bullseye|jammy)[\w.]{0,10}|@sha256:[0-9a-f]{64})/,
  ),
];
