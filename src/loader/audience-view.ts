import type { AnyDocument } from '../lint/parse-document.ts';
import type { Audience } from '../schema/choices.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { findWordsOnlyIn, listWords, withoutWords } from './words-of-texts.ts';

/** What an audience may read of the content: no entry for members, and no topic or word that only such entries use. */
export function viewFor(audience: Audience, documents: Iterable<AnyDocument>): AudienceView {
  if (audience === 'members')
    return { mayRead: () => true, adaptVocabulary: (vocabulary) => vocabulary, hiddenTopics: new Set() };
  const all = [...documents];
  const hiddenTopics = findHiddenTopics(all);
  const mayRead = (document: AnyDocument): boolean =>
    document.collection === 'topics' ? !hiddenTopics.has(document.id) : !isForMembers(document);
  let membersOnlyWords: ReadonlySet<string> | undefined;
  return {
    mayRead,
    hiddenTopics,
    adaptVocabulary: (vocabulary) =>
      withoutWords(vocabulary, (membersOnlyWords ??= findMembersOnlyWords(all, mayRead))),
  };
}

/**
 * Topics whose Q&As (their own or those of a child topic) are all for members only, and the children of such topics. A
 * topic without Q&As stays, and so does one that a withdrawn Q&A names, since that Q&A keeps its page.
 */
function findHiddenTopics(documents: readonly AnyDocument[]): Set<string> {
  const topics = documents.filter((document) => document.collection === 'topics');
  const parents = new Map(topics.map(({ id, data }) => [id, data?.parent]));
  const topicsOf = ({ forMembers }: { forMembers: boolean }) => {
    const qas = documents
      .filter((document) => document.collection === 'qa')
      .filter((qa) => isForMembers(qa) === forMembers);
    return new Set(qas.flatMap(({ data }) => data?.topics ?? []).flatMap((id) => [id, parents.get(id) ?? id]));
  };
  const [ofMembers, ofAll] = [topicsOf({ forMembers: true }), topicsOf({ forMembers: false })];
  const isHidden = (id: string) => ofMembers.has(id) && !ofAll.has(id);
  return new Set(
    [...parents].flatMap(([id, parent]) => (isHidden(id) || (parent !== undefined && isHidden(parent)) ? [id] : [])),
  );
}

/** Vocabulary words that occur in texts for members and in no text that everybody may read. */
function findMembersOnlyWords(documents: readonly AnyDocument[], mayRead: AudienceView['mayRead']): Set<string> {
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
  return findWordsOnlyIn(hidden, { notIn: shown, words });
}

function isForMembers({ data }: AnyDocument): boolean {
  return data !== undefined && 'audience' in data && data.audience === 'members';
}

/** A withdrawn Q&A keeps its page, which says so and shows none of the text. */
export function isWithdrawn(document: AnyDocument): boolean {
  return document.collection === 'qa' && document.data?.status === 'withdrawn';
}

export interface AudienceView {
  mayRead(document: AnyDocument): boolean;
  /** Leaves out words that occur only in texts for members. */
  adaptVocabulary(vocabulary: Vocabulary): Vocabulary;
  readonly hiddenTopics: ReadonlySet<string>;
}
