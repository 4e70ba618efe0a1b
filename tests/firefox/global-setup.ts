/** Before all tests: says what is missing, once, instead of in every test, and makes a folder for the profile of Firefox. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findFirefox, missingFirefox } from './find-firefox.ts';
import { checkBuild } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder for the profile of Firefox. */
    profile: string;
  }
}

/** Says that the tests will be skipped where Firefox is missing; fails where the built site is. */
export default function prepare(project: TestProject): void {
  try {
    if (findFirefox()) checkBuild();
    else console.log(`\n${missingFirefox}\n`);
  } catch (error) {
    // The message says what to do; where it was thrown helps nobody.
    if (error instanceof Error) delete error.stack;
    throw error;
  }
  const profile = mkdtempSync(path.join(tmpdir(), 'firefox-profile-'));
  // A run may be broken off. The process of the tests is killed then, and deletes nothing.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  project.provide('profile', profile);
}
