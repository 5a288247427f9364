import type { Event } from '../schema/event.ts';
import type { Group } from '../schema/group.ts';
import type { Pride } from '../schema/pride.ts';
import type { Qa } from '../schema/qa.ts';
import type { Topic } from '../schema/topic.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

/** Markdown that has passed the safe subset, as HTML without code. */
export interface RenderedText {
  html: string;
  headings: { depth: number; id: string; text: string }[];
  /** Plain text by heading; the part before the first heading has the anchor ''. */
  sections: { anchor: string; heading: string; text: string }[];
}

/**
 * What the loader keeps of a Q&A beside its front matter, in which the texts of answers are Markdown as plain
 * CommonMark reads it. `body` is null where there is no write-up.
 */
export interface StoredQa extends Qa {
  body: RenderedText | null;
  answerTexts: RenderedText[];
  /** The write-up as Markdown as plain CommonMark reads it, for the plain-text edition. */
  source: string;
  /** Last change of the file in Git, ISO moment; null outside Git. */
  changed: string | null;
  fileVersion: string;
  /** Eight characters that change with what the Q&A says (`loader/qa-version.ts`). */
  version: string;
}

/** The facts of a Q&A: everything but its texts, of which they name the place in the content store. */
export interface StoredQaWithRange extends Omit<StoredQa, keyof QaTexts> {
  answers: Omit<Qa['answers'][number], 'text'>[];
  texts: ContentStoreRange;
}

/** What every entry tells of its file: a fingerprint, by which the desk knows that a page shows what was published. */
interface Versioned {
  fileVersion: string;
}

export type StoredGroup = Group & Versioned;
export type StoredTopic = Topic & Versioned;

export interface StoredEvent extends Event, Versioned {
  text: RenderedText;
}

export interface StoredPride extends Pride, Versioned {
  rendered: RenderedText;
}

/** The texts of a Q&A, which are most of it. */
export type QaTexts = Pick<StoredQa, 'body' | 'answerTexts' | 'source'> & { readonly answers: readonly string[] };

/** Where in the file the texts of one Q&A lie, in bytes. */
export interface ContentStoreRange {
  readonly at: number;
  readonly length: number;
}

/** Facts of all entries that the audience may read. */
export interface StoredSite {
  /** The day in Japan on which the site stands, ISO: statuses and lists by date go by it. */
  readonly day: string;
  readonly qa: readonly StoredQaWithRange[];
  readonly groups: readonly StoredEntry<StoredGroup>[];
  readonly topics: readonly StoredEntry<StoredTopic>[];
  readonly events: readonly StoredEntry<StoredEvent>[];
  readonly pride: readonly StoredEntry<StoredPride>[];
  readonly vocabulary: readonly StoredEntry<Vocabulary>[];
}

/** For each Q&A the ids of those nearest to it, nearest first. */
export type RelatedIds = Readonly<Record<string, readonly string[]>>;

interface StoredEntry<Data> {
  readonly id: string;
  readonly data: Data;
}
