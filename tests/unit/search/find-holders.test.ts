import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import type { VocabularyFile } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const page = (id: string, question: string, text = '') => makeDocument({ id, question, sections: answer(text) });

const documents = [
  page('cable', '幹線の工事はいつですか', '新庁舎の幹線を引きます。'),
  page('child', '保育所の点数はどう決めますか', '生活の様子と保護者の事情で決めます。'),
  page('relocation', '庁舎の移転は誰が決めますか'),
  page('tsunami', '海辺では何を確かめますか', '津波の避難場所を確かめます。'),
  page('shelter', '避難場所の鍵は誰が持ちますか'),
  page('fee', '予約を取り消すとキャンセル料はかかりますか'),
  page('slot', 'キャンセルで空いた枠はどうしますか', '料金は要りません。'),
  page('dog', '犬の死亡届はどこに出しますか'),
  page('entry', '登録の手続きは何ですか'),
  page('january', '1月31日までに出すものは何ですか'),
  page('march', '3月31日までに出すものは何ですか', '1月から準備します。'),
  page('rubbish', 'ごみ処理場はどこですか'),
  page('certificate', '証明書はどの窓口で渡しますか'),
  page('damage', '罹災証明の調査は何日かかりますか'),
  page('licence', '運転免許の返納はどこで受けますか'),
];
const vocabulary: VocabularyFile[] = [
  {
    synonyms: [
      { words: ['犬の登録'], to: ['犬の死亡届'], strength: 'near' },
      { words: ['ガベージコレクション'], to: ['ごみ集め処理'], strength: 'near' },
    ],
  },
];
const index = makeMemoryIndex(documents, vocabulary);
const ask = (text: string) => runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10 }, index);
const ids = async (text: string) => (await ask(text)).results.map((result) => result.id);

describe('one thing that was asked for', () => {
  it.each([
    ['新幹線', []],
    ['生活保護', []],
    ['庁舎移転', ['relocation']],
    ['出生証明書', []],
    ['卒業証明書', []],
    ['罹災証明書', ['damage']],
    ['運転免許証', ['licence']],
    ['キャンセル料', ['fee']],
    ['犬', ['dog']],
    ['1月31日', ['january']],
  ])('%s is found on %j and nowhere else', async (text, expected) => expect(await ids(text)).toEqual(expected));

  it('comes before what shares some of its letters', async () =>
    expect((await ids('津波避難場所'))[0]).toBe('tsunami'));

  it('is not met by one word of a phrase', async () => {
    expect(await ids('犬の登録')).not.toContain('entry');
    expect(await ids('ガベージコレクション')).toEqual([]);
  });
});

describe('several things', () => {
  it('may each be missing, and the page says which', async () => {
    const answered = await ask('庁舎移転 水族館');
    expect(answered.results.map((result) => result.id)).toContain('relocation');
    expect(answered.leftOut).toEqual(['水族館']);
  });

  it('are not left out when a page says them in another form', async () =>
    expect((await ask('庁舎の移転 決定')).leftOut).not.toContain('庁舎'));
});
