/** Starts `commands/check.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('check', () => import('./commands/check.ts')));
