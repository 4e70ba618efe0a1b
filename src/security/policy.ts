/** The one source of what a page may do, and of the headers that hosts send. */

/** The inline code of pages, as sources of a policy: `'sha256-…'`. */
export interface InlineCode {
  scripts: ReadonlySet<string>;
  styles: ReadonlySet<string>;
}

/** The only Trusted Types policy: it vouches for the URLs of scripts and workers, see `script-address.ts`. */
export const trustedTypesPolicy = 'faultbook';

/**
 * Returns the Content-Security-Policy of a page, for its meta element. Everything that it does not name is forbidden: plug-ins, frames, media.
 *
 * @param inline the inline code of the page
 * @see https://www.w3.org/TR/CSP3/
 */
export const contentPolicy = ({ scripts, styles }: InlineCode): string =>
  [
    "default-src 'none'",
    // For Pagefind, which is WebAssembly. It does not allow eval().
    ["script-src 'self' 'wasm-unsafe-eval'", ...[...scripts].toSorted()].join(' '),
    ["style-src 'self'", ...[...styles].toSorted()].join(' '),
    "img-src 'self' data:", // for the shapes of marks and copy buttons in the style sheets
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypesPolicy}`,
  ].join('; ');

/** Features that the site does not need, so that injected code has none of them either. */
const deniedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/**
 * Returns the headers of every response by name. Strict-Transport-Security is not among them: it applies to a whole domain, so the host decides.
 *
 * @param inline the inline code of all pages
 */
export const securityHeaders = (inline: InlineCode): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `${contentPolicy(inline)}; frame-ancestors 'none'`, // browsers ignore `frame-ancestors` in a meta element
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  // So that a wiki on the same domain can show the pictures of link previews.
  'Cross-Origin-Resource-Policy': 'same-site',
});

/** Folders of files that are named by a hash of their content. */
export const immutableFolders = ['_astro', 'pagefind/index', 'pagefind/fragment'];
/** The `Cache-Control` of those files. */
export const immutable = 'public, max-age=31536000, immutable';
/** The `Cache-Control` of all other files: browsers revalidate them each time. */
export const revalidated = 'public, max-age=0, must-revalidate';
