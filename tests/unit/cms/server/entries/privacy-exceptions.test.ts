import { expect, it } from 'vitest';
import { parsePrivacyExceptions } from '../../../../../src/lint/privacy-exceptions.ts';
import {
  readPrivacyTrailers,
  rewriteExceptions,
  writePrivacyTrailers,
} from '../../../../../cms/server/entries/privacy-exceptions.ts';

const [mark, otherMark] = ['a', 'b'].map((digit) => `v1.${digit.repeat(32)}.${digit.repeat(64)}`) as [string, string];
const file = 'content/qa/gifu/a.mdx';
const one = { file, kind: 'phone', value: mark, count: 1, reason: '公式サイトの代表番号', date: '2026-07-01' } as const;
const none = { judged: new Map(), moved: new Map<string, string>(), dropped: new Set<string>() };
const read = (source: string | undefined) => (source === undefined ? undefined : parsePrivacyExceptions(source).data);
const source = `# 判断の記録
- file: ${file}
  kind: phone
  value: ${mark}
  reason: 前の理由です
  date: 2026-01-01 # 会議で決めた
- file: content/qa/gifu/b.mdx
  kind: mail
  value: ${otherMark}
  reason: 窓口の共用アドレス
  date: 2026-01-02
`;

it('begins the file, and leaves it alone when there is nothing to say', () => {
  expect(rewriteExceptions(undefined, none)).toBeUndefined();
  expect(read(rewriteExceptions(undefined, { ...none, judged: new Map([[file, [one]]]) }))).toEqual([one]);
  expect(rewriteExceptions(source, none)).toBe(source);
});

it('keeps comments, replaces the judgements of a file, moves and drops', () => {
  const replaced = rewriteExceptions(source, { ...none, judged: new Map([[file, [one]]]) });
  expect(replaced).toContain('# 判断の記録');
  expect(read(replaced)).toMatchObject([one, { kind: 'mail' }]);
  const moved = 'content/qa/aichi/a.mdx';
  expect(read(rewriteExceptions(source, { ...none, moved: new Map([[file, moved]]) }))?.[0]?.file).toBe(moved);
  const dropped = rewriteExceptions(source, { ...none, dropped: new Set([file]) });
  expect(read(dropped)).toMatchObject([{ kind: 'mail' }]);
  expect(dropped).toContain('# 判断の記録');
});

it('drops what no longer stands in a file, and what says of no value', () => {
  const old = `- file: ${file}\n  kind: phone\n  reason: 前の形の理由\n  date: 2026-01-01\n`;
  expect(read(rewriteExceptions(old + source, { ...none, judged: new Map([[file, []]]) }))).toMatchObject([
    { kind: 'mail' },
  ]);
});

it('carries judgements in trailers, and takes none that the build would not', () => {
  expect(readPrivacyTrailers(writePrivacyTrailers([one]))).toEqual([one]);
  for (const value of [
    `${file} my-number 1 ${mark} 2026-07-01 理由はあります`,
    `${file} phone 1 2026-07-01 前の形の理由`,
    'nonsense',
  ]) {
    expect(readPrivacyTrailers([{ key: 'CMS-Privacy-Exception', value }])).toEqual([]);
  }
});
