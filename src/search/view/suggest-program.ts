import { openSuggestBox } from './suggest-box.ts';

// How `suggest-element.ts`, which fetches this, gets at it.
Object.assign(customElements.get('qa-suggest') ?? {}, { openBox: openSuggestBox });
