import { describe, expect, it } from 'vitest';
import { isWantedByTexts } from '../../../../../cms/admin/form/needed-basis.ts';
import { lint, qa, qaFile, soundQa } from '../../../lint/content.ts';

const [answer] = soundQa.answers;
const isWanted = (values: object) => isWantedByTexts('qa', { ...soundQa, ...values }, ['basis']);
/** Whether the content check would refuse the entry for want of a basis. */
const isRefused = ({ body, ...fields }: Record<string, unknown>) =>
  lint({ [qaFile]: qa(fields, typeof body === 'string' ? body : undefined) }).some(({ rule }) => rule === 'basis');

describe('the basis is wanted as the check wants it', () => {
  it.each([
    ['an article in the text', { body: '地方自治法第234条によります。\n' }, true],
    [
      'in kanji, in an answer',
      { answers: [answer, { ...structuredClone(answer), text: '同法第二百三十四条の二です。\n' }] },
      true,
    ],
    ['in the question', { question: '地方公務員法第38条の許可は、いつ要りますか。' }, true],
    ['a legal deadline in the short answer', { summary: '法律で14日以内に届け出ます。' }, true],
    ['of an ordinance', { body: '条例により、7日前までに出します。\n' }, true],
    ['a deadline that people set', { body: '契約から14日以内に現地を歩く方法が安全です。\n' }, false],
    ['a street', { body: '北3条西2丁目の会場です。\n' }, false],
    ['nothing of a law', {}, false],
  ])('%s', (_name, values, expected) => {
    expect([isWanted(values), isRefused(values)]).toEqual([expected, expected]);
  });
});

it('stays wanted once it stands there, and is asked of no other field', () => {
  const body = '地方自治法第234条によります。\n';
  expect(isWanted({ body, basis: [{ law: '地方自治法', article: '第234条', checked: '2026-11-01' }] })).toBe(true);
  expect(isWantedByTexts('qa', { body }, ['practice'])).toBe(false);
  expect(isWantedByTexts('topics', { body }, ['basis'])).toBe(false);
  expect(isWantedByTexts('qa', { answers: [null, 3], body: undefined }, ['basis'])).toBe(false);
});
