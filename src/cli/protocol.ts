/** The command is `commands/protocol.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('protocol', () => import('./commands/protocol.ts')));
