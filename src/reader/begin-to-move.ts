/** Reading aids are read when a reader begins to move on a page, so that nobody waits for them. */
const moves = ['scroll', 'pointermove', 'focusin'];

const begin = (event?: Event) => {
  // A page that loads under a resting pointer is told of it as well.
  if (event instanceof PointerEvent && !event.movementX && !event.movementY) return;
  for (const move of moves) removeEventListener(move, begin);
  void import('./reading-aids.ts');
};

for (const move of moves) addEventListener(move, begin);
// Who came to a section, or back to where they were, has moved before this was there.
if (scrollY) begin();
