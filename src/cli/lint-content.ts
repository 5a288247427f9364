/** Starts `commands/lint-content.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('lint-content', () => import('./commands/lint-content.ts')));
