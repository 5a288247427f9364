/** The command is `commands/sbom.ts`; a Node that cannot read it is told so in a sentence. */
void import('./commands/run.mjs').then(({ run }) => run('sbom', () => import('./commands/sbom.ts')));
