/** Starts `commands/check-addresses.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) =>
  run('check-addresses', () => import('./commands/check-addresses.ts')),
);
