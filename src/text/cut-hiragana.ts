import { functionWords, maxFunctionWordLength } from './function-words.ts';
import type { KanaForm, KanaWords, Piece } from './kana-words.ts';
import { okurigana } from './matching-key.ts';

/**
 * Cuts a run of hiragana where that costs least: known words, grammar that may stand where it stands (a text begins
 * with no particle, は of はがき is none), endings of a kanji before it (助けが holds no けが), and what is left over.
 * `isPrefix` says whether お or ご at its end begins the next word.
 */
export function cutHiragana(run: string, before: Before, isPrefix: boolean, kanaWords: KanaWords): readonly Piece[] {
  const key = `${before} ${isPrefix ? run : `${run} `}`;
  const known = kanaWords.cuts.get(key);
  if (known) return known;
  const pieces = cut(run, before, isPrefix, kanaWords);
  // Most runs of a text stand in it often; a page of the site never has so many.
  if (kanaWords.cuts.size >= maxKept) kanaWords.cuts.clear();
  kanaWords.cuts.set(key, pieces);
  return pieces;
}

const maxKept = 20_000;

function cut(run: string, before: Before, isPrefix: boolean, kanaWords: KanaWords): Piece[] {
  const best: (Cell | undefined)[][] = Array.from({ length: run.length + 1 }, () => []);
  const first =
    before === 'nothing'
      ? State.start
      : before === 'letter'
        ? State.letter
        : before === 'kanji'
          ? State.kanji
          : State.word;
  if (best[0]) best[0][first] = { cost: 0, from: 0, state: first, isKnown: true };
  for (let place = 0; place < run.length; place += 1) {
    const cells = best[place] ?? [];
    if (cells.length === 0) continue;
    const step: Step = (length, to, costs, found, isKnown = true) => {
      const target = best[place + length];
      if (!target) return;
      for (let from = 0; from < cells.length; from += 1) {
        const cell = cells[from];
        if (!cell) continue;
        const cost = cell.cost + costs.own + (costs.after[from] ?? 0);
        const held = target[to];
        if (!held || cost < held.cost) target[to] = { cost, from: place, state: from, found, isKnown };
      }
    };
    stepGrammar(run, place, step);
    stepWords(run, place, kanaWords, step);
    stepRest(run, place, first, step);
    if (isPrefix && place === run.length - 1 && (run[place] === 'お' || run[place] === 'ご'))
      step(1, State.prefix, prefix);
  }
  return readBack(run, best);
}

type Step = (length: number, to: State, costs: Costs, found?: KanaForm, isKnown?: boolean) => void;

function stepGrammar(run: string, place: number, step: Step): void {
  for (let length = Math.min(maxFunctionWordLength, run.length - place); length > 0; length -= 1) {
    const text = run.slice(place, place + length);
    if (functionWords.particle.has(text)) step(length, State.particle, particle);
    if (functionWords.ending.has(text)) step(length, State.ending, ending);
    if (functionWords.other.has(text)) step(length, State.other, length === 1 ? shortOther : other);
  }
}

function stepWords(run: string, place: number, { forms, maxLengthFrom }: KanaWords, step: Step): void {
  const maxLength = Math.min(maxLengthFrom.get(run.slice(place, place + 2)) ?? 0, run.length - place);
  for (let length = maxLength; length > 1; length -= 1) {
    const found = forms.get(run.slice(place, place + length));
    if (found)
      step(
        length,
        found.isVerb ? State.verb : State.word,
        word[Math.min(length, word.length - 1)] ?? unknownLetter,
        found,
      );
  }
}

/** Endings of a kanji before the run, and letters that no list knows. */
function stepRest(run: string, place: number, first: State, step: Step): void {
  if (place === 0 && first === State.letter) {
    // Of verbs only 落とす goes on with と: 虫とかび are two words.
    const maxLength = /^と(?![さしすせそ])/.test(run) ? 0 : 3;
    for (let length = 1; length <= maxLength && !neverOkurigana.includes(run[length - 1] ?? 'の'); length += 1)
      step(length, State.verb, endingOfLetter[length] ?? unknownLetter);
  }
  if (place === 0 && first === State.kanji) {
    for (let length = 1; length <= 2 && okurigana.includes(run[length - 1] ?? ' '); length += 1)
      step(length, State.verb, endingOfKanji[length] ?? unknownLetter);
  }
  step(1, State.ending, unknownLetter);
  // Behind a word が is more likely to be a particle than the beginning of a word that no list has.
  const startsAsParticle = place === 0 && first === State.word && functionWords.particle.has(run[0] ?? '');
  for (let length = 2, parts = 0; length <= Math.min(maxUnknownLength, run.length - place); length += 1) {
    const letter = run[place + length - 1];
    if (letter === 'を') break;
    if (letter === 'の') parts += 1;
    const token = run.slice(place, place + length);
    const costs = unknown[parts === 0 ? length : maxUnknownLength] ?? unknownLetter;
    step(
      length,
      State.verb,
      startsAsParticle ? withParticle(costs) : costs,
      { token, kind: 'hiragana', isVerb: true },
      false,
    );
  }
}

function readBack(run: string, best: readonly (readonly (Cell | undefined)[])[]): Piece[] {
  const pieces: Piece[] = [];
  let place = run.length;
  let state: number | undefined = cheapest(best[place] ?? []);
  while (place > 0 && state !== undefined) {
    const cell = best[place]?.[state];
    if (!cell) break;
    if (cell.found)
      pieces.push({
        start: cell.from,
        end: place,
        token: cell.found.token,
        kind: cell.found.kind,
        isKnown: cell.isKnown,
      });
    else if (state === State.prefix)
      pieces.push({ start: cell.from, end: place, token: run.slice(cell.from, place), kind: 'prefix', isKnown: true });
    place = cell.from;
    state = cell.state;
  }
  return pieces.reverse();
}

function cheapest(cells: readonly (Cell | undefined)[]): number | undefined {
  let found: number | undefined;
  for (const [state, cell] of cells.entries())
    if (cell && cell.cost < (cells[found ?? -1]?.cost ?? Infinity)) found = state;
  return found;
}

const State = { start: 0, letter: 1, kanji: 2, word: 3, verb: 4, particle: 5, ending: 6, other: 7, prefix: 8 } as const;
type State = (typeof State)[keyof typeof State];

/** What a piece costs by itself and, beyond that, after each state. */
const costsOf = (own: number, after: Partial<Record<keyof typeof State, number>> = {}): Costs => ({
  own,
  after: Object.keys(State).map((state) => after[state as keyof typeof State] ?? 0),
});
const never = 9;
const particle = costsOf(1, { start: 4, particle: 0.3, ending: 0.2, other: 0.1, prefix: never });
const ending = costsOf(1, { start: 3, particle: 2, word: 0.6, other: 0.8, verb: -0.2, prefix: never });
const other = costsOf(1.2, { letter: 0.5, prefix: never });
const shortOther = costsOf(1.4, { start: 3, letter: 0.5, word: 0.2, prefix: never });
const prefix = costsOf(1, { prefix: never });
/** By length: a longer word is less likely to stand there by chance. */
const word = [2, 2, 1.4, 1.25, 1.1, 0.95, 0.8].map((own) =>
  costsOf(own, { letter: 1.4, kanji: 0.4, ending: 0.3, verb: 0.3 }),
);
const endingOfLetter = [0, 1, 1.3, 1.6].map((own) => costsOf(own));
const endingOfKanji = [0, 1.6, 2].map((own) => costsOf(own));
/** Particles that no verb or adjective is written with. */
const neverOkurigana = 'のをはへでに';
const unknownLetter = costsOf(3.5);
const maxUnknownLength = 10;
/** The last is also that of a stretch with の in it, which mostly ties two words. */
const unknown = Array.from({ length: maxUnknownLength + 1 }, (_, length) =>
  costsOf(1.6 + 0.75 * length + 0.35 * Math.max(0, length - 5), { letter: 1, prefix: 1, other: 0.5 }),
);

function withParticle({ own, after }: Costs): Costs {
  return { own: own + 1, after };
}

interface Costs {
  readonly own: number;
  readonly after: readonly number[];
}

/** The cheapest way to a place of the run that ends in one state. */
interface Cell {
  readonly cost: number;
  readonly from: number;
  readonly state: number;
  readonly found?: KanaForm | undefined;
  readonly isKnown: boolean;
}

/** What stands directly before a run: nothing (a beginning, a sign), one kanji, several, another word. */
export type Before = 'nothing' | 'letter' | 'kanji' | 'word';
