import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { KanaWords } from '../../text/tokenise.ts';
import type { IndexDocument } from '../index-format.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { areCutAnew } from './collect-loans.ts';
import { collectKanaWords } from './compile-vocabulary.ts';
import { listQuestionWords, type QuestionWords } from './list-question-words.ts';
import { replaceFile } from './put-in-place.ts';
import { readFacts, type Facts } from './read-facts.ts';
import { readStreams, type Streams } from './read-streams.ts';
import type { TextWorkers } from './text-workers.ts';
import { TokenRegister } from './token-register.ts';
import { defaultTuning } from './tuning.ts';

/**
 * What was read in texts, kept from one index to the next: cutting the words of ten thousand Q&As takes 15 s, and most
 * texts are the same the next time. A text is known by its digest. Words are cut anew where the words of the vocabulary
 * or the loanwords changed that cut them.
 */
export class TextStore {
  readonly #register: TokenRegister;
  readonly #known: Map<string, KeptText>;
  #cutBy: Pick<Header, 'kana' | 'loans'>;
  /** How many texts were cut into words. */
  newTexts = 0;

  constructor(kept?: { header: Header; known: Map<string, KeptText> }) {
    this.#register = new TokenRegister(kept?.header.tokens ?? []);
    this.#known = kept?.known ?? new Map<string, KeptText>();
    this.#cutBy = { kana: kept?.header.kana ?? '', loans: kept?.header.loans ?? [] };
  }

  /** What `save` has put there, of the same `code`; else an empty store. */
  static async open(file: string, code: string): Promise<TextStore> {
    const content = await readFile(file).catch(() => undefined);
    return new TextStore(content && unpackStore(content, code));
  }

  /** Cuts the texts that are new, beside this thread too where they are many. `read` then finds them cut. */
  async cutAhead(
    documents: readonly IndexDocument[],
    others: readonly IndexDocument[],
    files: readonly VocabularyFile[],
    workers: Pick<TextWorkers, 'cut'>,
  ): Promise<void> {
    const { kanaWords, pages, besides } = this.#recognise(documents, others, files);
    const uncut = [...pages, ...besides].filter(({ text }) => !text.streams);
    await workers.cut(uncut, kanaWords, this.#register, ({ text }, streams) => this.#takeCut(text, streams));
  }

  /** Reads the texts that are new, and forgets those that are gone. */
  read(
    documents: readonly IndexDocument[],
    others: readonly IndexDocument[],
    files: readonly VocabularyFile[],
  ): ReadTexts {
    const { kanaWords, pages, besides } = this.#recognise(documents, others, files);
    for (const { document, text } of [...pages, ...besides])
      if (!text.streams) this.#takeCut(text, readStreams(document, kanaWords, this.#register, defaultTuning));
    this.#keepOnly(new Set([...pages, ...besides].map(({ text }) => text)));
    const streamsOf = ({ text }: OpenText): Streams => text.streams ?? noStreams;
    return {
      kanaWords,
      tokens: this.#register.tokens,
      pages: pages.map(streamsOf),
      others: besides.map(streamsOf),
      texts: pages.map(({ document, text }) => ({
        ...text.facts,
        // Asked for when nobody waits for related questions any more.
        get words() {
          return (text.words ??= listQuestionWords(document, kanaWords));
        },
      })),
    };
  }

  /** Whole, or as it was. */
  async save(file: string, code: string): Promise<void> {
    const texts = [...this.#known.values()];
    const header: Header = { code, ...this.#cutBy, tokens: this.#register.tokens, texts: texts.map(describe) };
    const packed = Buffer.from(JSON.stringify(header));
    // Numbers begin where a multiple of four bytes ends.
    const room = Math.ceil(packed.length / 4) * 4;
    await replaceFile(file, async (next) => {
      const handle = await open(next, 'w');
      try {
        await handle.write(Uint32Array.of(packed.length, room));
        await handle.write(Buffer.concat([packed, Buffer.alloc(room - packed.length)]));
        for (const list of lists) {
          const all = gather(texts, list);
          if (all.length > 0) await handle.write(all);
        }
      } finally {
        await handle.close();
      }
    });
  }

  /** Reads the facts of texts that are new; of others what was cut with other words is forgotten. */
  #recognise(
    documents: readonly IndexDocument[],
    others: readonly IndexDocument[],
    files: readonly VocabularyFile[],
  ): { kanaWords: KanaWords; pages: OpenText[]; besides: OpenText[] } {
    const keep = (document: IndexDocument): OpenText => {
      const digest = digestOf(document);
      const text = this.#known.get(digest) ?? { digest, facts: readFacts(document) };
      this.#known.set(digest, text);
      return { document, text };
    };
    const pages = documents.map(keep);
    const besides = others.map(keep);
    const kanaWords = collectKanaWords(
      files,
      pages.map(({ text }) => text.facts.alone),
    );
    this.#forgetCuts(kanaWords);
    return { kanaWords, pages, besides };
  }

  #forgetCuts(kanaWords: KanaWords): void {
    const kana = createHash('sha256').update(JSON.stringify(kanaWords.list)).digest('base64');
    const loans = [...kanaWords.loans];
    const changed = new Set(loans).symmetricDifference(new Set(this.#cutBy.loans));
    const isOther = kana !== this.#cutBy.kana;
    for (const text of this.#known.values()) {
      if (isOther || areCutAnew(text.facts.compounds, changed)) {
        text.words = undefined;
        text.streams = undefined;
      }
    }
    this.#cutBy = { kana, loans };
  }

  #takeCut(text: KeptText, streams: Streams): void {
    text.streams = streams;
    this.newTexts += 1;
  }

  #keepOnly(texts: ReadonlySet<KeptText>): void {
    for (const [digest, text] of this.#known) if (!texts.has(text)) this.#known.delete(digest);
    this.#register.keepOnly([...texts].flatMap(({ streams }) => streams?.tokens ?? []));
  }
}

/** What `readFacts` and `readStreams` read of a document. */
function digestOf({ question, aliases, summary, sections, fields }: IndexDocument): string {
  return createHash('sha256')
    .update(JSON.stringify([question, aliases, summary, sections, fields]))
    .digest('base64');
}

function gather(texts: readonly KeptText[], { name, make }: List): ReturnType<Make> {
  const all = make(texts.reduce((sum, { streams }) => sum + (streams?.[name].length ?? 0), 0));
  let at = 0;
  for (const { streams } of texts) {
    if (!streams) continue;
    all.set(streams[name], at);
    at += streams[name].length;
  }
  return all;
}

function describe({ digest, facts, words, streams }: KeptText): TextEntry {
  return { digest, facts, words, sizes: lists.map(({ name }) => streams?.[name].length ?? 0) };
}

function unpackStore(content: Buffer, code: string): { header: Header; known: Map<string, KeptText> } | undefined {
  try {
    const bytes = content.byteOffset % 4 === 0 ? content : Buffer.from(Uint8Array.from(content).buffer);
    const length = bytes.readUInt32LE(0);
    let at = 8 + bytes.readUInt32LE(4);
    const header = JSON.parse(bytes.toString('utf8', 8, 8 + length)) as Header;
    if (header.code !== code) return undefined;
    const parts = lists.map(({ make }, list) => {
      const count = header.texts.reduce((sum, { sizes }) => sum + (sizes[list] ?? 0), 0);
      const all = make(count, bytes, at);
      at += all.byteLength;
      return all;
    });
    if (at !== bytes.length) return undefined;
    const from = lists.map(() => 0);
    const known = header.texts.map(({ digest, sizes, facts, words }): [string, KeptText] => {
      const streams = Object.fromEntries(
        lists.map(({ name }, list) => {
          const start = from[list] ?? 0;
          from[list] = start + (sizes[list] ?? 0);
          return [name, parts[list]?.subarray(start, from[list])];
        }),
      ) as unknown as Streams;
      return [digest, { digest, facts, words, streams }];
    });
    return { header, known: new Map(known) };
  } catch {
    // What a crash has left is read anew from the texts.
    return undefined;
  }
}

const numbers: Make = (count, bytes, at) =>
  bytes ? new Uint32Array(bytes.buffer, bytes.byteOffset + (at ?? 0), count) : new Uint32Array(count);
const fractions: Make = (count, bytes, at) =>
  bytes ? new Float32Array(bytes.buffer, bytes.byteOffset + (at ?? 0), count) : new Float32Array(count);
const ranks: Make = (count, bytes, at) =>
  bytes ? new Uint8Array(bytes.buffer, bytes.byteOffset + (at ?? 0), count) : new Uint8Array(count);

/** In the order of the file; single bytes last. */
const lists: readonly List[] = [
  { name: 'tokens', make: numbers },
  { name: 'title', make: numbers },
  { name: 'text', make: numbers },
  { name: 'facts', make: numbers },
  { name: 'fields', make: numbers },
  { name: 'titleCounts', make: fractions },
  { name: 'titleShares', make: fractions },
  { name: 'textCounts', make: fractions },
  { name: 'fieldWeights', make: fractions },
  { name: 'lengths', make: fractions },
  { name: 'ranks', make: ranks },
  { name: 'titleRanks', make: ranks },
];

const noStreams: Streams = Object.fromEntries(lists.map(({ name, make }) => [name, make(0)])) as unknown as Streams;

type Make = (count: number, bytes?: Buffer, at?: number) => Uint32Array | Float32Array | Uint8Array;

interface List {
  readonly name: keyof Streams;
  readonly make: Make;
}

interface KeptText {
  readonly digest: string;
  readonly facts: Facts;
  /** None until they are asked for. */
  words?: readonly QuestionWords[] | undefined;
  streams?: Streams | undefined;
}

interface OpenText {
  readonly document: IndexDocument;
  readonly text: KeptText;
}

interface TextEntry extends Omit<KeptText, 'streams'> {
  /** Of its part of each list. */
  readonly sizes: readonly number[];
}

interface Header {
  /** Of what made it. */
  readonly code: string;
  /** By which words texts were cut: a digest of the vocabulary's, and the loanwords. */
  readonly kana: string;
  readonly loans: readonly string[];
  readonly tokens: readonly string[];
  readonly texts: readonly TextEntry[];
}

export interface PageText extends Facts {
  /** Of the question and of each alias. */
  readonly words: readonly QuestionWords[];
}

export interface ReadTexts {
  readonly kanaWords: KanaWords;
  readonly tokens: readonly string[];
  /** Of each document, and of each of the others, in their order. */
  readonly pages: readonly Streams[];
  readonly others: readonly Streams[];
  /** What else is known of each document. */
  readonly texts: readonly PageText[];
}
