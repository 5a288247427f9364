import { expect, it } from 'vitest';
import { createQueues, QueueFull } from '../../../../../cms/server/repository/queue.ts';

it('refuses a task where too many are unfinished, and takes it once one has ended', async () => {
  const queues = createQueues(2, 'main', 3);
  const ends: (() => void)[] = [];
  const task = () => new Promise<void>((resolve) => ends.push(resolve));
  const running = ['main', 'a', 'a'].map((key) => queues.run(key, task));
  await expect(queues.run('b', task)).rejects.toBeInstanceOf(QueueFull);
  await expect.poll(() => ends.length).toBe(2);
  ends.shift()?.();
  await running[0];
  await expect.poll(() => queues.run('c', async () => 'taken').catch(() => undefined)).toBe('taken');
  while (ends.length > 0) ends.shift()?.();
  await expect.poll(() => ends.length).toBe(1);
  ends[0]?.();
  await Promise.all(running);
  await queues.settled();
});
