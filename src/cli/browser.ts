/** The command is `commands/browser.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('browser', () => import('./commands/browser.ts')));
