import { pageVersionsName } from '../../../src/links/page-versions.ts';
import { showMessage } from '../messages/message-bar.ts';
import { pageOf } from './page-of.ts';

/**
 * After a publication, says that the site is being made anew, looks at the page until it shows what was published, and
 * gives the link only then. A page that takes long is said to; of one that is taken off again nothing more is said.
 */
export function createPageFollower({ base, fetch, wait = waitMs }: FollowerOptions): PageFollower {
  const pending = new Map<string, Promise<boolean>>();
  /** What ends the following of each entry; its message may be there long after the page. */
  const ends = new Map<string, () => void>();
  const look = async (address: string, version?: string): Promise<boolean> => {
    const response = await fetch(address, { cache: 'no-store', credentials: 'omit' }).catch(() => undefined);
    if (!response?.ok) return false;
    return version === undefined || readVersions(await response.text()).includes(version);
  };
  const poll = async (address: string, version: string, { onLate, isOver }: PollOptions): Promise<boolean> => {
    for (let spentMs = 0, isLate = false; spentMs < timeoutMs && !isOver();) {
      if (await look(address, version)) return true;
      const pause = spentMs < quickMs ? quickPauseMs : slowPauseMs;
      await wait(pause);
      spentMs += pause;
      if (spentMs >= lateMs && !isLate) {
        isLate = true;
        onLate();
      }
    }
    return false;
  };
  return {
    follow: ({ collection, slug, version, isForMembers }) => {
      const page = pageOf(collection, slug);
      const id = idOf(collection, slug);
      ends.get(id)?.();
      if (page === undefined || isForMembers) {
        const { close } = showMessage({ id, text: page === undefined ? words.noPage : words.members, stayMs: 20_000 });
        ends.set(id, close);
        return;
      }
      const address = base + page;
      const message = showMessage({ id, text: words.underWay });
      let isOver = false;
      ends.set(id, () => {
        isOver = true;
        message.close();
      });
      const arrived = poll(address, version, {
        onLate: () => message.change({ text: words.late }),
        isOver: () => isOver,
      }).then((isThere) => {
        if (isOver) return false;
        pending.delete(id);
        if (isThere) message.change({ text: words.arrived, link: { address, words: words.open }, stayMs: 60_000 });
        return isThere;
      });
      pending.set(id, arrived);
    },
    stop: (collection, slug) => {
      const id = idOf(collection, slug);
      ends.get(id)?.();
      ends.delete(id);
      pending.delete(id);
    },
    isThere: async (collection, slug) => {
      const page = pageOf(collection, slug);
      if (page === undefined) return false;
      return (await pending.get(idOf(collection, slug))) ?? look(base + page);
    },
  };
}

function idOf(collection: string, slug: string): string {
  return `page-${collection}-${slug}`;
}

/** The versions that a page says it was made from. */
export function readVersions(html: string): string[] {
  const found = new RegExp(`<meta name="${pageVersionsName}" content="([^"]*)"`).exec(html)?.[1] ?? '';
  return found.split(' ').filter((version) => version !== '');
}

const words = {
  underWay: 'サイトに反映中です…（ふつうは数十秒で終わります）',
  arrived: 'サイトに反映されました。',
  open: '公開中のページを開く',
  late: 'サイトへの反映に時間がかかっています。公開はできています。このまま待つか、しばらくしてから見てください。続くときは管理者に知らせてください。',
  noPage: 'この項目には自分のページがありません。次にサイトが作り直されると、検索に使われます。',
  members: '会員限定なので、公開サイトには出ません。会員向けのサイトに反映されます。',
} as const;

const waitMs = (pause: number) => new Promise<void>((resolve) => setTimeout(resolve, pause));
const quickPauseMs = 2_000;
const quickMs = 30_000;
const slowPauseMs = 10_000;
const lateMs = 120_000;
/** Half an hour. */
const timeoutMs = 1_800_000;

export interface PageFollower {
  follow(published: Published): void;
  /** Says no more of an entry that is taken off the site. */
  stop(collection: string, slug: string): void;
  /** Whether an entry's page can be opened; waits for one that is being followed. */
  isThere(collection: string, slug: string): Promise<boolean>;
}

export interface Published {
  collection: string;
  slug: string;
  /** Of the text that was published. */
  version: string;
  isForMembers: boolean;
}

interface PollOptions {
  onLate: () => void;
  isOver: () => boolean;
}

interface FollowerOptions {
  /** The site's own path, with slashes at both ends. */
  base: string;
  fetch: typeof globalThis.fetch;
  wait?: (pauseMs: number) => Promise<void>;
}
