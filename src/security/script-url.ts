/** Addresses of scripts that a script starts, such as workers. The pages' policy lets nothing else start any. */
import { trustedTypesPolicy } from './policy.ts';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

declare global {
  /** Trusted Types as far as they are used here; browsers that lack them have no such object. */
  var trustedTypes: { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy } | undefined;
  /** The policy of the page: a browser makes it once, and this module may be in two bundles. */
  var scriptUrlPolicy: ScriptUrlPolicy | undefined;
}

/** Throws for what another server would send. */
function sameOriginUrl(url: string): string {
  if (new URL(url, location.href).origin === location.origin) return url;
  throw new TypeError(`Scripts come from this server only, and not from ${url}.`);
}

const policy = (globalThis.scriptUrlPolicy ??= globalThis.trustedTypes?.createPolicy(trustedTypesPolicy, {
  createScriptURL: sameOriginUrl,
}));

/**
 * Vouches for the address of a script.
 *
 * @param url a path on this server, or a whole address of it
 * @returns it, as the browser takes it
 * @throws when it is an address of another server
 */
export const trustedScriptUrl = (url: string): string => policy?.createScriptURL(url) ?? sameOriginUrl(url);
