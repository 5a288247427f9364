/**
 * Which files below `public/` a site may hold, by what its entries show or link to. What editors upload is held only if
 * a text that readers see names it; any other file unless only texts that they do not see name it.
 */
export function createLinkedFiles(notes: Iterable<LinksOfEntry>): LinkedFiles {
  const isShown = new Map<string, boolean>();
  for (const note of notes)
    for (const address of note.addresses) isShown.set(address, note.isShown || isShown.get(address) === true);
  return {
    mayHold: (address, alsoNamed) => alsoNamed.has(address) || (isShown.get(address) ?? !isUpload(address)),
  };
}

/** Files that come with entries: the desk uploads to `images`, and texts may show pictures of both folders. */
export function isUpload(address: string): boolean {
  return /^\/(?:images|media)\//i.test(address);
}

/** What one entry names. */
export interface LinksOfEntry {
  /** Readers see its text. */
  readonly isShown: boolean;
  /** Addresses inside the site, as in `/images/plan.png`. */
  readonly addresses: readonly string[];
}

export interface LinkedFiles {
  /** Whether the site may hold the file at an address; `alsoNamed` is what pages name that are no entries. */
  mayHold(address: string, alsoNamed: ReadonlySet<string>): boolean;
}
