/** Starts `commands/sbom.ts`; on a Node that cannot run it, prints what to do instead. */
void import('./commands/run.mjs').then(({ run }) => run('sbom', () => import('./commands/sbom.ts')));
