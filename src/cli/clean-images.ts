/** The command is `commands/clean-images.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('clean-images', () => import('./commands/clean-images.ts')));
