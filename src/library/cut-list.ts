/** Entries on one page of a list. */
const onePage = 50;

/**
 * Cuts a list, newest first, into pages. The first page shows the newest; what is older stands on numbered pages of
 * fifty each, which are counted from the oldest entry: a numbered page keeps what it shows while newer entries come,
 * and only the one with the highest number still fills up. `null` is the place of an entry that was withdrawn, which
 * stays empty, so that no other entry moves to another page.
 */
export function cutList<Item>(slots: readonly (Item | null)[], shownFirst = onePage): CutList<Item> {
  const older = slots.slice(shownFirst);
  const newestNumber = Math.ceil(older.length / onePage);
  const cuts = [
    { number: undefined, slots: slots.slice(0, shownFirst) },
    ...Array.from({ length: newestNumber }, (_, index) => {
      const number = newestNumber - index;
      const end = older.length - (number - 1) * onePage;
      return { number, slots: older.slice(Math.max(end - onePage, 0), end) };
    }),
  ];
  let before = 0;
  const pages = cuts.map(({ number, slots: own }): CutPage<Item> => {
    const items = own.filter((item) => item !== null);
    const from = items.length === 0 ? before : before + 1;
    before += items.length;
    return { number, items, from, to: before };
  });
  return { total: before, pages };
}

export interface CutList<Item> {
  /** Entries on all pages together. */
  readonly total: number;
  /** From the newest to the oldest. */
  readonly pages: readonly CutPage<Item>[];
}

interface CutPage<Item> {
  /** Counted from the page with the oldest entries, which is 1; undefined for the first, which shows the newest. */
  readonly number: number | undefined;
  readonly items: readonly Item[];
  /** Which entries of the list these are, counted from the newest; without entries both are the last one before. */
  readonly from: number;
  readonly to: number;
}
