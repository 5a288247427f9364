/** Starts `commands/cms-server.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('cms-server', () => import('./commands/cms-server.ts')));
