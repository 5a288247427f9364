/**
 * The form that an address of the desk opens, from its hash (`#/collections/qa/entries/gifu/abc234de`); else
 * undefined.
 */
export function readFormAddress(hash: string, collections: readonly string[]): FormAddress | undefined {
  const [path = ''] = decode(hash.replace(/^#\/?/, '')).split(/[?#]/, 1);
  const [, collection = '', kind = '', rest = ''] =
    /^collections\/([^/]+)\/(new|entries)(?:\/(.*))?$/i.exec(path) ?? [];
  if (!collections.includes(collection)) return undefined;
  return kind.toLowerCase() === 'new' ? { collection } : { collection, slug: rest };
}

export function isSameForm(one: FormAddress | undefined, other: FormAddress | undefined): boolean {
  return one?.collection === other?.collection && one?.slug === other?.slug;
}

/** As `isSameForm`, but a Q&A stays the same one when it goes to the folder of another group: it is its id. */
export function isSameEntry(one: FormAddress | undefined, other: FormAddress | undefined): boolean {
  if (one?.collection !== 'qa' || one.slug === undefined || other?.slug === undefined) return isSameForm(one, other);
  return other.collection === 'qa' && one.slug.split('/').at(-1) === other.slug.split('/').at(-1);
}

/** Decap's router decodes in the same way. */
function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

export interface FormAddress {
  collection: string;
  /** Path below the collection's folder without extension; absent for a new entry. */
  slug?: string;
}
