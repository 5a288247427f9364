/**
 * Which items of a page's lists are ticked, kept on this device alone. An item is known by its words, so that an edit
 * of the page moves no tick to another item; items with the same words are told apart by their order.
 */
export function openTicks(pageId: string, storage: Storage | undefined = availableStorage()): Ticks {
  const key = `kenjinkai:ticks:${pageId}`;
  let kept = readKept(storage, key);
  return {
    isTicked: (item, otherwise) => kept.get(item) ?? otherwise,
    put: (changes) => {
      // Another tab may have ticked something in the meantime.
      const [newest, others] = [readKept(storage, key), [...kept]];
      kept = new Map([...others, ...newest, ...changes]);
      const shown = [...kept].slice(-maxItems);
      try {
        if (!storage) return false;
        storage.setItem(key, JSON.stringify(Object.fromEntries(shown)));
        return true;
      } catch {
        // A full or refused storage keeps the ticks until the page is left.
        return false;
      }
    },
  };
}

/** The words of items as keys: the second 「鍵を確かめる」 of a page is another item than the first. */
export function keysOf(items: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const words = item.replace(/\s+/g, ' ').trim();
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return count === 1 ? words : `${words} #${count}`;
  });
}

/** A page may hold a few lists of many items, and earlier wordings of them. */
const maxItems = 500;

function readKept(storage: Storage | undefined, key: string): Map<string, boolean> {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
    const ticks = Object.entries(value).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
    return new Map(ticks);
  } catch {
    return new Map();
  }
}

function availableStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

export interface Ticks {
  /** `otherwise` is what the page itself says of the item. */
  isTicked: (item: string, otherwise: boolean) => boolean;
  /** Whether it could be kept. */
  put: (changes: ReadonlyMap<string, boolean>) => boolean;
}
