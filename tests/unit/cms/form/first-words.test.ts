import { expect, it } from 'vitest';
import { findFirstWords } from '../../../../cms/form/first-words.ts';

it.each([
  [{ question: '  引越しは\nいつですか。 ', summary: '春' }, '引越しは いつですか。'],
  [{ question: '', summary: '', answers: [{ text: '' }, { text: '二番目の答え' }] }, '二番目の答え'],
  [{ body: '本文だけ' }, '本文だけ'],
  [{ title: '祭り' }, '祭り'],
  [{ id: 'abcd2345', asked: '2026-01-01', group: 'gifu', __source: 'x' }, ''],
  [{ question: '𠮷'.repeat(50) }, `${'𠮷'.repeat(40)}…`],
])('finds in %j the words %j', (data, words) => expect(findFirstWords(data)).toBe(words));
