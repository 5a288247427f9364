import { describe, expect, it } from 'vitest';
import { contentLimits } from '../../../src/lint/limits.ts';
import { lintContent } from '../../../src/lint/lint-content.ts';
import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { readPlainYaml } from '../../../src/lint/read-plain-yaml.ts';
import { expectCost } from '../../cost.ts';
import { qa, qaFile } from './content.ts';

const lint = (source: string) => {
  const document = parseDocument(qaFile, source, 'qa', readPlainYaml) as AnyDocument;
  return lintContent({ documents: [document], today: '2026-06-01', media: new Set() });
};
const withFields = (yaml: string) => `---\n${yaml}---\n\n本文です。\n`;

describe('sizes', () => {
  it('of an ordinary text are far from the limits', () => {
    expect(lint(qa({}, `${'長い段落です。'.repeat(3_000)}\n`)).filter(({ rule }) => rule === 'size')).toEqual([]);
  });

  it.each([
    ['a file', qa({}, 'あ\n'.repeat(contentLimits.characters)), /長すぎます（上限は100,000文字）/],
    ['a line', qa({}, 'あ'.repeat(contentLimits.lineLength + 1)), /この行が長すぎます/],
  ])('%s beyond them is named, and nothing else is said of the file', (_name, source, message) => {
    const [finding, ...more] = lint(source);
    expect(finding).toMatchObject({ rule: 'size', severity: 'error', message: expect.stringMatching(message) });
    expect(more).toEqual([]);
  });

  it.each([
    ['many fields', 'a: b\n'.repeat(15_000), /多すぎます/],
    ['brackets in brackets', `a: ${'['.repeat(300)}\n`, /「\[」/],
    ['lists in lists on a line', `a:\n  ${'- '.repeat(30)}あ\n`, /入れ子を浅く/],
  ])('%s are refused before they are read', (_name, yaml, message) => {
    expect(lint(withFields(yaml))).toContainEqual(
      expect.objectContaining({ rule: 'front-matter', message: expect.stringMatching(message) }),
    );
  });
});

describe('findings', () => {
  it('are capped, errors first, and say that there are more', () => {
    const findings = lint(qa({}, '連絡先は090-1234-5678です。\n\n'.repeat(400)));
    expect(findings).toHaveLength(contentLimits.findingsTold + 1);
    expect(findings.at(-1)).toMatchObject({
      rule: 'more-findings',
      severity: 'error',
      message: expect.stringContaining('ほかにも'),
    });
  });

  it('of unknown fields are capped too', () => {
    const yaml = Array.from({ length: 3_000 }, (_, index) => `k${index}: b\n`).join('');
    expect(lint(withFields(yaml)).length).toBeLessThanOrEqual(contentLimits.findingsTold + 1);
  });

  it('tell every repeated field, however many there are, without comparing each with each', () => {
    expect(lint(withFields('a: b\n'.repeat(3_000))).some(({ message }) => message.includes('二度'))).toBe(true);
  });
});

it('quote no more of a text than a sentence holds', () => {
  const findings = lint(withFields(`${'名'.repeat(900)}: 1\nquestion: あ\n`));
  expect(findings.length).toBeGreaterThan(0);
  for (const { message, field = '' } of findings) expect(message.length + field.length).toBeLessThan(1_300);
});

/** Found by `npm run bench:slow-input`; each took seconds, minutes or no end at all. */
const killers: [name: string, source: string][] = [
  ['backticks', qa({}, '`'.repeat(39_900))],
  [
    'backticks of many lengths',
    qa({}, Array.from({ length: 250 }, (_, index) => `${'`'.repeat(index + 1)}a`).join('')),
  ],
  ['spaces in the front matter', withFields(`${' '.repeat(39_900)}\n`)],
  ['dashes in the front matter', withFields(`${'-'.repeat(39_900)}\n`)],
  ['one field again and again', withFields('a: b\n'.repeat(4_900))],
  ['names', qa({}, '山田さん、'.repeat(7_900))],
  ['telephone numbers', qa({}, '03-1234-5678 '.repeat(3_000))],
  ['pieces of mail addresses', qa({}, 'a.a@a.'.repeat(6_600))],
  ['combining marks', qa({}, `か${'\u3099'.repeat(39_000)}`)],
  ['open quotes', withFields(`a: "${'"'.repeat(19_000)}\n`)],
  ['aliases', withFields(`a: ${'*b\n'.repeat(9_000)}`)],
  ['one long name of a field', withFields(`${'1番地葛\u{E0100}Tel:'.repeat(4_000)}\n`)],
  ['closing brackets in a table', qa({}, '|-]|\n1番!!str '.repeat(2_900))],
  ['headings that say the same', qa({}, '同じ\n===\n'.repeat(1_400))],
  ['code beside signs', qa({}, '`|'.repeat(19_900))],
  ['related questions that are not there', withFields(`related:\n${'  - aaaa2222\n'.repeat(4_000)}`)],
];

const paragraphs =
  '庁舎の引越しは、三か月前に**文書の仕分け**から始めます。\n\n- 古い書類は、保存の年限を見て決めます。\n\n';
const ordinary = qa({}, paragraphs.repeat(100));

it.each(killers)('%s cost no more than forty ordinary texts of 5,000 characters', (_name, source) => {
  expectCost(
    () => lint(source),
    () => lint(ordinary),
    40,
  );
});
