import { expect, it, vi } from 'vitest';
import type { Client } from '../../../../../cms/admin/backend/client.ts';
import { createNameCheck } from '../../../../../cms/admin/form/name-check.ts';
import type { ImmutableMap } from '../../../../../cms/admin/decap/decap.ts';
import { sayTaken } from '../../../../../src/lint/taken-name.ts';

const catalogue = {
  load: async () => ({
    topics: [{ id: 'office-move', name: '庁舎の引越し', kana: 'ちょうしゃのひっこし', parent: null }],
    questions: [],
  }),
};

/** An entry of Decap's, as far as the names look at it. */
function entry(collection: string, data: Record<string, unknown>, newRecord = true): ImmutableMap {
  const top: Record<string, unknown> = { collection, newRecord };
  return {
    get: (key: string) => top[key],
    getIn: ([, key]: readonly (string | number)[]) => data[String(key)],
  } as unknown as ImmutableMap;
}

function open(holder: object | null) {
  const act = vi.fn(async () => ({ holder }));
  return { act, names: createNameCheck({ client: { act } as unknown as Client, catalogue }) };
}

it.each([
  [entry('topics', { __name: 'budget', name: '予算' }), { collection: 'topics', slug: 'budget', title: '予算' }],
  [
    entry('vocabulary', { __name: 'kosodate', title: '子育て' }),
    { collection: 'vocabulary', slug: 'kosodate', title: '子育て' },
  ],
  [entry('qa', { id: 'abcd2345', group: 'gifu' }), { collection: 'qa', slug: 'gifu/abcd2345', title: '' }],
  [
    entry('events', { __name: 'abcd2345', title: '勉強会' }),
    { collection: 'events', slug: 'abcd2345', title: '勉強会' },
  ],
])('asks who has the name that a new entry will get', async (made, asked) => {
  const { act, names } = open({ slug: asked.slug, sentence: '使っています。' });
  expect(await names.check(made)).toMatchObject({ sentence: '使っています。' });
  expect(act).toHaveBeenCalledWith('nameHolder', asked);
});

it.each([
  entry('topics', { __name: 'budget' }, false),
  entry('topics', {}),
  entry('qa', { id: 'abcd2345' }),
  entry('pages', { __name: 'about' }),
  entry('groups', { name: '岐阜県' }),
])('asks nothing of an entry that has its file, or no name yet', async (made) => {
  const { act, names } = open(null);
  expect(await names.check(made)).toBeUndefined();
  expect(act).not.toHaveBeenCalled();
});

it('refuses a save under another name than the one that was typed', async () => {
  const { names } = open(null);
  await names.check(entry('topics', { __name: 'budget', name: '予算' }));
  expect(() => names.refuseRenamed('topics', 'budget')).not.toThrow();
  expect(() => names.refuseRenamed('topics', 'budget-1')).toThrow(/「budget」は、.*保存していません。.*別の名前/);
  expect(() => names.refuseRenamed('vocabulary', 'budget-1')).not.toThrow();
});

it('knows published topics without a server of ours', async () => {
  const names = createNameCheck({ client: undefined, catalogue });
  expect((await names.find({ collection: 'topics', slug: 'office-move' }))?.sentence).toContain(
    '「庁舎の引越し」が使っています',
  );
  expect(await names.find({ collection: 'topics', slug: 'office' })).toBeUndefined();
});

it('says of a drawn name, which nobody can choose anew, that the entry is saved already', () => {
  const sentence = sayTaken({ collection: 'qa', id: 'abcd2345', kind: 'draft', title: '庁舎の引越しは。' });
  expect(sentence).toMatch(/^この質問は、「庁舎の引越しは。」としてもう保存されています。/);
  expect(sentence).not.toContain('違う');
});
