/** Starts `commands/protocol.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('protocol', () => import('./commands/protocol.ts')));
