/** Starts `commands/search-rank.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('search-rank', () => import('./commands/search-rank.ts')));
