/** Starts `commands/browser.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('browser', () => import('./commands/browser.ts')));
