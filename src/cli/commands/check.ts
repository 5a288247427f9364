/**
 * `node src/cli/check.ts`: types, lint, form, what nothing uses, and packages, one beside the other. Each one's output
 * is printed whole when it has ended; it fails if any of them does.
 */
import { spawn } from 'node:child_process';

const checks = [
  // Astro makes the types of the content first, which nothing else here needs.
  ['astro', 'node_modules/astro/bin/astro.mjs', 'check'],
  ['tsc', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.browser.json'],
  ['eslint', 'node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', '.cache/eslint/'],
  [
    'prettier',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '.',
    '--cache',
    '--cache-location',
    '.cache/prettier',
  ],
  ['knip', 'node_modules/knip/bin/knip.js'],
  ['packages', 'src/cli/check-packages.ts'],
] as const;

const codes = await Promise.all(checks.map(([name, program, ...words]) => run(name, program, words)));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

function run(name: string, program: string, words: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} ${words.join(' ')}\n`);
      process.stdout.write(Buffer.concat(output));
      resolve(code);
    });
  });
}
