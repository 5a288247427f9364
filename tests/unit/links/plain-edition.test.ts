import { expect, test } from 'vitest';
import { writeGuide } from '../../../src/links/guide-for-models.ts';
import { writePlainEdition } from '../../../src/links/plain-edition.ts';
import { shorten } from '../../../src/links/shorten.ts';
import { absolute, sampleQa } from './sample-qa.ts';

test('the plain edition is Markdown without our components, with absolute links and lower headings in answers', () => {
  const [first] = sampleQa().answers;
  const qa = sampleQa({
    answers: first ? [{ ...first, text: '## 手順\n\n[別の質問](/q/zzzz2345/)を見ます。' }] : [],
    source: '## くわしく\n\n<Caution title="制度は変わっています">\n\n気をつけます。\n\n</Caution>\n\n<Steps>\n\n1. 一\n\n</Steps>\n\n<Figure src="/images/a.png" alt="図の説明" caption="図1" />',
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
  const qas = Array.from({ length: 501 }, (_, index) => sampleQa({ id: `q${String(index).padStart(7, '0')}`, question: `[${index}]番の質問はこれでよいですか。` }));
  const guide = writeGuide(qas, [], absolute);
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
