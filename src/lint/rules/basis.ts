import { canParse } from '../../schema/parse-url.ts';
import { findArticleNumbers } from '../article-numbers.ts';
import { findingAt, type Finding, type Place } from '../finding.ts';
import type { AnyDocument } from '../parse-document.ts';
import type { DocumentRule, SiteRule, Subject } from '../rule.ts';
import { listAt, textAt } from '../values.ts';

/**
 * What a Q&A says of the law can be looked up: each article number and each legal deadline in a text has an entry in
 * `basis`, and the address of an entry leads to its article.
 */
export const basis: DocumentRule = ({ document, parts }) => {
  if (document.collection !== 'qa') return [];
  const entries = listEntries(document);
  const texts = listTexts(document, parts);
  return [
    ...findUnlisted(document, texts, entries),
    ...findDeadlines(document, texts, entries),
    ...entries.flatMap((entry, index) => checkAddress(document, entry, index)),
  ];
};

/** Each entry was looked up within a year. */
export const basisAge: SiteRule = ({ document }, { today }) =>
  document.collection === 'qa'
    ? listEntries(document).flatMap((entry, index) => checkAge(document, entry, index, today))
    : [];

function listEntries(document: AnyDocument): Entry[] {
  return listAt(document.value, 'basis').map((entry) => ({
    article: textAt(entry, 'article') ?? '',
    url: textAt(entry, 'url'),
    checked: textAt(entry, 'checked') ?? '',
  }));
}

function listTexts(document: AnyDocument, parts: Subject['parts']): Text[] {
  const lines = (['question', 'summary'] as const).flatMap((name) => {
    const text = textAt(document.value, name);
    return text === undefined ? [] : [{ text, placeOf: (inside: number): Place => ({ path: [name], inside }) }];
  });
  return [...lines, ...parts.map(({ text, placeOf }) => ({ text, placeOf: (offset: number) => placeOf(offset) }))];
}

/** Once for each number, where it stands first. */
function findUnlisted(document: AnyDocument, texts: readonly Text[], entries: readonly Entry[]): Finding[] {
  const known = new Set(entries.flatMap(({ article }) => findArticleNumbers(article).map(({ number }) => number)));
  return texts.flatMap(({ text, placeOf }) =>
    findArticleNumbers(text).flatMap(({ number, written, offset }) => {
      if (known.has(number)) return [];
      known.add(number);
      const message = `「${written}」の根拠がありません。「根拠」に、法令の名前、条・項・号、確かめた日を加えてください。`;
      return [findingAt(document, placeOf(offset), { rule: 'basis', message })];
    }),
  );
}

/** A law, or what is short for one; 「方法」, 「寸法」 and their like are none. */
const law =
  /(?<![方手作用寸療製工技話語文兵便])法(?:律|定|令|上|では|により|に基づ)|施行令|施行規則|条例(?:で|により|に基づ)/u;
const deadline = /(?<![0-9０-９])[0-9０-９]+(?:日|週間|か月|ヶ月|カ月|箇月|年)(?:以内|前まで)/u;

/** One finding a Q&A: with one entry the editor has thought of it. */
function findDeadlines(document: AnyDocument, texts: readonly Text[], entries: readonly Entry[]): Finding[] {
  if (entries.length > 0) return [];
  for (const { text, placeOf } of texts) {
    const found = findDeadline(text);
    if (!found) continue;
    const message = `法令で決まった期限「${found.written}」の根拠がありません。「根拠」に、法令の名前、条・項・号、確かめた日を加えてください。`;
    return [findingAt(document, placeOf(found.offset), { rule: 'basis', message })];
  }
  return [];
}

function findDeadline(text: string): { written: string; offset: number } | undefined {
  for (const { 0: sentence, index } of text.matchAll(/[^。\n]+/gu)) {
    const found = deadline.exec(sentence);
    if (found && law.test(sentence)) return { written: found[0], offset: index + found.index };
  }
  return undefined;
}

/** Whether texts name an article of a law, or a legal deadline, which wants at least one entry. */
export function wantBasis(texts: readonly string[]): boolean {
  return texts.some((text) => findArticleNumbers(text).length > 0 || findDeadline(text) !== undefined);
}

/**
 * Since 2024 e-Gov names its laws `/law/<id>`, a version `/<day>_<id of the amending law>`, and a place in it
 * `#Mp-…-At_234`.
 */
const lawPath = /^\/law\/[0-9]{3}[A-Z0-9]{12}(?:\/[0-9]{8}_[0-9]{3}[A-Z0-9]{12})?\/?$/;

function checkAddress(document: AnyDocument, { article, url }: Entry, index: number): Finding[] {
  if (url === undefined || !canParse(url)) return [];
  const { hostname, pathname, hash } = new URL(url);
  const report = (message: string) => [
    findingAt(document, { path: ['basis', index, 'url'] }, { rule: 'basis', message }),
  ];
  if (hostname === 'elaws.e-gov.go.jp')
    return report('e-Gov法令検索の古いアドレスです。「https://laws.e-gov.go.jp/law/…」のアドレスに直してください。');
  if (hostname !== 'laws.e-gov.go.jp') return [];
  if (!lawPath.test(pathname))
    return report(
      'e-Gov法令検索の、法令そのもののアドレスではありません。「https://laws.e-gov.go.jp/law/法令ID#…」の形に直してください。',
    );
  const [first] = findArticleNumbers(article);
  if (first === undefined || new RegExp(`[-#]At_${first.number}(?:-|$)`).test(hash)) return [];
  return report(
    `条文のアドレスが「${first.written}」に続いていません。e-Gov法令検索の目次で条を選び、「#」の後に「At_${first.number}」のあるアドレスを写してください。`,
  );
}

function checkAge(document: AnyDocument, { checked }: Entry, index: number, today: string): Finding[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(checked)) return [];
  const place: Place = { path: ['basis', index, 'checked'] };
  if (checked > today)
    return [
      findingAt(document, place, {
        rule: 'basis',
        message: `確かめた日「${checked}」が今日（${today}）より後です。実際の日付に直してください。`,
      }),
    ];
  if (checked >= yearBefore(today)) return [];
  const message = `根拠を確かめてから1年を過ぎています（${checked}）。条文を読み直し、確かめた日を直してください。`;
  return [findingAt(document, place, { rule: 'basis', severity: 'warning', message })];
}

function yearBefore(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
}

interface Entry {
  article: string;
  url: string | undefined;
  checked: string;
}

interface Text {
  text: string;
  placeOf: (offset: number) => Place;
}
