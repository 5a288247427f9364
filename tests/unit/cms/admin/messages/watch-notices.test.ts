import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchNotices } from '../../../../../cms/admin/messages/watch-notices.ts';

let answer: { ok: boolean; signedIn?: boolean; notice?: string | null };
let said: string[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
  said = [];
  answer = { ok: true, signedIn: true, notice: null };
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch(already: string | null = null) {
  const fetch = vi.fn(async () => {
    if (!answer.ok) throw new TypeError('cut');
    return { ok: true, json: async () => answer } as Response;
  });
  stop = watchNotices({ base: '/kb/', said: already, say: (notice) => void said.push(notice), fetch, every: 1_000 });
  return { fetch, look: () => vi.advanceTimersByTimeAsync(1_000) };
}

it('says a notice when it comes, once, and again only after it was gone', async () => {
  const { fetch, look } = watch();
  await look();
  answer = { ok: true, signedIn: true, notice: '組み立てられませんでした。' };
  for (let count = 0; count < 3; count += 1) await look();
  expect(said).toEqual(['組み立てられませんでした。']);
  answer = { ...answer, notice: null };
  await look();
  answer = { ...answer, notice: '組み立てられませんでした。' };
  await look();
  expect(said).toHaveLength(2);
  expect(fetch).toHaveBeenCalledWith('/kb/api/cms/session', expect.anything());
});

it('does not repeat what was said when the desk opened', async () => {
  const { look } = watch('遅れています。');
  answer = { ok: true, signedIn: true, notice: '遅れています。' };
  await look();
  expect(said).toEqual([]);
});

it('says nothing while the line is cut, nobody is signed in, or nobody looks', async () => {
  const { fetch, look } = watch();
  answer = { ok: false };
  await look();
  answer = { ok: true, signedIn: false, notice: '組み立てられませんでした。' };
  await look();
  expect(said).toEqual([]);
  vi.stubGlobal('document', { hidden: true });
  await look();
  expect(fetch).toHaveBeenCalledTimes(2);
  vi.stubGlobal('document', { hidden: false });
  answer = { ok: true, signedIn: true, notice: '組み立てられませんでした。' };
  await look();
  expect(said).toHaveLength(1);
});
