const switchedOff = 'kenjinkai:no-shortcut';

/**
 * `/` moves to the page's search box, unless something is being typed or composed, or the reader has switched it off.
 */
document.addEventListener('keydown', (event) => {
  if (
    event.key !== '/' ||
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    isTyping(event.target) ||
    isOff()
  )
    return;
  const input = document.querySelector<HTMLInputElement>('main [data-search-input], [data-search-input]');
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

/** Some people's software sends single keys by accident (WCAG 2.1.4), so the search page has a switch. */
for (const box of document.querySelectorAll<HTMLInputElement>('[data-shortcut-switch]')) {
  box.checked = !isOff();
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem(switchedOff);
      else localStorage.setItem(switchedOff, 'true');
    } catch {
      // Where nothing can be kept, the switch holds for nothing but this page's look.
    }
  });
}

function isOff(): boolean {
  try {
    return localStorage.getItem(switchedOff) !== null;
  } catch {
    return false;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
