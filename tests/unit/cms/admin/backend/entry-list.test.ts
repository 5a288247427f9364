import { expect, it, vi } from 'vitest';
import type { Client } from '../../../../../cms/admin/backend/client.ts';
import { createEntryList } from '../../../../../cms/admin/backend/entry-list.ts';
import type { ListedEntry } from '../../../../../cms/protocol/entry-shapes.ts';

const place = { folder: 'content/qa', extension: 'mdx', depth: 2 };
const entry = (name: string, id: string | null = 'x'): ListedEntry => ({
  path: `content/qa/gifu/${name}.mdx`,
  id,
  fields: id === null ? null : { question: `${name} ${id}` },
});

function open(...answers: object[][]) {
  const act = vi.fn(() => Promise.resolve(answers.shift() ?? []));
  const list = createEntryList({ act } as unknown as Pick<Client, 'act'>);
  const load = async () => (await list.load(place)).map(({ path, id }) => `${path.slice(16, -4)} ${id}`);
  return { act, list, load };
}

it('asks for everything once, then for what differs, and keeps the order of paths', async () => {
  const { act, load } = open(
    [{ tree: 'one', isWhole: true }, entry('c'), entry('a'), entry('b')],
    [{ tree: 'two', isWhole: false }, entry('a', null), entry('b', 'y'), entry('aa')],
    [{ tree: 'two', isWhole: false }],
    [{ tree: 'three', isWhole: true }, entry('z')],
  );
  expect(await load()).toEqual(['a x', 'b x', 'c x']);
  expect(await load()).toEqual(['aa x', 'b y', 'c x']);
  expect(await load()).toEqual(['aa x', 'b y', 'c x']);
  expect(await load()).toEqual(['z x']);
  expect(act.mock.calls).toEqual([
    ['listEntries', place],
    ['listEntries', { ...place, since: 'one' }],
    ['listEntries', { ...place, since: 'two' }],
    ['listEntries', { ...place, since: 'two' }],
  ]);
});

it('asks once for all who wait', async () => {
  const { act, list } = open([{ tree: 'one', isWhole: true }, entry('a')]);
  const [one, other] = await Promise.all([list.load(place), list.load(place)]);
  expect(one).toBe(other);
  expect(act).toHaveBeenCalledOnce();
});

it('asks again for everything while something cannot be read, and after a failure', async () => {
  const damaged = { ...entry('b', null), error: '「b」を読めません。' };
  const { act, load } = open([{ tree: 'one', isWhole: true }, entry('a'), damaged], [{ tree: 'one', isWhole: true }]);
  expect(await load()).toEqual(['a x', 'b null']);
  await load();
  expect(act).toHaveBeenLastCalledWith('listEntries', place);
  act.mockRejectedValueOnce(new Error('cut'));
  await expect(load()).rejects.toThrow('cut');
  act.mockResolvedValueOnce([{ tree: 'two', isWhole: true }, entry('c')]);
  expect(await load()).toEqual(['c x']);
});
