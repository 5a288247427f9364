import { describe, expect, it } from 'vitest';
import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';
import { maskPersonalInformation } from '../../../src/privacy/mask-personal-information.ts';
import { expectCost } from '../../cost.ts';

const ordinary = (sentences: number) =>
  '岐阜市立中央小学校の三年生は十一月二十日に市役所を見学しました。'.repeat(sentences);
const thread =
  '岐阜県岐阜市中央1-2-3の田中さん（090-1234-5678、tanaka@city.lg.jp、@tanaka_k）です。\n個人番号 1234-5678-9018。';

describe('findPersonalInformation', () => {
  it('finds every kind in the order of the text, without overlaps', () => {
    const findings = findPersonalInformation(thread);
    expect(findings.map((finding) => finding.kind)).toEqual([
      'address',
      'name',
      'phone',
      'mail',
      'handle',
      'my-number',
    ]);
    for (const [index, finding] of findings.slice(1).entries())
      expect(finding.start).toBeGreaterThanOrEqual(findings[index]?.end ?? 0);
  });

  it('carries nothing of what it found', () => {
    expect(JSON.stringify(findPersonalInformation(thread))).not.toMatch(/田中|1234|tanaka|中央/);
  });

  it('counts in UTF-16 units, also behind characters outside the basic plane', () => {
    const text = '𠮷野家の🗾 090-1234-5678';
    const [finding] = findPersonalInformation(text);
    expect(text.slice(finding?.start, finding?.end)).toBe('090-1234-5678');
  });

  it('takes a long text in a time that grows with its length', () => {
    expect(findPersonalInformation(ordinary(3_000))).toEqual([]);
    expectCost(
      () => findPersonalInformation(ordinary(3_000)),
      () => findPersonalInformation(ordinary(300)),
      50,
    );
  });

  it.each([
    ['digits', '0'.repeat(50_000)],
    ['digits and hyphens', '1-'.repeat(25_000)],
    ['kanji', '市'.repeat(50_000)],
    ['signs', 'a@'.repeat(25_000)],
    ['dots', `a@${'b.'.repeat(25_000)}`],
    ['spaces', ' '.repeat(50_000)],
  ])('is not slowed by %s', (_what, hostile) => {
    expectCost(
      () => findPersonalInformation(hostile),
      () => findPersonalInformation(ordinary(1_600)),
      6,
    );
  });
});

describe('maskPersonalInformation', () => {
  it('puts a label in the place of each finding and keeps the rest', () => {
    expect(maskPersonalInformation(thread, findPersonalInformation(thread))).toBe(
      '〔住所〕の〔氏名〕さん（〔電話番号〕、〔メールアドレス〕、〔アカウント名〕）です。\n個人番号 〔マイナンバー〕。',
    );
  });

  it('leaves nothing to be found', () => {
    expect(findPersonalInformation(maskPersonalInformation(thread, findPersonalInformation(thread)))).toEqual([]);
  });
});
