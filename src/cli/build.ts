/** Starts `commands/build.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('build', () => import('./commands/build.ts')));
