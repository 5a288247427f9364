import { describe, expect, it } from 'vitest';
import { answered, kinds, unanswered } from '../../search/clerk-queries/clerk-query.ts';
import { development } from '../../search/clerk-queries/development.ts';
import { judge, summarise } from '../../search/clerk-queries/judge.ts';
import { unseen } from '../../search/clerk-queries/unseen.ts';

describe('what clerks type', () => {
  it('is asked once, in one of two sets that are halves of every kind', () => {
    const all = [...development, ...unseen].map(({ query }) => query);
    expect(all.filter((query, index) => all.indexOf(query) !== index)).toEqual([]);
    for (const kind of kinds) {
      const count = (set: typeof unseen, hasAnswer: boolean) =>
        set.filter((query) => query.kind === kind && query.best.length > 0 === hasAnswer).length;
      expect(count(development, true), kind).toBe(count(unseen, true));
      expect(count(development, false), kind).toBe(count(unseen, false));
    }
  });
});

describe('judge', () => {
  const page = (...shown: string[]) => ({ shown, nothing: '', leftOut: '' });

  it('wants any of the best first, and counts the cards that are of no use', () => {
    const query = answered('question', '鍵は誰が持つか', ['a', 'b'], ['c']);
    expect(judge(query, page('b', 'c', 'd'))).toMatchObject({ place: 1, useless: 1, isGood: true });
    expect(judge(query, page('c', 'a', 'd', 'e'))).toMatchObject({ place: 2, useless: 2, isGood: false });
    expect(judge(query, page('c'))).toMatchObject({ place: 0, useless: 0, isGood: false });
  });

  it('wants the page to say that nothing answers, or few cards', () => {
    const query = unanswered('question', '桜はいつ咲くか');
    expect(judge(query, page('a', 'b', 'c', 'd')).isGood).toBe(false);
    expect(judge(query, page('a', 'b', 'c')).isGood).toBe(true);
    expect(judge(query, { ...page('a', 'b', 'c', 'd'), leftOut: '「桜」は、ありません。' }).isGood).toBe(true);
    expect(judge(query, { ...page(), nothing: '見つかりませんでした。' }).isGood).toBe(true);
  });

  it('is summed up, with the long lists of those that few pages answer', () => {
    const narrow = answered('question', '鍵は誰が持つか', ['a']);
    const wide = answered('name', '岐阜', ['a', 'b', 'c', 'd']);
    const many = [...'abcdefghijk'];
    const nothing = judge(unanswered('name', '月'), page());
    const judgements = [judge(narrow, page(...many)), judge(wide, page(...many)), nothing];
    expect(summarise(judgements)).toEqual({
      answered: 2,
      first: 2,
      firstThree: 2,
      missing: 0,
      denied: 0,
      narrow: 1,
      uselessMedian: 10,
      longLists: 1,
      unanswered: 1,
      saysSo: 1,
    });
  });
});
