import { expect, it } from 'vitest';
import { startProgress } from '../../../src/loader/progress.ts';

function run(total: number, millisecondsAStep: number, millisecondsBefore = 0): string[] {
  const said: string[] = [];
  let time = 0;
  const progress = startProgress(
    'ページを作っています',
    (text) => said.push(text),
    () => time,
  );
  progress.expect(total);
  time += millisecondsBefore;
  for (let step = 0; step < total; step += 1) {
    time += millisecondsAStep;
    progress.step();
  }
  return said;
}

it('says every two seconds what is done and how long the rest takes', () => {
  expect(run(1_500, 4)).toEqual([
    'ページを作っています：501／1,500（残り約4秒）',
    'ページを作っています：1,001／1,500（残り約2秒）',
  ]);
});

it('does not count what has to start before the first step', () => {
  expect(run(1_500, 4, 60_000)[0]).toBe('ページを作っています：501／1,500（残り約4秒）');
});

it.each([
  ['is done within two seconds', 100, 10],
  ['has no steps', 0, 10],
])('says nothing of what %s', (_case, total, milliseconds) => {
  expect(run(total, milliseconds)).toEqual([]);
});
