/** The command is `commands/check-floor.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('check-floor', () => import('./commands/check-floor.ts')));
