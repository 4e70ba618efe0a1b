/** Makes the URLs of scripts that other scripts start, such as workers. The pages' policy accepts no other URLs (Trusted Types). */
import { trustedTypesPolicy } from './policy.ts';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

declare global {
  /** The part of Trusted Types that is used here; `undefined` in browsers without them. */
  var trustedTypes: { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy } | undefined;
}

/** Returns the URL if it is of the same origin, and throws otherwise. */
function sameOriginUrl(url: string): string {
  if (new URL(url, location.href).origin === location.origin) return url;
  throw new TypeError(`Scripts may only come from this server, not from ${url}.`);
}

// A page can create a policy of this name only once. The script of every page imports this module, so no other code can be first.
const policy = globalThis.trustedTypes?.createPolicy(trustedTypesPolicy, { createScriptURL: sameOriginUrl });

/**
 * Returns the URL of a script in the form that the browser accepts for workers.
 *
 * @param url a URL of the same origin, absolute or relative to the page
 * @throws {TypeError} when the URL is of another origin
 */
export const trustedScriptUrl = (url: string): string => policy?.createScriptURL(url) ?? sameOriginUrl(url);
