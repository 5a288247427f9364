/** The command is `commands/judge-privacy.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('judge-privacy', () => import('./commands/judge-privacy.ts')));
