import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import type { Segment } from '../../../src/search/query/mark-text.ts';
import type { VocabularyFile } from '../../../src/search/vocabulary.ts';
import { makeDocument, makeMemoryIndex } from './memory-index.ts';

const vocabulary: VocabularyFile[] = [
  {
    synonyms: [
      { words: ['子供', '子ども', 'こども'], strength: 'same' },
      { words: ['新コロ'], to: ['新型コロナ'], strength: 'same' },
      { words: ['じゅうたん'], to: ['粗大ごみ'], strength: 'near' },
      { words: ['罹災証明書', '罹災証明'], to: ['写真'], strength: 'related' },
      { words: ['罹災証明書', '罹災証明'], to: ['住家被害認定調査'], strength: 'near' },
      { words: ['火事'], to: ['火災'], strength: 'near' },
      { words: ['PC', 'パソコン'], strength: 'same' },
      { words: ['会計'], to: ['経理'], strength: 'same' },
    ],
  },
];
/** Pages that make words known: loanwords stand alone on several. */
const fillers = ['バス', 'サービス', 'ワクチン', 'バスケット', 'ノートパソコン'].flatMap((word) =>
  ['一', '二', '三'].map((number) => `${number}月の${word}は誰が頼みますか`),
);

/** The marked stretches of a text on the page that holds nothing else; near words in angle brackets. */
async function marksOf(query: string, text: string): Promise<string[]> {
  const texts = [text, ...fillers];
  const documents = texts.map((question, place) => makeDocument({ id: `q${place}`, question }));
  const request = { text: query, filters: {}, sort: 'relevance', offset: 0, limit: 30, withTouching: true } as const;
  const { results } = await runSearch(request, makeMemoryIndex(documents, vocabulary));
  return show(results.find(({ id }) => id === 'q0')?.question ?? []);
}

function show(segments: readonly Segment[]): string[] {
  return segments.filter(({ marked }) => marked).map(({ text, isNear }) => (isNear ? `<${text}>` : text));
}

describe('a mark stands where the word stands', () => {
  it.each([
    ['コロナ', '新型コロナワクチンの予約はいつですか', ['コロナワクチン']],
    ['サービス', '外部のクラウドサービスを使えますか', ['クラウドサービス']],
    ['バス', 'バスとバスケットは誰が頼みますか', ['バス']],
    ['けが', '訓練でけがをしただけが心配です', ['けが']],
    ['けが人', 'けが人と手伝いの人は誰が迎えますか', ['けが人']],
    ['お金', 'お金は国の金で足りますか', ['お金']],
    ['選挙人', '選挙に人を出すとき選挙人は何人ですか', ['選挙', '選挙人']],
    ['つながらない', '電話がつながらないときつながる道は', ['つながら', 'つながる']],
    ['e-Gov', 'e-Govの届は誰が出しますか', ['e-Gov']],
    ['2024年3月', '2024年3月31日と13日のどちらですか', ['2024年3月']],
    ['引越', '引っ越しと引越しは違いますか', ['引っ越', '引越']],
    ['コスト', '起こすとコストはいくらですか', ['コスト']],
    ['AI', 'mailとAIは使えますか', ['AI']],
  ])('%s in %s: %j', async (query, text, expected) => expect(await marksOf(query, text)).toEqual(expected));
});

describe('other words are marked as a whole, by the rule of what was typed', () => {
  it.each([
    ['子供', '子どもと子供会とこどもの数は', ['子ども', '子供', 'こども']],
    ['新コロ', '新型コロナワクチンの予約は', ['新型コロナワクチン']],
    ['じゅうたん', '粗大ごみとごみの日は違いますか', ['<粗大ごみ>']],
    ['PC', 'ノートパソコンは誰が選びますか', ['ノートパソコン']],
  ])('%s in %s: %j', async (query, text, expected) => expect(await marksOf(query, text)).toEqual(expected));
});

describe('what is only near', () => {
  it.each([
    ['罹災証明書', '罹災証明書に写真は要りますか', ['罹災証明書']],
    ['罹災証明書', '罹災証明書の前の住家被害認定調査は', ['罹災証明書']],
    ['罹災証明', '写真は誰が撮りますか', []],
    ['火事', '火災の届は誰が出しますか', ['<火災>']],
    ['火事', '火事と火災は違いますか', ['火事']],
  ])('%s in %s: %j', async (query, text, expected) => expect(await marksOf(query, text)).toEqual(expected));
});

describe('the place that matched', () => {
  const long = 'あさがおの鉢は各課で水をやります。'.repeat(3);
  const page = makeDocument({
    id: 'own',
    question: '荷物は誰が運びますか',
    summary: '当日の誘導は管財担当課が受け持ちます。',
    aliases: ['台車 何台', '荷物 運ぶ', '引越し業者 立会い'],
    sections: [
      { anchor: 'a1', heading: '回答1', text: `${long}倉庫の鍵は前の日に借ります。${long}`, kind: 'answer' },
      {
        anchor: 'h-一覧',
        heading: '一覧',
        text: '時刻 担当 持ち物\n9時 管財課 養生テープと手袋\n10時 総務課 名札\n11時 管財課 名札',
        kind: 'body',
      },
    ],
  });
  const ask = async (text: string) => {
    const index = makeMemoryIndex([page, makeDocument({ id: 'other', question: '会議室の予約は' })], vocabulary);
    return (await runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 5 }, index)).results[0];
  };

  it.each([
    ['倉庫', { anchor: 'a1', fragment: '倉庫の鍵は前の日に借ります' }],
    ['養生テープ', { anchor: 'h-一覧', fragment: '養生テープと手袋' }],
    ['誘導', { anchor: 'summary', excerpt: [] }],
    ['管財担当課', { anchor: 'summary', excerpt: [] }],
  ])('%s leads to %j', async (query, expected) => expect((await ask(query))?.best).toMatchObject(expected));

  it.each(['名札', '総務課'])('names no line that stands twice or is too short to be found: %s', async (query) => {
    const best = (await ask(query))?.best;
    expect(best?.anchor).toBe('h-一覧');
    expect(best?.fragment).toBeUndefined();
  });

  it.each([
    ['台車', '台車 何台', ['台車']],
    ['業者 立会', '引越し業者 立会い', ['業者', '立会']],
    ['だいしゃ 台車', '台車 何台', ['台車']],
  ])('%s shows the alias %s', async (query, alias, marked) => {
    const segments = (await ask(query))?.alias ?? [];
    expect(segments.map(({ text }) => text).join('')).toBe(alias);
    expect(show(segments)).toEqual(marked);
  });
  it.each(['荷物', '荷物 運ぶ', '誘導', '倉庫'])('shows no alias for %s, which the texts say', async (query) =>
    expect((await ask(query))?.alias).toBeUndefined(),
  );
});

describe('reasons', () => {
  it('tell other words from near ones, and do not tell of what is only related', async () => {
    const documents = ['子どもの火災', '経理と火災', '写真'].map((question, place) =>
      makeDocument({ id: `q${place}`, question }),
    );
    const index = makeMemoryIndex(documents, vocabulary);
    const ask = async (text: string) =>
      (await runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 5 }, index)).results[0];
    expect(await ask('子供 火事')).toMatchObject({ near: ['火災'], matched: [{ found: '子ども' }, { found: '火災' }] });
    expect(await ask('会計')).toMatchObject({ near: [], matched: [{ typed: '会計', found: '経理' }] });
  });
});
