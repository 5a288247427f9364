import type { AnyDocument } from '../lint/parse-document.ts';
import type { Audience } from '../schema/choices.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { findWordsOf, listWords, withoutWords } from './words-of-texts.ts';

/** What an audience may read of the content; whatever only entries for members use is left out with them. */
export function viewFor(audience: Audience, documents: Iterable<AnyDocument>): AudienceView {
  if (audience === 'members')
    return { mayRead: () => true, adaptVocabulary: (vocabulary) => vocabulary, hiddenTopics: new Set() };
  const all = [...documents];
  const hiddenTopics = findHiddenTopics(all);
  const mayRead = (document: AnyDocument): boolean =>
    document.collection === 'topics' ? !hiddenTopics.has(document.id) : !isForMembers(document);
  let closed: ReadonlySet<string> | undefined;
  return {
    mayRead,
    hiddenTopics,
    adaptVocabulary: (vocabulary) => withoutWords(vocabulary, (closed ??= findClosedWords(all, mayRead))),
  };
}

/**
 * Topics of which members alone have an entry, by themselves or below them. A topic without any entry tells nothing and
 * stays; so does one that a withdrawn entry names, whose page stays too.
 */
function findHiddenTopics(documents: readonly AnyDocument[]): Set<string> {
  const topics = documents.filter((document) => document.collection === 'topics');
  const parents = new Map(topics.map(({ id, data }) => [id, data?.parent]));
  const usedBy = (isHidden: boolean) => {
    const qas = documents
      .filter((document) => document.collection === 'qa')
      .filter((qa) => isForMembers(qa) === isHidden);
    return new Set(qas.flatMap(({ data }) => data?.topics ?? []).flatMap((id) => [id, parents.get(id) ?? id]));
  };
  const [ofMembers, ofAll] = [usedBy(true), usedBy(false)];
  const isHidden = (id: string) => ofMembers.has(id) && !ofAll.has(id);
  return new Set(
    [...parents].flatMap(([id, parent]) => (isHidden(id) || (parent !== undefined && isHidden(parent)) ? [id] : [])),
  );
}

/** Words of all vocabularies that stand in texts for members and in no other that is shown. */
function findClosedWords(documents: readonly AnyDocument[], mayRead: AudienceView['mayRead']): Set<string> {
  const sourcesOf = (isWanted: (document: AnyDocument) => boolean) =>
    documents
      .filter((document) => document.collection !== 'vocabulary' && isWanted(document))
      .map(({ source }) => source);
  const hidden = sourcesOf((document) => !mayRead(document));
  if (hidden.length === 0) return new Set();
  const shown = sourcesOf((document) => mayRead(document) && !isWithdrawn(document));
  const words = documents.flatMap(({ collection, data }) =>
    collection === 'vocabulary' && data ? listWords(data) : [],
  );
  return findWordsOf(hidden, shown, words);
}

function isForMembers({ data }: AnyDocument): boolean {
  return data !== undefined && 'audience' in data && data.audience === 'members';
}

/** Its page says so and shows none of its text. */
export function isWithdrawn(document: AnyDocument): boolean {
  return document.collection === 'qa' && document.data?.status === 'withdrawn';
}

export interface AudienceView {
  mayRead(document: AnyDocument): boolean;
  /** Without the words that stand in texts for members and in no other that is shown. */
  adaptVocabulary(vocabulary: Vocabulary): Vocabulary;
  readonly hiddenTopics: ReadonlySet<string>;
}
