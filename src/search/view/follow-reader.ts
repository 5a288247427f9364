import type { ResultParts } from './result-parts.ts';

/** Tells of all that a reader does to the box, the filters and the results. */
export function followReader(input: HTMLInputElement, parts: ResultParts, does: Deeds): void {
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) does.type();
  });
  input.addEventListener('compositionend', does.type);
  input.form?.addEventListener('submit', does.submit);
  parts.facets.addEventListener('change', (event) => {
    const box = event.target as HTMLInputElement;
    // Safari gives a box that is clicked no focus; what has none cannot keep it.
    box.focus({ preventScroll: true });
    does.filter(box);
  });
  parts.sort.addEventListener('change', () => does.sort(parts.sort.value === 'date' ? 'date' : 'relevance'));
  parts.more.addEventListener('click', does.askForMore);
  parts.list.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) does.open();
  });
}

interface Deeds {
  readonly type: () => void;
  readonly submit: (event: Event) => void;
  /** Ticks a box, or unticks it. */
  readonly filter: (box: HTMLInputElement) => void;
  readonly sort: (by: 'date' | 'relevance') => void;
  readonly askForMore: () => void;
  /** Follows a result. */
  readonly open: () => void;
}
