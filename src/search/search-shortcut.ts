/** "/" goes to the paste box of the page, or to the results page when it has none. */
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  const input = document.querySelector<HTMLTextAreaElement>('paste-box textarea');
  if (input) input.focus();
  else document.querySelector<HTMLAnchorElement>('a[data-search]')?.click();
});

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
