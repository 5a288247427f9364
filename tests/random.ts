/** Numbers from 0 to 1 that a seed decides (mulberry32), so that the moments of a run can be drawn again. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    below: (limit) => Math.floor(next() * limit),
    pick: (choices) => {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      throw new Error('nothing to choose from');
    },
  };
}

export interface Random {
  between: (low: number, high: number) => number;
  /** A whole number from 0 up to, and without, `limit`. */
  below: (limit: number) => number;
  /** One of some choices, each with its weight. */
  pick: <Choice>(choices: readonly (readonly [Choice, number])[]) => Choice;
}
