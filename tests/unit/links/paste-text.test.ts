import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import {
  writeMail,
  writeMarkdown,
  writePlain,
  writeSlack,
  writeTogether,
  type ShareableAnswer,
} from '../../../src/links/share/paste-text.ts';
import { toShareable } from '../../../src/links/shareable.ts';
import { sampleQa } from './sample-qa.ts';

const url = 'https://example.lg.jp/q/abcd2345/';
const answer = toShareable(sampleQa(), url);
const nasty: ShareableAnswer = {
  ...answer,
  question: '*太字* _下線_ `code` [link](x) <!here> :tada: は & 1. # どう?',
  summary: '> 引用 ~取消~ **強調** &amp; \\',
  label: '作例',
};

describe('writePlain', () => {
  test('is question, answer, who and when, and the link alone on the last line', () => {
    expect(writePlain(answer)).toBe(
      [
        '庁舎の引越しで、業者はいつまでに決めればよいですか。',
        '→ 開庁の8か月前までに契約します。',
        '（人口5万人以上10万人未満の市（岐阜県）、2026年5月22日）',
        url,
      ].join('\n'),
    );
  });

  test('warns of examples and of what may no longer hold', () => {
    expect(writePlain(toShareable(sampleQa({ provenance: 'sample', shownStatus: 'outdated' }), url))).toMatch(
      /^【作例・古い情報】/,
    );
  });

  test('never has more than five lines, and none that is empty', () => {
    for (const one of [answer, nasty, { ...answer, who: '', when: '' }]) {
      const lines = writePlain(one).split('\n');
      expect(lines.length).toBeLessThanOrEqual(5);
      expect(lines.every((line) => line.trim() !== '')).toBe(true);
      expect(lines.at(-1)).toBe(url);
    }
  });
});

describe('writeSlack', () => {
  test('marks the question bold and the answer as a quotation', () => {
    expect(writeSlack(answer).split('\n')).toEqual([
      `*${answer.question}*`,
      `> ${answer.summary}`,
      `${answer.who}、${answer.when}`,
      url,
    ]);
  });

  test('lets no sign in the words pair up, call anybody or become an emoji', () => {
    const [question = '', summary = ''] = writeSlack(nasty).split('\n');
    expect(question.slice(1, -1)).not.toMatch(/[*_`~](?!\u2060)|<!|:tada:/);
    expect(summary).not.toMatch(/[~*](?!\u2060)/);
    expect(writeSlack(nasty).replaceAll('\u2060', '')).toContain(nasty.question);
  });
});

describe('writeMarkdown', () => {
  test('reads back as one bold link, a quotation and plain words, whatever signs the words hold', () => {
    for (const one of [answer, nasty]) {
      const tree = unified().use(remarkParse).parse(writeMarkdown(one));
      const kinds: string[] = [];
      const words: string[] = [];
      visit(tree, (node) => {
        kinds.push(node.type);
        if (node.type === 'text') words.push(node.value);
      });
      expect(kinds.filter((kind) => kind !== 'text')).toEqual([
        'root',
        'paragraph',
        'strong',
        'link',
        'blockquote',
        'paragraph',
        'paragraph',
      ]);
      expect(words.join('\n')).toBe(
        [
          one.label === '' ? one.question : `【${one.label}】${one.question}`,
          one.summary,
          `${one.who}、${one.when}`,
        ].join('\n'),
      );
    }
  });

  test('has at most five lines', () => {
    expect(writeMarkdown(nasty).split('\n').length).toBeLessThanOrEqual(5);
  });
});

test('a mail has the question as its subject and the same text as its body', () => {
  const mail = new URL(writeMail(nasty, '県人会ナレッジ'));
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('subject')).toBe(`【県人会ナレッジ】${nasty.question}`);
  expect(mail.searchParams.get('body')).toBe(`${writePlain(nasty).replaceAll('\n', '\r\n')}\r\n`);
});

test('several answers stand one after another with a blank line between', () => {
  expect(writeTogether([answer, nasty])).toBe(`${writePlain(answer)}\n\n${writePlain(nasty)}`);
});
