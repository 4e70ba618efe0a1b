/** Defines the Content-Security-Policy of pages and the headers of every response. Nothing else does. */

/** The inline code of pages, as sources of a policy: `'sha256-…'`. */
export interface InlineCode {
  scripts: ReadonlySet<string>;
  styles: ReadonlySet<string>;
}

/** The name of the only Trusted Types policy, which makes the URLs of workers: see `script-url.ts`. */
export const trustedTypesPolicy = 'script-url';

/**
 * Returns the Content-Security-Policy of a page, for its meta element. What it does not name is forbidden: plug-ins, frames, media.
 *
 * @param inline the inline code of the page
 * @see https://www.w3.org/TR/CSP3/
 */
export const contentPolicy = ({ scripts, styles }: InlineCode): string =>
  [
    "default-src 'none'",
    // Pagefind is WebAssembly. 'wasm-unsafe-eval' allows that, but not eval().
    ["script-src 'self' 'wasm-unsafe-eval'", ...[...scripts].toSorted()].join(' '),
    ["style-src 'self'", ...[...styles].toSorted()].join(' '),
    "img-src 'self' data:", // the style sheets contain the shapes of marks and copy buttons
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicy}`,
  ].join('; ');

/** Browser features that the site never uses, so that injected code cannot use them either. */
const deniedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/**
 * Returns the headers of every response, by name. Strict-Transport-Security is not among them: it applies to the whole domain, so whoever
 * runs the host must decide.
 *
 * @param inline the inline code of all pages
 */
export const securityHeaders = (inline: InlineCode): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `${contentPolicy(inline)}; frame-ancestors 'none'`, // browsers ignore frame-ancestors in a meta element
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Lets other sites of the same organisation, such as a wiki, show the pictures of link previews.
  'Cross-Origin-Resource-Policy': 'same-site',
});

/** Folders whose files are named by a hash of their content. */
export const immutableFolders = ['_astro', 'pagefind/index', 'pagefind/fragment'];
/** The `Cache-Control` of files in those folders: browsers keep them for a year and never revalidate. */
export const immutable = 'public, max-age=31536000, immutable';
/** The `Cache-Control` of all other files: browsers keep them, but revalidate on every request. */
export const revalidated = 'public, max-age=0, must-revalidate';
