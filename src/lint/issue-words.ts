import { findHiddenCharacters, nameCharacter } from '../schema/hidden-characters.ts';
import { findSegmentFault, maxSegmentLength } from '../schema/path-segment.ts';
import { knownYears } from '../schema/scalars.ts';
import { findAddressFault, type AddressFault } from '../schema/web-address.ts';

/** Sentences for what the types alone do not say. `label` is the field's Japanese name. */

/**
 * By `params.reason` of the checks in the schemas. What looks at several fields at once has a sentence; what looks at
 * one value has one made from the field's name and the value.
 */
export const reasons: Readonly<Record<string, string | ((label: string, value: string) => string)>> = {
  'consent-missing':
    '由来が「県人会の投稿」（chat）なのに了承（consent）がありません。了承を得た日（date）と範囲（scope）を書いてください。',
  'source-missing':
    '由来が「記事・公表資料」（article）なのに出典（sources）がありません。出典名（title）を一つ以上書いてください。',
  'months-missing':
    '時期が「毎年この月」（yearly）なのに月がありません。時期（月）（months）に月を一つ以上書くか、時期（timing）を「随時」（anytime）に直してください。',
  'practice-empty':
    '決裁と手続（practice）が空です。決める人・様式・予算科目・議会のどれかを書くか、項目ごと消してください。',
  'withdrawal-missing':
    '状態が「取り下げ」（withdrawn）なのに取り下げ（withdrawn）の項目がありません。取り下げた日（date）を書いてください。',
  'status-not-withdrawn':
    '取り下げ（withdrawn）の項目があるのに状態が「取り下げ」ではありません。状態（status）を「取り下げ」（withdrawn）に直すか、取り下げの項目を消してください。',
  'review-before-asked':
    '見直し期限が質問日より前です。見直し期限（reviewBy）を質問日（asked）より後の日に直してください。',
  'review-before-answer':
    '見直し期限が回答日より前です。見直し期限（reviewBy）を、いちばん新しい回答日より後の日に直してください。ふつうは回答の1年後です。',
  'time-missing': '日時がありません。開始（start）と終了（end）の両方か、時期（when）を書いてください。',
  'end-before-start': '終了が開始より前か同じです。終了（end）を開始（start）より後に直してください。',
  'one-word-group':
    '言葉が一つだけです。同じ意味の言葉（words）を二つ以上書くか、見つけたい言葉（to）を書いてください。',
  'far-year': (label) =>
    `${label}の年が${knownYears.first}年から${knownYears.last}年までの間にありません。年を確かめて直してください。`,
  'no-such-moment': (label) =>
    `${label}が実在しない日時です。日付・時刻と、最後の時差（日本なら「+09:00」）を確かめて直してください。例：2027-02-13T14:00+09:00。`,
  'hidden-character': (label, value) => {
    const names = [...new Set(findHiddenCharacters(value, maxNamed).map(({ character }) => nameCharacter(character)))];
    return `${label}に目に見えない文字、または使えない文字（${names.join('、')}）が入っています。その場所を消して、打ち直してください。`;
  },
  'path-segment': (label, value) => explainPath(label, value),
  'web-address': (label, value) => explainAddress(label, findAddressFault(value)),
};

const maxNamed = 5;

/** What is wrong with an address of the web; `label` says which one. */
function explainAddress(label: string, fault: AddressFault | undefined): string {
  if (fault === 'credentials') {
    return `${label}の「//」と「/」の間に「@」があり、別のサイトへ導くことがあります。「@」とその前を消し、開いて確かめてください。`;
  }
  if (fault === 'private-host') {
    return `${label}は庁内や手元だけの名前（数字だけのもの、localhost など）で、読む人は開けません。公開されているアドレスに直すか、消してください。`;
  }
  return `${label}に空白・「\\」・目に見えない文字か、ドメイン名の中の「%」があります。正しいアドレスを貼り付け直してください。`;
}

function explainPath(label: string, path: string): string {
  const segment = path.split('/').find((part) => findSegmentFault(part) !== undefined) ?? '';
  const fault = findSegmentFault(segment);
  if (fault === 'too-long') {
    const shown = `${segment.slice(0, 20)}…`;
    return `${label}の「${shown}」が長すぎます。「/」と「/」の間は${maxSegmentLength}文字以下にするか、この行を消してください。`;
  }
  if (fault === 'device') {
    return `${label}の「${segment}」は、Windowsでファイル名に使えません。別の名前にするか、この行を消してください。`;
  }
  return `${label}の「${segment}」は「.」で始まるか終わるため、アドレスに使えません。直すか、この行を消してください。`;
}

/** By zod's name of a form of text. */
export const formats: Readonly<Record<string, (label: string) => string>> = {
  date: (label) => `${label}が日付の形ではないか、実在しない日です。「2026-04-01」の形で書いてください。`,
  url: (label) => `${label}がURLの形ではありません。「https://」で始まるアドレスを書いてください。`,
};

export const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true か false',
  array: '一覧（「- 」で始まる行か [ ]）',
  object: '項目のまとまり（「名前: 値」の行）',
};
