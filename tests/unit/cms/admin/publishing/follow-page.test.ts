// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageFollower, readVersions } from '../../../../../cms/admin/publishing/follow-page.ts';
import { pageOf } from '../../../../../cms/admin/publishing/page-of.ts';
import type { Message } from '../../../../../cms/admin/messages/message-bar.ts';
import { fingerprint } from '../../../../../src/text/fingerprint.ts';

const said = vi.hoisted(() => [] as Omit<Message, 'id'>[]);
const closed = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../../../../cms/admin/messages/message-bar.ts', () => ({
  showMessage: (message: Message) => {
    said.push(message);
    return { change: (next: Message) => void said.push(next), close: () => void (closed.count += 1) };
  },
}));

beforeEach(() => {
  said.length = 0;
  closed.count = 0;
});
afterEach(() => void vi.restoreAllMocks());

const old = `<html><head><meta name="kenjinkai-versions" content="${fingerprint('old')}"></head></html>`;
const anew = old.replace(fingerprint('old'), fingerprint('new'));
const published = { collection: 'qa', slug: 'gifu/abcd2345', version: fingerprint('new'), isForMembers: false };

/** The answers in turn; the last one stays. */
function follow(answers: (string | number | Error)[], entry = published) {
  const asked: string[] = [];
  const fetch = vi.fn(async (address: string) => {
    asked.push(address);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
  });
  const follower = createPageFollower({
    base: '/kb/',
    fetch: fetch as unknown as typeof globalThis.fetch,
    wait: async () => undefined,
  });
  follower.follow(entry);
  return { follower, asked, done: follower.isThere(entry.collection, entry.slug) };
}

it('gives the link when the page shows what was published, and not before', async () => {
  const { asked, done } = follow([404, new TypeError('Failed to fetch'), old, anew]);
  expect(said).toHaveLength(1);
  expect(said[0]?.text).toContain('反映中');
  expect(said[0]?.link).toBeUndefined();
  expect(await done).toBe(true);
  expect(asked).toEqual(new Array(4).fill('/kb/q/abcd2345/'));
  expect(said.at(-1)).toMatchObject({ link: { address: '/kb/q/abcd2345/' } });
});

it('says so when it takes long, and never links to what is not there', async () => {
  const { done } = follow([404]);
  expect(await done).toBe(false);
  expect(said.map(({ text }) => text).join()).toContain('時間がかかって');
  expect(said.every(({ link }) => link === undefined)).toBe(true);
});

it('says no more of what is taken off the site while it is waited for, or after it has come', async () => {
  const { follower, asked } = follow([404]);
  follower.stop('qa', 'gifu/abcd2345');
  expect(closed.count).toBe(1);
  // One turn of the event loop ends what was under way; in the next nothing may happen.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const [asksSoFar, wordsSoFar] = [asked.length, said.length];
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([asked.length, said.length]).toEqual([asksSoFar, wordsSoFar]);
  expect(said.map(({ text }) => text).join()).not.toContain('時間がかかって');

  const after = follow([anew]);
  expect(await after.done).toBe(true);
  after.follower.stop('qa', 'gifu/abcd2345');
  expect(closed.count).toBe(2);
});

it('does not wait for a page that will never come', () => {
  for (const entry of [
    { ...published, isForMembers: true },
    { ...published, collection: 'vocabulary', slug: 'kotoba' },
  ]) {
    const { asked } = follow([404], entry);
    if (entry.isForMembers) expect(asked.length).toBeLessThanOrEqual(1);
  }
  expect(said.map(({ text }) => text)).toEqual([
    expect.stringContaining('会員限定'),
    expect.stringContaining('ページがありません'),
  ]);
});

it('knows where each collection shows its entries, and the versions of a page of several', () => {
  expect(pageOf('topics', 'bosai')).toBe('topics/bosai/');
  expect(pageOf('pride', 'abc')).toBe('pride/');
  expect(pageOf('vocabulary', 'kotoba')).toBeUndefined();
  expect(readVersions('<meta name="kenjinkai-versions" content="a b">')).toEqual(['a', 'b']);
  expect(readVersions('<html></html>')).toEqual([]);
});

it('tells versions apart, whatever Git does to the ends of lines', () => {
  expect(fingerprint('あ\r\nい\r\n')).toBe(fingerprint('あ\nい'));
  expect(fingerprint('\uFEFFあ')).toBe(fingerprint('あ'));
  expect(fingerprint('あ')).not.toBe(fingerprint('い'));
  expect(fingerprint('')).toMatch(/^[0-9a-f]{16}$/);
});
