import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Runs one of the commands of `src/cli/`. They are TypeScript for the Node that the lockfile brings; an older one is
 * told so in a sentence. This file and those of `src/cli/` that call it are what an old Node can read too: JavaScript,
 * and TypeScript that is JavaScript, in a folder of CommonJS, whose loader takes any ending.
 * @param {string} name of the command's file
 * @param {() => Promise<unknown>} load
 */
export async function run(name, load) {
  if (isOld()) {
    console.error(say(name));
    process.exit(1);
  }
  await load();
}

/** Whether this Node cannot run the commands: too old, or told not to read TypeScript. */
function isOld() {
  return Number(process.versions.node.split('.')[0]) < minMajor || !process.features.typescript;
}

/** @param {string} name */
function say(name) {
  const file = `src/cli/${name}.ts`;
  const command = findScript(file) ?? `npx node ${file}`;
  return (
    `このコマンドには Node.js ${minMajor} 以上が必要です（いまの Node.js は ${process.version} です）。` +
    `「npm ci」を一度実行してから、「${command}」で起動してください。付属の Node.js が使われます。`
  );
}

/**
 * The script of package.json that is this command and nothing else.
 * @param {string} file
 */
function findScript(file) {
  /** @type {{ scripts: Record<string, string> }} */
  const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const script = Object.entries(scripts).find(([, command]) => command === `node ${file}`)?.[0];
  return script && (script === 'start' ? 'npm start' : `npm run ${script}`);
}

/** That of the `node` package in the lockfile. */
const minMajor = 24;
