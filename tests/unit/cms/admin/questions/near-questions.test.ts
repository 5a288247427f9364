import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createNearFinder } from '../../../../../cms/admin/questions/find-near-questions.ts';
import { indexQuestions, measureNearness } from '../../../../../cms/admin/questions/near-questions.ts';

const questions = [
  '台風で飛行機や船が止まり、観光客が足止めされるとき、市町村の観光担当は何をすればよいですか。',
  '庁舎の引越しを頼む業者は、いつごろ、どんな方法で決めればよいですか。',
  '避難所を開ける担当になったとき、最初の1時間は何から始めますか。',
  '庁舎の移転で、電話とLANはどう切り替えれば止めずに済みますか。',
];
const index = indexQuestions();
for (const question of questions) index.add(question);
const { weigh } = index;
const nearness = (typed: string, found: string, sameWords: { typed: string; found: string }[] = []) =>
  measureNearness(typed, found, { weigh, sameWords });

it('is one for the same question and nothing for one of other words', () => {
  for (const question of questions) expect(nearness(question, question)).toBeCloseTo(1);
  expect(nearness('給食の献立を変えるとき、保護者へのお知らせはどうしますか。', questions[1] ?? '')).toBeLessThan(0.1);
  expect(nearness('', questions[0] ?? '')).toBe(0);
});

it('takes one shared word for little', () => {
  expect(nearness('台風で花火大会を中止するとき、誰が決めて誰に知らせますか。', questions[0] ?? '')).toBeLessThan(0.3);
  expect(nearness('庁舎の自動販売機は、どの課が契約しますか。', questions[3] ?? '')).toBeLessThan(0.3);
});

it('counts words that the search takes for one another, where both stand there', () => {
  const typed = '役場の引っ越し会社は、いつ選定しますか。';
  const same = [
    { typed: '役場', found: '庁舎' },
    { typed: '会社', found: '業者' },
  ];
  expect(nearness(typed, questions[1] ?? '', same)).toBeGreaterThan(nearness(typed, questions[1] ?? '') + 0.2);
  expect(nearness(typed, questions[2] ?? '', same)).toBe(nearness(typed, questions[2] ?? ''));
});

it('finds in the catalogue too, never itself or what was withdrawn, and nothing for a few letters', async () => {
  const row = (id: string, question: string, status = 'current') => ({
    id,
    question,
    group: 'gifu',
    status,
    reviewBy: '',
    audience: 'members',
  });
  const rows = [
    row('aaaaaaaa', questions[2] ?? ''),
    row('bbbbbbbb', questions[2] ?? '', 'withdrawn'),
    ...questions.map((question, place) => row(`cccccc2${place}`, question)),
  ];
  const { find: findNear } = createNearFinder({
    base: '/kenjinkai/',
    catalogue: { load: () => Promise.resolve({ topics: [], questions: rows }) },
    findQuestions: () => Promise.resolve([{ id: 'cccccc22', question: questions[2] ?? '', matched: [] }]),
  });
  const typed = '避難所を開ける担当になりました。最初の1時間は何から始めればよいですか。';
  expect((await findNear(typed, undefined)).map(({ address }) => address)).toEqual([
    '/kenjinkai/q/cccccc22/',
    '/kenjinkai/admin/#/collections/qa/entries/gifu/aaaaaaaa',
  ]);
  expect((await findNear(typed, 'cccccc22')).map(({ id }) => id)).toEqual(['aaaaaaaa']);
  expect(await findNear('避難所', undefined)).toEqual([]);
});

it('measures few of many questions, and none too few', () => {
  const fixture = globSync('tests/fixtures/site/content/qa/*/*.mdx').map(
    (file) => /^question: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '',
  );
  const many = indexQuestions();
  for (const question of fixture) many.add(question);
  const least = 0.35;
  let measured = 0;
  let near = 0;
  for (const typed of [...fixture.map((question) => question.slice(0, -12)), ...questions]) {
    const sharing = new Set(many.findSharing(typed, least / (2 - least)));
    measured += sharing.size;
    for (const [number, question] of fixture.entries()) {
      if (measureNearness(typed, question, { weigh: many.weigh, sameWords: [] }) < least) continue;
      near += 1;
      expect(sharing.has(number), `${typed} / ${question}`).toBe(true);
    }
  }
  expect(near).toBeGreaterThan(50);
  expect(measured).toBeLessThan((fixture.length * fixture.length) / 4);
});
