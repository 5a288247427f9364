/** `/` moves to the page's search box, unless something is being typed or composed. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const input = document.querySelector<HTMLInputElement>('main [data-search-input], [data-search-input]');
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
