import { describe, expect, it } from 'vitest';
import { keysOf, openTicks } from '../../../src/reading/ticks.ts';
import { writeChecklist } from '../../../src/reading/write-checklist.ts';

/** Storage that may be full or refused. */
function storage(texts: Record<string, string> = {}, isFull = false): Storage {
  const kept = new Map(Object.entries(texts));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new Error('full');
      kept.set(key, value);
    },
  } as Storage;
}

describe('ticks', () => {
  it('are found again after an edit that adds, moves and removes items', () => {
    const device = storage();
    const before = keysOf(['鍵を閉める', '消灯', '鍵を閉める']);
    openTicks('abcd2345', device).put(
      new Map([
        [before[0] ?? '', true],
        [before[2] ?? '', false],
        ['消灯', true],
      ]),
    );
    const after = keysOf(['新しい項目', '消灯', '鍵を  閉める', '鍵を閉める']);
    const ticks = openTicks('abcd2345', device);
    expect(after.map((key) => ticks.isTicked(key, false))).toEqual([false, true, false, true]);
    expect(keysOf(['鍵を\n閉める '])[0]).toBe('鍵を 閉める');
  });

  it('belong to one page', () => {
    const device = storage();
    openTicks('aaaa2222', device).put(new Map([['鍵', true]]));
    expect(openTicks('bbbb3333', device).isTicked('鍵', false)).toBe(false);
    expect(openTicks('aaaa2222', device).isTicked('鍵', false)).toBe(true);
  });

  it('of another tab are kept', () => {
    const device = storage();
    const [here, there] = [openTicks('aaaa2222', device), openTicks('aaaa2222', device)];
    here.put(new Map([['一', true]]));
    there.put(new Map([['二', true]]));
    here.put(new Map([['三', true]]));
    const later = openTicks('aaaa2222', device);
    expect(['一', '二', '三'].map((key) => later.isTicked(key, false))).toEqual([true, true, true]);
  });

  it('stay for the visit where nothing can be kept, and say so', () => {
    const full = openTicks('aaaa2222', storage({}, true));
    expect(full.put(new Map([['鍵', true]]))).toBe(false);
    expect(full.isTicked('鍵', false)).toBe(true);
    expect(openTicks('aaaa2222', undefined).put(new Map([['鍵', true]]))).toBe(false);
  });

  it.each(['null', '[]', '"鍵"', '{"鍵":"true"}', '{', '7'])('take nothing from a spoilt record: %s', (spoilt) => {
    const ticks = openTicks('aaaa2222', storage({ 'kenjinkai:ticks:aaaa2222': spoilt }));
    expect(ticks.isTicked('鍵', true)).toBe(true);
    expect(ticks.isTicked('toString', false)).toBe(false);
  });
});

it('a checklist is copied with its boxes, its parts moved in, and its address', () => {
  const items = [
    { text: '鍵', depth: 0, isTicked: true },
    { text: '正面', depth: 1, isTicked: false },
    { text: '消灯', depth: 0, isTicked: false },
  ];
  expect(writeChecklist('前日', items, 'https://example.lg.jp/q/a/')).toBe(
    '前日\n☑ 鍵\n　□ 正面\n□ 消灯\nhttps://example.lg.jp/q/a/',
  );
  expect(writeChecklist('', items.slice(2), '')).toBe('□ 消灯');
});
