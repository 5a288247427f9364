import { expect, it } from 'vitest';
import { openDeviceList } from '../../../../src/search/view/device-list.ts';

function makeStorage(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as unknown as Storage;
}

it('keeps the newest first, each once, and lets one give way to what it goes on to', () => {
  const list = openDeviceList('list', 3, makeStorage());
  for (const text of ['避難所', '庁舎', ' 避難所 ', '']) list.add(text);
  expect(list.read()).toEqual(['避難所', '庁舎']);
  list.add('避難所 運営', '避難所');
  expect(list.read()).toEqual(['避難所 運営', '庁舎']);
  for (const text of ['一', '二', '三']) list.add(text);
  expect(list.read()).toEqual(['三', '二', '一']);
});

it('is empty where nothing can be kept', () => {
  const list = openDeviceList('list', 3, undefined);
  list.add('避難所');
  expect(list.read()).toEqual([]);
});
