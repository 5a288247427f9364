import { stringify } from 'yaml';
import type { Finding } from '../../../src/lint/finding.ts';
import { lintContent } from '../../../src/lint/lint-content.ts';
import { collectionOf } from '../../../src/lint/locate-file.ts';
import { parseDocument, type AnyDocument } from '../../../src/lint/parse-document.ts';
import { parsePrivacyExceptions } from '../../../src/lint/privacy-exceptions.ts';

/** A small site in which nothing is wrong; `files` are added to it or take the place of its own. */
export function lint(files: Files, { today = '2026-11-20', media = [], exceptions }: LintOptions = {}): Finding[] {
  return lintContent({
    documents: parse({ ...soundSite, ...files }),
    today,
    media: new Set(media),
    exceptions: exceptions === undefined ? undefined : parsePrivacyExceptions(exceptions),
  });
}

export function parse(files: Files): AnyDocument[] {
  return Object.entries(files).map(([file, source]) => {
    const collection = collectionOf(file);
    if (collection === undefined) throw new Error(`${file} belongs to no collection`);
    return parseDocument(file, source, collection) as AnyDocument;
  });
}

export const qaFile = 'content/qa/gifu/aaaaaaaa.mdx';

/** A sound Q&A with some of its fields changed; `undefined` takes a field away. */
export function qa(changes: Record<string, unknown> = {}, body = '本文です。\n'): string {
  return `---\n${stringify({ ...soundQa, ...changes }, { lineWidth: 0 })}---\n\n${body}`;
}

export const soundQa = {
  id: 'aaaaaaaa',
  question: '庁舎の引越しの業者はいつ決めればよいですか。',
  summary: '開庁の8か月前までに決めます。',
  answers: [
    {
      by: { kind: 'city', population: 'from-50k', prefecture: 'gifu' },
      date: '2026-05-20',
      text: '早めに決めます。\n',
    },
  ],
  topics: ['office-move'],
  group: 'gifu',
  asked: '2026-05-18',
  status: 'current',
  reviewBy: '2027-06-30',
  audience: 'public',
  provenance: 'sample',
};

export const soundGroup = {
  code: '21',
  name: '岐阜県',
  kana: 'ぎふけん',
  groupName: '岐阜県人会',
  region: 'chubu',
  neighbours: ['nagano'],
  tile: { column: 10, row: 7 },
  introduction: '県と市町村の職員が話す場です。',
};

export const soundTopic = { name: '庁舎・移転', kana: 'ちょうしゃ', order: 10, description: '庁舎のこと。' };

export const soundEvent = {
  title: '交流会',
  kind: 'exchange',
  group: 'gifu',
  when: '2021年ごろ',
  online: true,
  summary: '比べ合いました。',
  description: '内容です。',
  audience: 'public',
  provenance: 'sample',
};

export function yaml(fields: Record<string, unknown>): string {
  return stringify(fields, { lineWidth: 0 });
}

const soundSite: Files = {
  [qaFile]: qa(),
  'content/groups/gifu.yaml': yaml(soundGroup),
  'content/groups/nagano.yaml': yaml({
    ...soundGroup,
    code: '20',
    name: '長野県',
    kana: 'ながのけん',
    groupName: '長野県人会',
    neighbours: ['gifu'],
  }),
  'content/topics/office.yaml': yaml(soundTopic),
  'content/topics/office-move.yaml': yaml({ ...soundTopic, name: '庁舎の引越し', parent: 'office' }),
};

export type Files = Record<string, string>;

export interface LintOptions {
  today?: string;
  media?: string[];
  exceptions?: string;
}
