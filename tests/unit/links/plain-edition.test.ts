import { expect, test } from 'vitest';
import { writeLlmsTxt } from '../../../src/links/llms-txt.ts';
import { writePlainEdition } from '../../../src/links/plain-edition.ts';
import { shorten } from '../../../src/links/shorten.ts';
import { toShareable } from '../../../src/links/shareable.ts';
import { absolute, sampleQa } from './sample-qa.ts';

test('the plain edition is Markdown without our components, with absolute links and lower headings in answers', () => {
  const [first] = sampleQa().answers;
  const qa = sampleQa({
    answers: first ? [{ ...first, text: '## 手順\n\n[別の質問](/q/zzzz2345/)を見ます。' }] : [],
    source:
      '## くわしく\n\n<Caution title="制度は変わっています">\n\n気をつけます。\n\n</Caution>\n\n<Steps>\n\n1. 一\n\n</Steps>\n\n<Figure src="/images/a.png" alt="図の説明" caption="図1" />',
    sources: [{ title: '資料', url: 'https://e-gov.go.jp/' }],
  });
  const text = writePlainEdition(qa, ['庁舎移転'], absolute);
  expect(text).toMatch(/^# 庁舎の引越しで/);
  expect(text).toContain('\n### 手順\n');
  expect(text).toContain('[別の質問](https://example.lg.jp/base/q/zzzz2345/)');
  expect(text).toContain('**注意：制度は変わっています**\n\n気をつけます。');
  expect(text).toContain('![図の説明](https://example.lg.jp/base/images/a.png)\n\n図1');
  expect(text).toContain('- 資料 <https://e-gov.go.jp/>');
  expect(text).not.toMatch(/<\/?[A-Z]/);
});

test('the guide for models lists at most the newest five hundred and says so', () => {
  const qas = Array.from({ length: 501 }, (_, index) =>
    sampleQa({ id: `q${String(index).padStart(7, '0')}`, question: `[${index}]番の質問はこれでよいですか。` }),
  );
  const guide = writeLlmsTxt(qas, [], absolute);
  expect(guide).toMatch(/^# 県人会ナレッジ\n\n> /);
  expect(guide).toContain('## 質問と回答（新しい500件）');
  expect(guide).toContain('- [\\[0\\]番の質問はこれでよいですか。](https://example.lg.jp/base/q/q0000000.md): ');
  expect(guide).not.toContain('q0000500.md');
});

test('a long text is shortened between phrases', () => {
  const long = '庁舎の引越しで、業者はいつまでに決めればよいですか。'.repeat(5);
  const short = shorten(long, 70);
  expect([...short].length).toBeLessThanOrEqual(70);
  expect(short).toMatch(/…$/);
  expect(long.startsWith(short.slice(0, -1))).toBe(true);
  expect(shorten('短い。', 70)).toBe('短い。');
  expect([...shorten('a'.repeat(100), 70)]).toHaveLength(70);
});

test('the plain edition of an example says when it was made, for which prefecture, and of no question or answer day', () => {
  const text = writePlainEdition(sampleQa({ provenance: 'sample' }), [], absolute);
  expect(text).toContain('- 作成日：2026-05-22');
  expect(text).toContain('- 想定した県：岐阜県\n');
  expect(text).toContain('- 状態：見直し期限内（2027年5月まで）');
  expect(text).not.toMatch(/回答日|質問日|県人会：/);
  expect(writePlainEdition(sampleQa({ provenance: 'article' }), [], absolute)).toMatch(/- 掲載：2026-05-22/);
  expect(writePlainEdition(sampleQa(), [], absolute)).toMatch(/- 質問日：2026-05-01\n- 回答日：2026-05-22/);
});

test('what goes into a chat names the source of an article, and the day by what happened on it', () => {
  const article = sampleQa({
    provenance: 'article',
    sources: [{ title: '広報の手引き（2024年）' }, { title: '別の資料' }],
  });
  expect(toShareable(article, 'https://example.lg.jp/q/a/')).toMatchObject({
    who: '広報の手引き（2024年） ほか1件',
    when: '掲載：2026年5月22日',
  });
  expect(toShareable(sampleQa({ provenance: 'sample' }), '')).toMatchObject({
    who: '人口5万人以上10万人未満の市（岐阜県）を想定',
    when: '作成日：2026年5月22日',
    label: '作例',
  });
});
