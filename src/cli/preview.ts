/** The command is `commands/preview.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('preview', () => import('./commands/preview.ts')));
