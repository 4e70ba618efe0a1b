/** URLs of scripts that a script starts, such as workers. The pages' policy (Trusted Types) lets nothing else start any. */
import { trustedTypesPolicy } from './policy.ts';

interface UrlPolicy {
  createScriptURL(url: string): string;
}

declare global {
  /** Trusted Types as far as they are used here. Some browsers lack them. */
  var trustedTypes: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy } | undefined;
}

function ownUrl(url: string): string {
  if (new URL(url, location.href).origin === location.origin) return url;
  throw new TypeError(`Scripts come from this server only, and not from ${url}.`);
}

// Browsers let a page create a policy of this name once. The script of every page imports this module, so no other code can be first.
const policy = globalThis.trustedTypes?.createPolicy(trustedTypesPolicy, { createScriptURL: ownUrl });

/**
 * Vouches for the URL of a script.
 *
 * @param url a path on this server, or an absolute URL on it
 * @returns the URL in the form that browsers accept
 * @throws when the URL is on another server
 */
export const scriptAddress = (url: string): string => policy?.createScriptURL(url) ?? ownUrl(url);
