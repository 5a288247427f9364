import type { ContentCheck } from '../check/check-content.ts';
import type { EntryStore } from '../entries/entry-facts.ts';

/** What actions work with. */
export interface ActionContext extends EntryStore {
  /** Groups in which publishing needs a second person. */
  secondPerson: ReadonlySet<string>;
  check: ContentCheck;
}
