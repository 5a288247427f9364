/**
 * `<pride-filter>` around cards with `data-kind` in sections with `data-region`: two lists of buttons show some of
 * them. What is chosen stands in the address. Without a script all are shown.
 */
class PrideFilter extends HTMLElement {
  connectedCallback(): void {
    const bar = this.querySelector<HTMLElement>('[data-filters]');
    if (!bar) return;
    bar.hidden = false;
    bar.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[data-name]');
      if (!button) return;
      const { name = '', value = '' } = button.dataset;
      const chosen = new URLSearchParams(location.search);
      if (value === '') chosen.delete(name);
      else chosen.set(name, value);
      const query = chosen.toString();
      history.replaceState(null, '', location.pathname + (query === '' ? '' : `?${query}`));
      this.#show();
    });
    window.addEventListener('popstate', () => this.#show());
    this.#show();
  }

  #show(): void {
    const chosen = new URLSearchParams(location.search);
    const wanted = (name: string, value: string | undefined) => [null, value].includes(chosen.get(name));
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-name]')) {
      const { name = '', value = '' } = button.dataset;
      button.setAttribute('aria-pressed', String((chosen.get(name) ?? '') === value));
    }
    let shown = 0;
    for (const region of this.querySelectorAll<HTMLElement>('[data-region]')) {
      let inRegion = 0;
      for (const card of region.querySelectorAll<HTMLElement>('[data-kind]')) {
        card.hidden = !wanted('kind', card.dataset['kind']) || !wanted('region', region.dataset['region']);
        inRegion += Number(!card.hidden);
      }
      region.hidden = inRegion === 0;
      shown += inRegion;
    }
    const said = this.querySelector('[data-count]');
    if (said) said.textContent = (shown === 0 ? said.getAttribute('data-none') : `${shown}件`) ?? '';
  }
}

customElements.define('pride-filter', PrideFilter);
