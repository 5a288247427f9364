/** The command is `commands/search-eval.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('search-eval', () => import('./commands/search-eval.ts')));
