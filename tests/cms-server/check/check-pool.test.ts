import { afterEach, expect, it } from 'vitest';
import { checkLimits, createCheckPool, type CheckPool } from '../../../cms/server/check/check-pool.ts';
import { threadStarter, type CheckLimits } from '../../../cms/server/check/thread.ts';

const pools: CheckPool[] = [];

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

async function open(limits: Partial<CheckLimits> = {}): Promise<(text: string) => Promise<string>> {
  const program = new URL('./stubborn-thread.ts', import.meta.url);
  const pool = createCheckPool(threadStarter(program, { root: '', mediaFolder: '' }, 60_000), {
    ...checkLimits,
    ...limits,
  });
  pools.push(pool);
  await pool.warmUp({ tree: '', today: '2026-06-01' });
  return async (text) => {
    const texts = new Map([['content/qa/gifu/aaaa2222.mdx', { text, collection: 'qa' as const }]]);
    const changes = { texts, images: [], removedImages: new Set<string>() };
    const change = { tree: '', changes, exceptions: [], reason: undefined, isPublishing: false };
    const { shownAddresses } = await pool.check({ kind: 'check', change, today: '2026-06-01' }, text.length);
    return [...shownAddresses].join('');
  };
}

it('ends a check that takes too long, says so, and goes on with another thread', async () => {
  const check = await open({ threads: 1, checkTimeoutMs: 300 });
  const slow = check('for ever');
  const next = check('next');
  await expect(slow).rejects.toMatchObject({
    status: 422,
    code: 'content',
    message: expect.stringContaining('時間がかかりすぎる'),
  });
  await expect(next).resolves.toBe('next');
});

it('replaces a thread that died, and refuses the text by which a second one died', async () => {
  const check = await open({ threads: 1 });
  const [bad, good] = [check('dies'), check('good')];
  await expect(bad).rejects.toMatchObject({ status: 422, code: 'content' });
  await expect(good).resolves.toBe('good');
});

it('keeps a thread for ordinary texts, however many large ones there are', async () => {
  const check = await open();
  let largeOnes = 0;
  const large = Array.from({ length: 3 }, async () => {
    await check(`2000 ${'あ'.repeat(checkLimits.largeFrom)}`);
    largeOnes += 1;
  });
  await Promise.all([check('one'), check('two'), check('three')]);
  expect(largeOnes).toBe(0);
  await Promise.all(large);
  expect(largeOnes).toBe(3);
});

it('answers that it is busy where too many wait', async () => {
  const check = await open({ threads: 1, maxWaiting: 2 });
  const started = [check('200'), check('a'), check('b'), check('c')];
  const results = await Promise.allSettled(started);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  expect(results.at(-1)).toMatchObject({ reason: { status: 503, code: 'busy' } });
});

it('rejects the checks that still wait when it is closed', async () => {
  const check = await open({ threads: 1 });
  const both = [check('for ever'), check('a')];
  const results = Promise.allSettled(both);
  await pools[0]?.close();
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
