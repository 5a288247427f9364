import { expect, it } from 'vitest';
import { findFirstWords } from '../../../../../cms/admin/form/first-words.ts';

it.each([
  [{ question: '  引越しは\nいつですか。 ', summary: '春' }, '引越しは いつですか。'],
  [{ question: '', summary: '', answers: [{ text: '' }, { text: '二番目の答え' }] }, '二番目の答え'],
  [{ body: '本文だけ' }, '本文だけ'],
  [{ body: '## 進め方\n\n| 時期 | すること |\n| - | - |\n| 4月 | **契約** |' }, '進め方 時期 すること 4月 契約'],
  [{ answers: [{ text: '- 鍵\n- [名札](https://example.jp/)' }] }, '鍵 名札'],
  [{ title: '<参考> 5 * 3 * 2' }, '<参考> 5 * 3 * 2'],
  [{ title: '祭り' }, '祭り'],
  [{ id: 'abcd2345', asked: '2026-01-01', group: 'gifu', __source: 'x' }, ''],
  [{ question: '𠮷'.repeat(50) }, `${'𠮷'.repeat(40)}…`],
])('finds in %j the words %j', (data, words) => expect(findFirstWords(data)).toBe(words));
