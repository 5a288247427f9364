/** Starts `commands/check-floor.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('check-floor', () => import('./commands/check-floor.ts')));
