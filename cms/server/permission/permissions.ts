import type { Person } from '../access/person.ts';

/**
 * Whether the person may publish what these groups answer for: an editor in all of them, an administrator anywhere.
 * What no group answers for (topics, pages) is the administrators'.
 */
export function mayPublish(person: Person, groups: readonly string[]): boolean {
  if (person.role === 'administrator') return true;
  return person.role === 'editor' && groups.length > 0 && groups.every((group) => person.groups.includes(group));
}

/** Images are in no group: whoever publishes somewhere may keep the library in order. */
export function mayManageMedia(person: Person): boolean {
  return person.role !== 'contributor';
}

/** Writers may drop what only they wrote. */
export function mayDeleteDraft(person: Person, groups: readonly string[], writers: readonly string[]): boolean {
  return mayPublish(person, groups) || writers.every((writer) => writer === person.login);
}

/** Whether one of the groups wants a second person to look over what is published. */
export function needsSecondPerson(secondPerson: ReadonlySet<string>, groups: readonly string[]): boolean {
  return groups.some((group) => secondPerson.has(group));
}
