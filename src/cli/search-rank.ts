/** The command is `commands/search-rank.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('search-rank', () => import('./commands/search-rank.ts')));
