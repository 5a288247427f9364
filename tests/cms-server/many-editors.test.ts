import { expect, it } from 'vitest';
import { saveConcurrently } from './concurrent-editors.ts';
import { makeRepository, qaPath } from './sample-repository.ts';
import { startServer } from './sample-server.ts';

it('keeps every save of twenty editors at once', async () => {
  const repository = makeRepository();
  const server = await startServer({ root: repository.root });
  const visitors = Array.from({ length: 20 }, () => server.visitor());
  await Promise.all(visitors.map((visitor) => visitor.open()));

  const saves = await saveConcurrently(visitors, 3_000);
  expect(saves.filter(({ status }) => status !== 200)).toEqual([]);
  const commits = repository.git('log', '--all', '--format=%H %s').split('\n');
  expect(commits.length).toBe(saves.length + 1);
  for (const { id, editor, turn, text, useWorkflow } of saves) {
    const isLast = !saves.some((other) => other.editor === editor && other.turn > turn);
    if (isLast)
      expect(repository.git('show', `${useWorkflow ? `cms/qa/gifu/${id}` : 'main'}:${qaPath(id)}`)).toBe(
        text.trimEnd(),
      );
  }
  expect(repository.git('status', '--porcelain')).toBe('');
  repository.git('fsck', '--strict');
  await server.close();
  repository.remove();
});

it('keeps every save of two editors of one entry, through their conflicts', async () => {
  const repository = makeRepository();
  const server = await startServer({ root: repository.root });
  const visitors = Array.from({ length: 2 }, () => server.visitor());
  await Promise.all(visitors.map((visitor) => visitor.open()));
  const shared = await Promise.all(visitors.map((visitor) => saveConcurrently([visitor], 1_500)));
  const accepted = shared.flat().filter(({ status }) => status === 200);
  expect(shared.flat().filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  const versions = repository.git('log', '--format=%T', 'main').split('\n');
  expect(versions.length - 1).toBeLessThanOrEqual(accepted.length);
  const current = repository.git('show', `main:${qaPath('edit0000')}`);
  expect(accepted.map(({ text }) => text.trimEnd())).toContain(current);
  await server.close();
  repository.remove();
});

it('goes on when somebody pushes or commits by Git at the same moment', async () => {
  const repository = makeRepository({ isBare: true });
  const server = await startServer({ root: repository.root, branch: 'main' });
  const visitor = server.visitor();
  await visitor.open();
  let pushes = 0;
  const pushing = (async () => {
    for (const until = Date.now() + 1_500; Date.now() < until; pushes += 1) {
      const tip = repository.git('rev-parse', 'main');
      const commit = repository.git(
        '-c',
        'user.name=a',
        '-c',
        'user.email=a@example.jp',
        'commit-tree',
        `${tip}^{tree}`,
        '-p',
        tip,
        '-m',
        `push ${pushes}`,
      );
      try {
        repository.git('update-ref', 'refs/heads/main', commit, tip);
      } catch {
        // The server was faster; the next one is built on what it wrote.
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  })();
  const saves = await saveConcurrently([visitor], 1_500);
  await pushing;
  expect(saves.filter(({ status }) => status !== 200)).toEqual([]);
  const subjects = repository.git('log', '--format=%s', 'main').split('\n');
  expect(subjects.filter((subject) => subject.startsWith('質問')).length).toBe(saves.length);
  expect(subjects.some((subject) => subject.startsWith('push'))).toBe(true);
  await server.close();
  repository.remove();
});
