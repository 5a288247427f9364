import { openDesk } from './desk.ts';

// How `element.ts`, which fetches this, gets at it.
Object.assign(customElements.get('qa-search') ?? {}, { openDesk });
