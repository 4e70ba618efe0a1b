/** Addresses of scripts that a script starts, such as workers. The pages' policy lets nothing else start any. */
import { trustedTypesPolicy } from './policy.ts';

interface AddressPolicy {
  createScriptURL(address: string): string;
}

declare global {
  /** Trusted Types as far as they are used here; browsers that lack them have no such object. */
  var trustedTypes: { createPolicy(name: string, rules: AddressPolicy): AddressPolicy } | undefined;
  /** The policy of the page: a browser makes it once, and this module may be in two bundles. */
  var scriptAddressPolicy: AddressPolicy | undefined;
}

/** Throws for what another server would send. */
function ownAddress(address: string): string {
  if (new URL(address, location.href).origin === location.origin) return address;
  throw new TypeError(`Scripts come from this server only, and not from ${address}.`);
}

const policy = (globalThis.scriptAddressPolicy ??= globalThis.trustedTypes?.createPolicy(trustedTypesPolicy, {
  createScriptURL: ownAddress,
}));

/**
 * Vouches for the address of a script.
 *
 * @param address a path on this server, or a whole address of it
 * @returns it, as the browser takes it
 * @throws when it is an address of another server
 */
export const scriptAddress = (address: string): string => policy?.createScriptURL(address) ?? ownAddress(address);
