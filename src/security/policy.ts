/** What a page may do, and what hosts say with every answer: the one source of both. */

/** The code that stands in pages themselves, as sources of a policy: `'sha256-…'`. */
export interface InlineCode {
  scripts: ReadonlySet<string>;
  styles: ReadonlySet<string>;
}

/** The only policy that may make the address of a script or worker, see `script-url.ts`. */
export const trustedTypesPolicy = 'faultbook';

/**
 * The Content-Security-Policy of a page, as it stands in a meta element. What is not named is forbidden: plug-ins, frames, media.
 *
 * @param inline all code that stands in the page
 * @see https://www.w3.org/TR/CSP3/
 */
export const contentPolicy = ({ scripts, styles }: InlineCode): string =>
  [
    "default-src 'none'",
    // Pagefind is WebAssembly, which this word allows without allowing eval().
    ["script-src 'self' 'wasm-unsafe-eval'", ...[...scripts].toSorted()].join(' '),
    ["style-src 'self'", ...[...styles].toSorted()].join(' '),
    "img-src 'self' data:", // the shapes of marks and copy buttons stand in the style sheets
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicy}`,
  ].join('; ');

/** Needed by nothing here, so nothing that is smuggled in has it either. */
const deniedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/**
 * The headers of every answer, by their names. Transport security is not among them: it binds a whole domain, which is the host's to decide.
 *
 * @param inline all code that stands in any page
 */
export const securityHeaders = (inline: InlineCode): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `${contentPolicy(inline)}; frame-ancestors 'none'`, // in a meta element browsers ignore the last
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  // A wiki of the same organisation may show the pictures of link previews.
  'Cross-Origin-Resource-Policy': 'same-site',
});

/** Folders of files that are named by a hash of what is in them. */
export const immutableFolders = ['_astro', 'pagefind/index', 'pagefind/fragment'];
/** How long those are kept. */
export const immutable = 'public, max-age=31536000, immutable';
/** How long everything else is kept: browsers ask each time whether it is still the same. */
export const revalidated = 'public, max-age=0, must-revalidate';
