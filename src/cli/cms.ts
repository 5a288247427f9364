/** The command is `commands/cms.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('cms', () => import('./commands/cms.ts')));
