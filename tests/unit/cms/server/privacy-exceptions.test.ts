import { expect, it } from 'vitest';
import { parsePrivacyExceptions } from '../../../../src/lint/privacy-exceptions.ts';
import { readPrivacyTrailers, rewriteExceptions, writePrivacyTrailers } from '../../../../cms/server/privacy-exceptions.ts';

const one = { file: 'content/qa/gifu/a.mdx', kind: 'phone', count: 1, reason: '公式サイトの代表番号', date: '2026-07-01' } as const;
const none = { added: [], moved: new Map<string, string>(), dropped: new Set<string>() };
const read = (source: string | undefined) => (source === undefined ? undefined : parsePrivacyExceptions(source).data);

it('begins the file, and leaves it alone when there is nothing to say', () => {
  expect(rewriteExceptions(undefined, none)).toBeUndefined();
  expect(read(rewriteExceptions(undefined, { ...none, added: [one] }))).toEqual([one]);
});

it('keeps comments, replaces a judgement of the same file and kind, moves and drops', () => {
  const source = `# 判断の記録\n- file: ${one.file}\n  kind: phone\n  reason: 前の理由です\n  date: 2026-01-01 # 会議で決めた\n- file: content/qa/gifu/b.mdx\n  kind: mail\n  reason: 窓口の共用アドレス\n  date: 2026-01-02\n`;
  const replaced = rewriteExceptions(source, { ...none, added: [one] });
  expect(replaced).toContain('# 判断の記録');
  expect(read(replaced)).toMatchObject([one, { kind: 'mail' }]);
  expect(read(rewriteExceptions(source, { ...none, moved: new Map([[one.file, 'content/qa/aichi/a.mdx']]) }))?.[0]?.file).toBe('content/qa/aichi/a.mdx');
  expect(read(rewriteExceptions(source, { ...none, dropped: new Set([one.file]) }))).toMatchObject([{ kind: 'mail' }]);
  expect(rewriteExceptions(source, { ...none, dropped: new Set([one.file]) })).toContain('# 判断の記録');
  expect(rewriteExceptions(source, none)).toBe(source);
});

it('carries judgements in trailers, and takes none that the build would not', () => {
  expect(readPrivacyTrailers(writePrivacyTrailers([one]))).toEqual([one]);
  expect(readPrivacyTrailers([{ key: 'CMS-Privacy-Exception', value: `${one.file} my-number 1 2026-07-01 理由はあります` }])).toEqual([]);
  expect(readPrivacyTrailers([{ key: 'CMS-Privacy-Exception', value: 'nonsense' }])).toEqual([]);
});
