/** Starts `commands/search-eval.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('search-eval', () => import('./commands/search-eval.ts')));
