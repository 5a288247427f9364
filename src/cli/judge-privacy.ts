/** Starts `commands/judge-privacy.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('judge-privacy', () => import('./commands/judge-privacy.ts')));
