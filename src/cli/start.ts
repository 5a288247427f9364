/** The command is `commands/start.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('start', () => import('./commands/start.ts')));
