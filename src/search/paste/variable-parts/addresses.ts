/** Network addresses, hosts and identifiers. */
import { row } from './row.ts';

const ip4 = String.raw`(?:::ffff:)?(?:\d{1,3}\.){3}\d{1,3}`;
const ip6 =
  '(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){1,7}:|::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})(?:%[a-z0-9]{1,16})?';
const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
/** Top-level domains of hosts. Those in `doubtful` are also words of programs, so the name before them must have two labels. */
const endings =
  'com|org|net|edu|gov|io|cloud|local|localdomain|internal|intranet|lan|corp|ai|co|tech|xyz|online|site|ru|de|uk|fr|nl|eu|cn|jp|br|pl|ch|se|fi|dk|cz|ca|au|kr|ua|tr|ir|vn|tw|hk|sg|za|mx';
const doubtful = 'dev|app|id|in|at|it|me|no|us|be|es|info|test|example|invalid|home|svc';
const domain = `(?!(?:java|socket|engine)\\.io\\b)(?:(?:${label}\\.){1,8}(?:${endings})|(?:${label}\\.){2,8}(?:${doubtful}))`;
/** Well-known ports: a name with a colon before one of them is a host. */
const knownPorts =
  '6379|26379|16379|5432|6432|3306|27017|9092|2379|2380|6443|10250|8080|8000|8001|8443|3000|5000|5672|9200|11211|443|80|22';

/** The rows, in the order in which they are applied. */
export const addresses = [
  row('UUID', 'id', /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/gi),
  row('trace', 'id', /(?<![\w-])[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(?![\w-])/g),
  row('hardware address', 'id', /(?<![\w:-])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])|(?<![\w:-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\w-])/gi),
  row(
    'address',
    'address',
    new RegExp(`(?<![\\w.:])(?:${ip4}|\\[(?:${ip6}|::)\\]):\\d{1,5}(?!\\w|[.:]\\d)`, 'gi'),
    new RegExp(`(?<![\\w.@-])(?:${domain}|localhost):\\d{1,5}(?!\\w|[.:]\\d)`),
    new RegExp(
      `(?<![\\w.@-])[a-z](?:[\\w-]{0,61}\\w)?:(?<!\\b(?:line|pid|uid|gid|tid|port|score|code|id):)(?:${knownPorts})(?!\\w|[.:]\\d)`,
    ),
  ),
  row(
    'version, after its word',
    'version',
    /(?<=\b(?:version|release)["']?[ :=]{1,3}["']?)v?\d{1,9}(?:\.\d{1,9}){0,5}(?:[-+][\w.]{1,40})?(?![\w.]\w)/gi,
  ),
  row(
    'host',
    'host',
    new RegExp(`(?<![\\w.:-])${ip4}(?:/\\d{1,2})?(?!\\w|\\.\\d)`, 'gi'),
    new RegExp(`(?<![\\w:.])(?=[0-9a-f:]{0,40}\\d)${ip6}(?:/\\d{1,3})?(?![\\w:])`),
    new RegExp(`(?<![\\w.@-])${domain}(?![\\w-]|\\.\\w|\\()(?:/[^\\s"'\`<>()[\\]{},;|]{0,300}[^\\s"'\`<>()[\\]{},;|.:])?`),
    /\bip(?:-\d{1,3}){4}(?:\.[\w-]{1,63}){0,6}/,
  ),
  row('port of a host', 'port', /(?<=\ue000["'`]{0,2}:["'`]{0,2})\d{2,5}(?!\w)|(?<=\bport["']?[ :=(]{1,3}["']?)\d{1,5}(?!\w)/gi),
  row(
    'pod',
    'pod',
    /(?<![\w.-])(?:[a-z0-9-]{1,63}\/)?[a-z0-9][a-z0-9-]{0,60}-[bcdf0-9]{1,2}[0-9a-z]{5,8}-[bcdfghjklmnpqrstvwxz2-9]{5}(?![\w-])/g,
    /(?<![\w.-])(?:[a-z0-9-]{1,63}\/)?[a-z][a-z0-9-]{0,60}-(?=[a-z]{0,4}[2-9])(?=[2-9]{0,4}[a-z])[bcdfghjklmnpqrstvwxz2-9]{5}(?![\w-])/,
  ),
  row('hexadecimal', 'id', /\b0x[0-9a-f]{1,32}\b/gi, /(?<![\w.-])(?=[0-9]{0,40}[a-f])(?=[a-f]{0,40}\d)[0-9a-f]{7,128}(?![\w-])/),
  row('identifier', 'id', /(?<![\w-])(?=[a-z]{0,60}\d[0-9]{0,60}[a-z][a-z0-9]{0,60}\d)[a-z0-9]{16,128}(?![\w-])/gi),
  row(
    'data',
    'value',
    /[A-Za-z0-9+=%_-]{80,2000}/g,
    /(?<![\w+/-])(?=[A-Za-z+/_-]{0,200}\d)(?=[a-z0-9+/_-]{0,200}[A-Z])[A-Za-z0-9+/_=-]{32,2000}/,
  ),
  row('end of data', 'value', /(?<=\ue000{80})[A-Za-z0-9+=%_-]{1,80}/g),
  row(
    'name with a number',
    'name',
    /(?<![\w.-])(?=[a-z_-]{1,60}[-_]?\d)[a-z][a-z0-9]{0,60}(?:[-_][a-z0-9]{1,60}){0,8}(?:-[a-z0-9]{1,60}|_\d{1,4})(?:\.[a-z0-9-]{1,63}){0,6}(?![\w-])/gi,
  ),
];
