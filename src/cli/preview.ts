/** Starts `commands/preview.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('preview', () => import('./commands/preview.ts')));
