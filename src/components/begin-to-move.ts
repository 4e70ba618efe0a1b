/** Reading aids are read when a reader begins to move on a page, so that nobody waits for them. */
for (const move of ['scroll', 'pointermove', 'focusin']) addEventListener(move, () => void import('./reading-aids.ts'), { once: true });
