import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Vocabulary } from '../vocabulary.ts';
import { createAsk, type AskedTerm } from './asked-terms.ts';
import { replaceFile } from './put-in-place.ts';
import type { TextWorkers } from './text-workers.ts';

/**
 * What each question of the site asks the index for, kept from one index to the next: it changes with the question and
 * with the vocabulary alone.
 */
export class AskedQuestions {
  #kept: Kept;

  constructor(kept: Kept = { code: '', vocabulary: '', questions: [] }) {
    this.#kept = kept;
  }

  /** What `save` has put there, of the same `code`; else nothing is known. */
  static async open(file: string, code: string): Promise<AskedQuestions> {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    try {
      const kept = text === undefined ? undefined : (JSON.parse(text) as Kept);
      return new AskedQuestions(kept?.code === code ? kept : undefined);
    } catch {
      return new AskedQuestions();
    }
  }

  /** Works out what is not known yet, beside this thread too where it is much. `ask` then finds it. */
  async askAhead(
    { pages, vocabulary }: { pages: readonly { readonly question: string }[]; vocabulary: Vocabulary },
    workers: Pick<TextWorkers, 'ask'>,
  ): Promise<void> {
    const known = this.#takeKnown(vocabulary);
    const unknown = [...new Set(pages.map(({ question }) => question))].filter((question) => !known.has(question));
    await workers.ask(unknown, vocabulary, (question, terms) => known.set(question, terms));
    this.#kept = { ...this.#kept, questions: [...known] };
  }

  /** The tokens that each of these questions looks for, with what they weigh. */
  ask(questions: readonly string[], vocabulary: Vocabulary): (question: string) => readonly AskedTerm[] {
    const known = this.#takeKnown(vocabulary);
    const ask = createAsk(vocabulary);
    const asked = new Map(questions.map((question) => [question, known.get(question) ?? ask(question)]));
    this.#kept = { ...this.#kept, questions: [...asked] };
    return (question) => asked.get(question) ?? [];
  }

  /** What is known of this vocabulary; all that was known of another is forgotten. */
  #takeKnown(vocabulary: Vocabulary): Map<string, readonly AskedTerm[]> {
    const digest = createHash('sha256').update(JSON.stringify(vocabulary)).digest('base64');
    if (digest !== this.#kept.vocabulary) this.#kept = { code: '', vocabulary: digest, questions: [] };
    return new Map(this.#kept.questions);
  }

  /** Whole, or as it was. */
  async save(file: string, code: string): Promise<void> {
    await replaceFile(file, (next) => writeFile(next, JSON.stringify({ ...this.#kept, code })));
  }
}

interface Kept {
  /** Of what made it. */
  readonly code: string;
  /** A digest of the whole. */
  readonly vocabulary: string;
  readonly questions: readonly (readonly [question: string, terms: readonly AskedTerm[]])[];
}
