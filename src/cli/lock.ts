/** The command is `commands/lock.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('lock', () => import('./commands/lock.ts')));
