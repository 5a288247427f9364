import { cutList } from '../library/cut-list.ts';

/** The pages of a list with their addresses, from the newest entries to the oldest. A `null` slot is a withdrawn entry. */
export function toListPages<Item>(slots: readonly (Item | null)[], at: ListAddresses): ListPage<Item>[] {
  const { pages, total } = cutList(slots, at.shownFirst);
  const addresses = pages.map(({ number }) => (number === undefined ? at.plain : at.older(number)));
  return pages.map(({ items, from, to }, index) => ({
    path: addresses[index] ?? at.plain,
    items,
    place: {
      from,
      to,
      total,
      ...(index > 0 && { first: at.plain, previous: addresses[index - 1] }),
      ...(index < pages.length - 1 && { next: addresses[index + 1], last: addresses.at(-1) }),
    },
  }));
}

/** The number in the address of an older page, for the parameter of its route. */
export function numberInPath(path: string): string {
  return path.split('/').at(-2) ?? '';
}

export interface ListPage<Item> {
  /** Inside the site. */
  readonly path: string;
  readonly items: readonly Item[];
  readonly place: PagePlace;
}

/** Where a page stands among those of its list. */
export interface PagePlace {
  /** Its entries, counted from the newest. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Paths inside the site; undefined where there is nothing in that direction. */
  readonly first?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  readonly last?: string | undefined;
}

interface ListAddresses {
  /** Of the page with the newest entries. */
  readonly plain: string;
  readonly older: (number: number) => string;
  /** How many entries stand at the plain address. */
  readonly shownFirst?: number;
}
