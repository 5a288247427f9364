/** Starts `commands/check-packages.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) =>
  run('check-packages', () => import('./commands/check-packages.ts')),
);
