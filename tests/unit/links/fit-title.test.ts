import { readFileSync, globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitTitle, splitPhrases, type TitleBox } from '../../../src/links/card/fit-title.ts';

const box: TitleBox = { width: 1056, height: 300, largest: 92, smallest: 32, step: 4, lineHeight: 1.32, maxLines: 4 };
const files = globSync('tests/fixtures/site/content/qa/**/*.mdx');
const questions = files.map((file) => /^question: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '');

describe('fitTitle', () => {
  test('sets every question of a whole site in two to four lines that fit, broken between phrases', () => {
    expect(questions.length).toBeGreaterThan(50);
    for (const question of questions) {
      const { size, lines } = fitTitle(question, measure, box);
      expect(lines.length, question).toBeGreaterThanOrEqual(2);
      expect(lines.length, question).toBeLessThanOrEqual(4);
      for (const line of lines) expect(measure(line) * size, line).toBeLessThanOrEqual(box.width);
      expect(lines.length * size * box.lineHeight).toBeLessThanOrEqual(box.height);
      expect(lines.join('').replaceAll(' ', '')).toBe(question.replaceAll(' ', ''));
      expect(
        lineEnds(lines).every((end) => phraseEnds(question).has(end)),
        `${question}: ${lines.join('／')}`,
      ).toBe(true);
    }
  });

  test('finds room for the longest question that the schema allows, whole and in four lines', () => {
    const question =
      '庁舎の移転に合わせて窓口の配置と電話の内線番号と庁内ネットワークの切替えを同じ週末に行う場合に、住民への案内と職員の参集と委託業者の作業時間をどのような順番で決めておけば、月曜日の朝に混乱なく開庁できますか。教えてください。お願いしますね。';
    expect([...question]).toHaveLength(120);
    const { size, lines } = fitTitle(question, measure, box);
    expect(lines).toHaveLength(4);
    expect(size).toBeGreaterThanOrEqual(32);
    expect(lines.join('')).toBe(question);
  });

  test('sets a short question in two large lines and a short name in one', () => {
    expect(fitTitle('育休中も参加できますか。', measure, box)).toEqual({
      size: 92,
      lines: ['育休中も', '参加できますか。'],
    });
    expect(fitTitle('災害', measure, box)).toEqual({ size: 92, lines: ['災害'] });
  });

  test('makes the letters smaller before it breaks a long word', () => {
    const word = 'ボランティアスタッフオリエンテーション';
    const { size, lines } = fitTitle(`${word}を行うには`, measure, box);
    expect(size).toBeLessThan(92);
    expect(lines.some((line) => line.includes(word))).toBe(true);
  });

  test('breaks an address longer than a line at the smallest size, between letters', () => {
    const url = `https://www.example.lg.jp/${'a'.repeat(90)}`;
    const { size, lines } = fitTitle(url, measure, box);
    expect(size).toBe(32);
    expect(lines.join('')).toBe(url);
    for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(box.width);
  });
});

test('no phrase begins with a closing mark or ends with an opening one', () => {
  for (const question of [
    ...questions,
    '「」、。（例）のような「記号」だけの（、）でも？',
    '「開庁日」（案内）はいつ出しますか？！',
  ]) {
    for (const phrase of splitPhrases(question).slice(1)) expect(phrase).not.toMatch(/^[、。）」？！ーっゃゅょ]/u);
    for (const phrase of splitPhrases(question).slice(0, -1)) expect(phrase).not.toMatch(/[（「]$/u);
  }
});

/** Like the bundled font: half an em for ASCII, an em for the rest. */
function measure(text: string): number {
  return [...text].reduce((total, character) => total + (character <= '~' ? 0.5 : 1), 0);
}

function lineEnds(lines: readonly string[]): number[] {
  return lines.map(
    (_line, index) =>
      lines
        .slice(0, index + 1)
        .join('')
        .replaceAll(' ', '').length,
  );
}

function phraseEnds(question: string): Set<number> {
  const phrases = splitPhrases(question);
  return new Set(
    phrases.map(
      (_phrase, index) =>
        phrases
          .slice(0, index + 1)
          .join('')
          .replaceAll(' ', '').length,
    ),
  );
}
