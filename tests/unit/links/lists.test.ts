import { describe, expect, it } from 'vitest';
import type { LibraryQa } from '../../../src/library/qas.ts';
import { listMonth, listMonthByTopic, listNew, listsOfGroup, listTopic } from '../../../src/links/lists.ts';
import { provenances, keysOf } from '../../../src/schema/choices.ts';
import { sampleQa } from './sample-qa.ts';
import { sampleTopic } from '../library/sample-topic.ts';

/** Newest first, as the library gives them. */
const many = (count: number, own: (index: number) => Partial<LibraryQa> = () => ({})): LibraryQa[] =>
  Array.from({ length: count }, (_, index) => sampleQa({ id: `q${String(index).padStart(7, '0')}`, ...own(index) }));
const ids = (items: readonly { id: string }[] = []) => items.map(({ id }) => id);

describe('the list of all that is new', () => {
  it('leads from page to page and back, and names the first and the last', () => {
    const pages = listNew(many(173));
    expect(pages.map(({ path }) => path)).toEqual(['/new/', '/new/page/3/', '/new/page/2/', '/new/page/1/']);
    expect(pages.map(({ place }) => place)).toEqual([
      { from: 1, to: 50, total: 173, next: '/new/page/3/', last: '/new/page/1/' },
      { from: 51, to: 73, total: 173, first: '/new/', previous: '/new/', next: '/new/page/2/', last: '/new/page/1/' },
      {
        from: 74,
        to: 123,
        total: 173,
        first: '/new/',
        previous: '/new/page/3/',
        next: '/new/page/1/',
        last: '/new/page/1/',
      },
      { from: 124, to: 173, total: 173, first: '/new/', previous: '/new/page/2/' },
    ]);
  });

  it('holds nothing of what is withdrawn, whose place stays', () => {
    const pages = listNew(many(120, (index) => (index === 60 ? { status: 'withdrawn' } : {})));
    expect(pages.flatMap(({ items }) => ids(items))).not.toContain('q0000060');
    expect(pages.map(({ items }) => items.length)).toEqual([50, 19, 50]);
    expect(pages[0]?.place.total).toBe(119);
  });

  it('is plain data that names all that its page shows of an entry', () => {
    const [page] = listNew(many(1));
    expect(JSON.parse(JSON.stringify(page))).toEqual(page);
    expect(Object.keys(page?.items[0] ?? {}).sort()).toEqual(
      ['answered', 'answers', 'group', 'id', 'provenance', 'question', 'shownStatus', 'summary'].sort(),
    );
    expect(page?.items[0]?.answers).toEqual([{ by: { kind: 'city', population: 'from-50k', prefecture: 'gifu' } }]);
  });
});

describe('the lists of a group', () => {
  it('show fifty on its page, posts before articles before examples, and the rest on pages of their own', () => {
    const qas = many(150, (index) => ({ provenance: keysOf(provenances)[index % 3] ?? 'chat' }));
    const lists = listsOfGroup(qas, 'gifu');
    expect(lists.map(({ provenance }) => provenance)).toEqual(['chat', 'article', 'sample']);
    expect(lists.map(({ pages }) => pages.map(({ path, items }) => [path, items.length]))).toEqual([
      [['/groups/gifu/', 50]],
      [
        ['/groups/gifu/', 0],
        ['/groups/gifu/articles/1/', 50],
      ],
      [
        ['/groups/gifu/', 0],
        ['/groups/gifu/samples/1/', 50],
      ],
    ]);
  });

  it('hold what the group has, and no list of what it has not', () => {
    const qas = [...many(2), sampleQa({ id: 'zzzzzzzz', group: 'nagano' })];
    expect(listsOfGroup(qas, 'gifu').map(({ provenance, pages }) => [provenance, ids(pages[0]?.items)])).toEqual([
      ['chat', ['q0000000', 'q0000001']],
    ]);
  });
});

describe('the list of a topic', () => {
  it('holds what names it or a topic below it', () => {
    const topic = sampleTopic('money', [sampleTopic('tax')]);
    const qas = many(60, (index) => ({ topics: [index % 2 ? 'tax' : 'money'] }));
    const pages = listTopic([...qas, sampleQa({ id: 'zzzzzzzz', topics: ['people'] })], topic);
    expect(pages.map(({ path, items }) => [path, items.length])).toEqual([
      ['/topics/money/', 50],
      ['/topics/money/page/1/', 10],
    ]);
  });
});

describe('the work of a month', () => {
  const topics = [sampleTopic('money', [sampleTopic('tax')]), sampleTopic('people')];
  const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

  it('begins with what names fewest months, the newest first among those', () => {
    const qas = [
      sampleQa({ id: 'always', months: year }),
      sampleQa({ id: 'two', months: [4, 5] }),
      sampleQa({ id: 'one-new', months: [4] }),
      sampleQa({ id: 'anytime', months: [4], timing: 'anytime' }),
      sampleQa({ id: 'one-old', months: [4] }),
      sampleQa({ id: 'may', months: [5] }),
      // Named twice is named once.
      sampleQa({ id: 'twice', months: [4, 4] }),
    ];
    expect(ids(listMonth(qas, 4)[0]?.items)).toEqual(['one-new', 'one-old', 'twice', 'two', 'always']);
  });

  it('has pages of fifty, and so has each topic in it', () => {
    const qas = many(130, (index) => ({ topics: [index < 70 ? 'tax' : 'people'] }));
    expect(listMonth(qas, 4).map(({ path, items }) => [path, items.length])).toEqual([
      ['/months/4/', 50],
      ['/months/4/page/2/', 30],
      ['/months/4/page/1/', 50],
    ]);
    expect(
      listMonthByTopic(qas, 4, topics).map(({ topic, pages }) => [topic.id, pages.map(({ path }) => path)]),
    ).toEqual([
      ['money', ['/months/4/money/', '/months/4/money/page/1/']],
      ['people', ['/months/4/people/', '/months/4/people/page/1/']],
    ]);
  });
});
