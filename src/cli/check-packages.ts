/** The command is `commands/check-packages.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) =>
  run('check-packages', () => import('./commands/check-packages.ts')),
);
