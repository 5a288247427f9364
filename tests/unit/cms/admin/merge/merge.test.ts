import { describe, expect, it } from 'vitest';
import { mergeEntry } from '../../../../../cms/admin/merge/merge-entry.ts';
import { joinTexts } from '../../../../../cms/admin/merge/merge-text.ts';

const path = 'content/qa/gifu/abcd2345.mdx';
const write = ({
  summary = '一言',
  aliases = '[a, b]',
  answers = ['答え1\n二行目'],
  body = '段落一\n\n段落二\n\n段落三',
  more = '',
} = {}) =>
  `---\nid: abcd2345\nquestion: 質問 # 注\nsummary: ${summary}\n${more}aliases: ${aliases}\nanswers:\n${answers
    .map((text) => `  - date: 2026-05-20\n    text: |\n      ${text.replaceAll('\n', '\n      ')}\n`)
    .join('')}---\n\n${body}\n`;
const merge = (base: string | null, theirs: string | null, yours: string) =>
  mergeEntry({
    path,
    base: base === null ? null : { revision: 'b', text: base },
    theirs: theirs === null ? null : { revision: 't', text: theirs },
    yours: { text: yours },
  });

describe('two changes of one entry', () => {
  it('go together without a question where they touch different fields, answers or paragraphs, however near', () => {
    const theirs = write({
      summary: '相手の一言',
      aliases: '[a, b, c]',
      answers: ['答え1\n相手の二行目'],
      body: '相手の段落一\n\n段落二\n\n段落三',
    });
    const yours = write({
      aliases: '[a, d]',
      answers: ['自分の答え1\n二行目', '自分の答え2'],
      body: '段落一\n\n段落二\n\n自分の段落三',
      more: 'group: gifu\n',
    });
    const { conflicts, compose } = merge(write(), theirs, yours);
    // The lines of one answer stand side by side, so both changed the same conflict there.
    expect(conflicts.map(({ path: where }) => where)).toEqual([['answers', 0, 'text']]);
    conflicts[0]?.decide('決めた答え');
    const text = compose();
    for (const part of [
      'question: 質問 # 注',
      'summary: 相手の一言',
      '[ a, c, d ]',
      'group: gifu',
      '決めた答え',
      '自分の答え2',
      '相手の段落一',
      '自分の段落三',
    ]) {
      expect(text.replace('[a, c, d]', '[ a, c, d ]')).toContain(part);
    }
  });

  it('leave a conflict open for each field and each paragraph that both changed', () => {
    const theirs = write({ summary: '相手の一言', body: '相手の段落一\n\n段落二\n\n相手の段落三' });
    const yours = write({ summary: '自分の一言', body: '自分の段落一\n\n段落二\n\n自分の段落三' });
    const { conflicts, compose } = merge(write(), theirs, yours);
    expect(conflicts.map(({ path: where, theirs: one, yours: other }) => [where[0], one, other])).toEqual([
      ['summary', '相手の一言', '自分の一言'],
      ['__body', '相手の段落一', '自分の段落一'],
      ['__body', '相手の段落三', '自分の段落三'],
    ]);
    conflicts.forEach((conflict, index) => conflict.decide(`決めた${index}`));
    expect(compose()).toBe(write({ summary: '決めた0', body: '決めた1\n\n段落二\n\n決めた2' }));
  });

  it('leave a conflict open where one side took away what the other changed', () => {
    const gone = merge(
      write(),
      write({ body: '段落一\n\n段落三' }),
      write({ body: '段落一\n\n自分の段落二\n\n段落三' }),
    );
    expect(gone.conflicts).toHaveLength(1);
    expect(gone.conflicts[0]?.yours).toContain('自分の段落二');
    gone.conflicts[0]?.decide(gone.conflicts[0].theirs);
    expect(gone.compose()).not.toContain('自分の段落二');
    const field = merge(write({ more: 'group: gifu\n' }), write({ more: 'group: aichi\n' }), write());
    expect(field.conflicts).toMatchObject([{ path: ['group'], theirs: 'aichi', yours: undefined }]);
    field.conflicts[0]?.decide(undefined);
    expect(field.compose()).toBe(write());
  });

  it('keep both answers that were added, if that is decided', () => {
    const { conflicts, compose } = merge(
      write(),
      write({ answers: ['答え1\n二行目', '相手の答え'] }),
      write({ answers: ['答え1\n二行目', '自分の答え'] }),
    );
    expect(conflicts).toMatchObject([{ path: ['answers'], kind: 'items' }]);
    const [conflict] = conflicts;
    conflict?.decide([...(conflict.theirs as unknown[]), ...(conflict.yours as unknown[])]);
    expect(compose()).toBe(write({ answers: ['答え1\n二行目', '相手の答え', '自分の答え'] }));
  });

  it('are compared without what they began from, where nobody knows it', () => {
    const { conflicts } = merge(null, write({ body: '同じ\n\n相手' }), write({ body: '同じ\n\n自分' }));
    expect(conflicts.map(({ theirs, yours }) => [theirs, yours])).toEqual([['相手', '自分']]);
  });

  it('are one open conflict where the other side deleted the entry', () => {
    const { conflicts, compose } = merge(write(), null, write({ summary: '自分の一言' }));
    expect(conflicts).toMatchObject([{ path: [], theirs: undefined }]);
    expect(compose()).toBe(write({ summary: '自分の一言' }));
  });

  it('are compared line by line where the fields cannot be read', () => {
    const { conflicts, compose } = merge('a\nb\nc', 'a\nx\nc', 'a\ny\nc');
    expect(conflicts).toMatchObject([{ theirs: 'x', yours: 'y' }]);
    conflicts[0]?.decide('z');
    expect(compose()).toBe('a\nz\nc');
  });
});

it('decides texts of very many lines as a whole, in bounded time', () => {
  const lines = (last: string) => `---\n---\n\n${'x\n\n'.repeat(100_000)}${last}\n`;
  const { conflicts, compose } = merge(lines('a'), lines('b'), lines('c'));
  expect(conflicts).toHaveLength(1);
  conflicts[0]?.decide('決めた');
  expect(compose()).toContain('決めた');
});

it('joins two texts as paragraphs, and items of a list as one list', () => {
  expect(joinTexts('一つ目。', '二つ目。')).toBe('一つ目。\n\n二つ目。');
  expect(joinTexts('- 一\n- 二', '- 三')).toBe('- 一\n- 二\n- 三');
  expect(joinTexts('| a |', '| b |')).toBe('| a |\n| b |');
});
