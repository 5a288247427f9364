import type { CollectionName } from '../schema/collections.ts';
import type { AnyDocument, Document } from './parse-document.ts';
import { questionKey } from './question-key.ts';
import { textAt, textsAt } from './values.ts';

/** Everything that rules look up in other documents, gathered once. */
export function indexSite({ documents, today, media }: SiteSource): Site {
  const of = <Name extends CollectionName>(name: Name) =>
    documents.filter((document): document is Extract<AnyDocument, Document<Name>> => document.collection === name);
  const qas = of('qa');
  return {
    today,
    media,
    documents: new Map(documents.map((document) => [document.file, document])),
    qas: groupBy(qas, (document) => textAt(document.value, 'id') ?? document.id),
    qasByQuestion: groupBy(qas, (document) => questionKey(textAt(document.value, 'question') ?? '')),
    groups: new Map(of('groups').map((document) => [document.id, document])),
    groupsByCode: groupBy(of('groups'), (document) => textAt(document.value, 'code') ?? ''),
    topics: new Map(of('topics').map((document) => [document.id, document])),
    addresses: groupBy(documents, (document) => addressKey(addressOf(document))),
    redirects: groupBy(
      documents.flatMap((document) =>
        textsAt(document.value, 'redirectFrom').map(({ text, index }) => ({ document, text, index })),
      ),
      (redirect) => addressKey(redirect.text),
    ),
  };
}

/** Addresses that differ only in the case of letters are one file on the disks of Windows and macOS. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}

/** The address of a document's own page, `''` for those without. */
export function addressOf(document: AnyDocument): string {
  const folder = folders[document.collection];
  return folder === undefined ? '' : `/${folder}/${document.id}/`;
}

const folders: Partial<Record<CollectionName, string>> = {
  qa: 'q',
  groups: 'groups',
  topics: 'topics',
  events: 'events',
  pages: 'pages',
};

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export interface SiteSource {
  documents: readonly AnyDocument[];
  /** The day in Japan, `YYYY-MM-DD`. */
  today: string;
  /** Addresses of the pictures that exist, as in `/images/plan.png`. */
  media: ReadonlySet<string>;
}

export interface Site {
  today: string;
  media: ReadonlySet<string>;
  documents: ReadonlyMap<string, AnyDocument>;
  /** By id; more than one where an id is taken twice. */
  qas: ReadonlyMap<string, readonly AnyDocument[]>;
  qasByQuestion: ReadonlyMap<string, readonly AnyDocument[]>;
  groups: ReadonlyMap<string, AnyDocument>;
  groupsByCode: ReadonlyMap<string, readonly AnyDocument[]>;
  topics: ReadonlyMap<string, AnyDocument>;
  /** Of pages, by `addressKey`. */
  addresses: ReadonlyMap<string, readonly AnyDocument[]>;
  /** By `addressKey`. */
  redirects: ReadonlyMap<string, readonly Redirect[]>;
}

interface Redirect {
  document: AnyDocument;
  text: string;
  index: number;
}
