import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every command says in one sentence that the Node that runs it is too old for TypeScript. */
const commands = globSync('src/cli/*.ts');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string }>;
};

it('finds the commands that package.json runs', () => {
  const run = Object.values(scripts).flatMap((script) => script.match(/src\/cli\/[\w-]+\.ts/g) ?? []);
  expect(new Set(run).size).toBeGreaterThan(10);
  for (const file of run) expect(commands).toContain(file);
});

describe.each(commands)('%s', (file) => {
  // A Node without types is what old ones are to it; where the machine has an old one, that is asked too.
  it('is refused in a sentence by a Node that knows no TypeScript', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-experimental-strip-types', file], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^このコマンドには Node\.js 24 以上が必要です（いまの Node\.js は v[\d.]+ です）。.*「np(?:m run|m start|x node).*\n$/,
    );
  });

  it('can be read by old Nodes: nothing in it is of TypeScript or of modules', () => {
    const text = readFileSync(file, 'utf8');
    const name = path.basename(file, '.ts');
    expect(text.replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(', )', ')')).toContain(
      `void import('./commands/run.mjs').then(({ run }) => run('${name}', () => import('./commands/${name}.ts')));`,
    );
    expect(text).not.toMatch(/^(?:import|export) |: \w+[ ,)=]|\bawait\b/m);
  });
});

it('names the script by which a command runs under the right Node', () => {
  const told = (file: string) =>
    spawnSync(process.execPath, ['--no-experimental-strip-types', file], { encoding: 'utf8' }).stderr;
  expect(told('src/cli/start.ts')).toContain('「npm start」');
  expect(told('src/cli/cms.ts')).toContain('「npm run cms」');
  expect(told('src/cli/cms-server.ts')).toContain('「npx node src/cli/cms-server.ts」');
});

it('asks for the Node of the lockfile', () => {
  const major = packages['node_modules/node']?.version?.split('.')[0];
  expect(readFileSync('src/cli/commands/run.mjs', 'utf8')).toContain(`const minMajor = ${major};`);
});
