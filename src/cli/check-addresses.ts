/** The command is `commands/check-addresses.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) =>
  run('check-addresses', () => import('./commands/check-addresses.ts')),
);
