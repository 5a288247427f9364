/** Starts `commands/clean-images.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('clean-images', () => import('./commands/clean-images.ts')));
