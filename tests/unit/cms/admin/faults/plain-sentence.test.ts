import { describe, expect, it } from 'vitest';
import { plainSentence } from '../../../../../cms/admin/faults/plain-sentence.ts';
import { writtenText } from '../../../../../cms/admin/preview/read-form.ts';
import { findProblems } from '../../../../../cms/admin/widgets/text-editor/problems.ts';
import { mdxProblem, mdxProblemCodes } from '../../../../../src/mdx/problems.ts';
import { lint, yaml } from '../../../lint/content.ts';

/** What a sentence quotes is what somebody typed; how an address begins is known everywhere. */
const ownWords = (sentence: string) => sentence.replace(/「[^」]*」|https?:\/\/|\bID\b/g, '');

/** Those alone that say why the build of a maintainer's page stops. */
const ofMaintainers = new Set(['page-unreadable', 'page-component']);

describe('what stops a text is said without a machine’s word', () => {
  it.each(mdxProblemCodes.filter((code) => !ofMaintainers.has(code)))('%s', (code) => {
    const sentence = plainSentence(
      mdxProblem(code, undefined, code === 'bad-attribute' ? '値を直してください。' : 'あれ').message,
    );
    expect(ownWords(sentence)).not.toMatch(/\p{sc=Latin}/u);
    expect(sentence).toMatch(/ください。$/);
  });

  it.each([
    '<b>太い</b>',
    '<!DOCTYPE html>',
    '<Figure alt="図" />',
    '<Figure src="/images/a.bmp" alt="図" width="x" height="0" />',
    '<Note title="">\n\n文\n\n</Note>',
    '<Note type={1}>\n\n文\n\n</Note>',
    '<Note {...a}>\n\n文\n\n</Note>',
    '<Note onclick="a">\n\n文\n\n</Note>',
    '<note>文</note>',
    '<Quote>\n\n文\n\n</Quote>',
    '<Steps>\n\n文\n\n</Steps>',
    '文 <Note>文</Note>',
    '![図](https://example.jp/a.png)',
    '[名](ftp://example.jp/)',
    'あ\u200Bい',
  ])('for %j', (text) => {
    const problems = findProblems(text);
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    for (const { message } of problems) expect(ownWords(message)).not.toMatch(/\p{sc=Latin}/u);
  });
});

it('is said in the preview as beside the text', () => {
  const { text } = writtenText('<b>太い</b>', '/');
  expect(text).toContain('文章の上に並ぶボタンから');
  expect(text).not.toMatch(/Markdown|Note/);
});

it('names what a part lacks as its dialog does', () => {
  const [problem] = findProblems('<Figure src="/images/a.png" />');
  expect(problem?.message).toContain('「説明」がありません');
});

it('names how near words are as the form does', () => {
  const rows = (strength: string, ...words: string[]) => ({ words, strength });
  const synonyms = [rows('same', '庁舎', '役所'), rows('same', '役所', '役場'), rows('related', '庁舎', '役場')];
  const findings = lint({ 'content/vocabulary/kihon.yaml': yaml({ title: '基本', synonyms }) });
  const found = findings.filter(({ rule }) => rule === 'synonyms');
  expect(found.length).toBeGreaterThan(0);
  for (const { message } of found) expect(plainSentence(message)).not.toMatch(/\p{sc=Latin}/u);
});
