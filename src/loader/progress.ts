/**
 * Says every two seconds how many steps are done, how many there are and about how long the rest takes:
 * 「ページを作っています：1,200／10,106（残り約20秒）」. What is done sooner says nothing.
 */
export function startProgress(what: string, say: Say, now: () => number = () => performance.now()): Progress {
  let total = 0;
  let done = 0;
  let started = now();
  let said = started;
  return {
    expect: (count) => {
      total = count;
      done = 0;
      started = said = now();
    },
    step: () => {
      done += 1;
      const time = now();
      // What has to start before the first step is done would make the rest look long.
      if (done === 1) started = said = time;
      if (time - said < everyMilliseconds || done === total) return;
      said = time;
      const seconds = Math.ceil((((time - started) / (done - 1)) * (total - done)) / 1000);
      say(`${what}：${done.toLocaleString('ja-JP')}／${total.toLocaleString('ja-JP')}（残り約${seconds}秒）`);
    },
  };
}

const everyMilliseconds = 2_000;

/** Takes a line for whoever watches a build. */
export type Say = (text: string) => void;

export interface Progress {
  /** How many steps follow. */
  expect(count: number): void;
  step(): void;
}
