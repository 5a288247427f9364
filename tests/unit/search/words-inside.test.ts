import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import type { VocabularyFile } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const page = (id: string, question: string, text = '') => makeDocument({ id, question, sections: answer(text) });

const documents = [
  page('battery', '避難所にモバイルバッテリーは何台要りますか'),
  page('tour', 'スタディツアーの行き先はどう決めますか'),
  page('guide', '窓口のガイドブックは誰が作りますか'),
  page('basket', '体育館でバスケットはできますか'),
  page('minibus', 'マイクロバスは何人から借りられますか'),
  page('lotus', '池のハスはいつ咲きますか'),
  page('injury', '行事でけが人が出たらどうしますか', 'けがの様子を聞きます。'),
  page('family', '家族のけがや窓のかびはどこへ届けますか'),
  page('key', '役場の鍵は誰が持ちますか'),
  page('limit', '受付は定員になりしだい締め切りますか', '枠があるかぎり受け付けます。'),
  page('bag', 'ごみ袋はどこで買えますか'),
  page('rubbish', 'ごみの日はいつですか', 'ごみは朝に出します。'),
  page('people', '人が足りないときはどうしますか', '担当だけが知る手順をなくし、助けがいるときは隣の係に頼みます。'),
  page('child', '子どもを連れた人をどう案内しますか'),
  page('chair', '車いすで来た人の席はどこですか'),
  page('autumn', '令和3年10月の配置はどう変わりましたか'),
  page('spring', '四月に引き継ぐものは何ですか'),
  page('call', '火事のときは119番に何を伝えますか'),
  page('start', '5月1日の辞令はどこで渡しますか'),
  page('network', 'LGWANの端末はどこに置きますか'),
];
const vocabulary: VocabularyFile[] = [
  {
    readings: [
      { reading: 'かぎ', words: ['鍵'] },
      { reading: 'ごみぶくろ', words: ['ごみ袋'] },
    ],
  },
  {
    synonyms: [
      { words: ['子ども', 'こども', '子供'], strength: 'same' },
      { words: ['車いす', '車椅子'], strength: 'same' },
      { words: ['guidebook'], to: ['ガイドブック'], strength: 'same' },
      { words: ['けがを', 'のけが'], to: ['怪我'], strength: 'same' },
      { words: ['かびの', 'のかび'], to: ['黴'], strength: 'same' },
    ],
  },
];
const index = makeMemoryIndex(documents, vocabulary);
const ids = async (text: string) =>
  (await runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10 }, index)).results.map(
    (result) => result.id,
  );

describe('what a word finds', () => {
  it.each([
    ['バッテリー', ['battery']],
    ['スタディ', ['tour']],
    ['ガイド', ['guide']],
    ['バス', ['minibus']],
    ['ハス', ['lotus']],
    ['けが', ['injury', 'family']],
    ['かび', ['family']],
    ['ごみぶくろ', ['bag']],
    ['ごみぶくろの色', ['bag']],
    ['かぎ', ['key']],
    ['kagi', ['key']],
    ['かぎを持つ人', ['key']],
    ['かぎり', []],
    ['けが人', ['injury']],
    ['子供', ['child']],
    ['こども', ['child']],
    ['車椅子', ['chair']],
    ['車イス', ['chair']],
    ['2021年10月', ['autumn']],
    ['2021.10', ['autumn']],
    ['R3.10', ['autumn']],
    ['令和三年十月', ['autumn']],
    ['一一九番', ['call']],
    ['百十九番', ['call']],
    ['五月一日', ['start']],
    ['5/1', ['start']],
    ['4月に引き継ぐ', ['spring']],
    ['LGWAN系', ['network']],
    ['guidebook', ['guide']],
  ])('%s → %j', async (text, expected) => expect(await ids(text)).toEqual(expected));
});
