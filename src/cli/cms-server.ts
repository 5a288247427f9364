/** The command is `commands/cms-server.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('cms-server', () => import('./commands/cms-server.ts')));
