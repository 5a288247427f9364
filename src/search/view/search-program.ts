import { openSearchController } from './search-controller.ts';

// How `element.ts`, which fetches this, gets at it.
Object.assign(customElements.get('qa-search') ?? {}, { openSearchController });
