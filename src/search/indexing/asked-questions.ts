import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { analyseQuery } from '../query/analyse-query.ts';
import { prepareVocabulary } from '../query/match-vocabulary.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { replaceFile } from './put-in-place.ts';

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

  /** The tokens that each of these questions looks for, with what they weigh. */
  ask(questions: readonly string[], vocabulary: Vocabulary): (question: string) => readonly AskedTerm[] {
    const digest = createHash('sha256').update(JSON.stringify(vocabulary)).digest('base64');
    const known = new Map(digest === this.#kept.vocabulary ? this.#kept.questions : []);
    let prepared: ReturnType<typeof prepareVocabulary> | undefined;
    const asked = new Map(
      questions.map((question) => {
        const terms = known.get(question);
        if (terms) return [question, terms];
        prepared ??= prepareVocabulary(vocabulary);
        return [question, analyseQuery(question, prepared).terms.map(({ token, weight }) => [token, weight] as const)];
      }),
    );
    this.#kept = { code: '', vocabulary: digest, questions: [...asked] };
    return (question) => asked.get(question) ?? [];
  }

  /** Whole, or as it was. */
  async save(file: string, code: string): Promise<void> {
    await replaceFile(file, (next) => writeFile(next, JSON.stringify({ ...this.#kept, code })));
  }
}

type AskedTerm = readonly [token: string, weight: number];

interface Kept {
  /** Of what made it. */
  readonly code: string;
  /** A digest of the whole. */
  readonly vocabulary: string;
  readonly questions: readonly (readonly [question: string, terms: readonly AskedTerm[]])[];
}
