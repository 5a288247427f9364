/** The command is `commands/check.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('check', () => import('./commands/check.ts')));
