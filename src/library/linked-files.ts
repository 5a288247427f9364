/**
 * Which files below `public/` a site may hold, by what its entries show or link to. The loader notes each entry; the
 * integration that copies the files asks. Vite bundles the two apart from each other, so that they meet under a global
 * name.
 */
const notes = ((globalThis as { kenjinkaiLinkedFiles?: Map<string, Note> }).kenjinkaiLinkedFiles ??= new Map());

/** Notes which addresses inside the site an entry names, as in `/images/plan.png`. `isShown`: readers see its text. */
export function noteLinkedFiles(entryFile: string, note: Note): void {
  notes.set(entryFile, note);
}

/** Forgets one entry, or all before the content is read anew. */
export function forgetLinkedFiles(entryFile?: string): void {
  if (entryFile === undefined) notes.clear();
  else notes.delete(entryFile);
}

/**
 * Whether the site may hold the file at an address. What editors upload is held only if a text that readers see names
 * it; any other file unless only texts that they do not see name it.
 */
export function mayHoldFile(address: string, alsoNamed: ReadonlySet<string> = new Set()): boolean {
  const naming = [...notes.values()].filter((note) => note.addresses.includes(address));
  if (alsoNamed.has(address) || naming.some((note) => note.isShown)) return true;
  return naming.length === 0 && !isUpload(address);
}

/** Files that come with entries: the desk uploads to `images`, and texts may show pictures of both folders. */
export function isUpload(address: string): boolean {
  return /^\/(?:images|media)\//i.test(address);
}

interface Note {
  readonly isShown: boolean;
  readonly addresses: readonly string[];
}
