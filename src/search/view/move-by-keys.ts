/** Arrow keys move between the search box and the results; Escape goes back to the box. Nothing moves during composition. */
export function moveByKeys(host: HTMLElement, input: HTMLInputElement): void {
  host.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...host.querySelectorAll<HTMLElement>('[data-result-link]')].filter((link) => link.checkVisibility());
    const place = links.indexOf(document.activeElement as HTMLElement);
    const inBox = document.activeElement === input;
    if (event.key === 'Escape' && place >= 0) input.focus();
    else if (event.key === 'ArrowDown' && (inBox || place >= 0)) links[place + 1]?.focus();
    else if (event.key === 'ArrowUp' && place >= 0) (links[place - 1] ?? input).focus();
    else return;
    event.preventDefault();
  });
}
