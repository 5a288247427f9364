/** The command is `commands/lint-content.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('lint-content', () => import('./commands/lint-content.ts')));
