/**
 * `npm run fuzz:build -- [--batches 4] [--entries 300] [--seed N] [--cards]`: whatever the content check accepts is
 * built. Random entries are made, those that the check accepts are built as a site, and every file that programs read
 * is read again. The seed is printed with each batch; a failure is repeated with `--batches 1 --seed N`. Ends with 1
 * where anything failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from '../../src/lint/parse-document.ts';
import { keepAccepted, makeSite, pictureBytes, sitePictures, type Files } from './make-site.ts';
import { findFaults } from './well-formed.ts';

const { values } = parseArgs({
  options: {
    batches: { type: 'string', default: '4' },
    entries: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    cards: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const today = '2026-11-20';
const totals = { made: 0, accepted: 0, files: 0, faults: 0 };

for (let batch = 0; batch < Number(values.batches); batch += 1) {
  const seed = Number(values.seed) + batch * 1_000;
  const made = makeSite(seed, Number(values.entries));
  const { accepted } = keepAccepted(made, today);
  const { faults, files, seconds } = build(accepted);
  totals.made += Object.keys(made).length;
  totals.accepted += Object.keys(accepted).length;
  totals.files += files;
  totals.faults += faults.length;
  const counts = `${Object.keys(made).length} made, ${Object.keys(accepted).length} accepted, ${files} files checked`;
  console.log(`seed ${seed}: ${counts}, ${seconds.toFixed(0)} s, ${faults.length} faults`);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
}
console.log(JSON.stringify(totals));
process.exitCode = totals.faults > 0 ? 1 : 0;

function build(accepted: Files): { faults: string[]; files: number; seconds: number } {
  const root = mkdtempSync(path.join(tmpdir(), 'kenjinkai-fuzz-'));
  const started = performance.now();
  try {
    write(root, accepted);
    const out = path.join(root, 'dist');
    const settings = {
      CONTENT_ROOT: root,
      OUT_DIR: out,
      CACHE_DIR: path.join(root, 'cache'),
      BUILD_DAY: today,
      SITE_URL: 'https://example.lg.jp',
      BASE_PATH: '/base',
      AUDIENCE: 'public',
      CARDS: values.cards ? 'on' : 'off',
    };
    const program = path.resolve('node_modules/astro/bin/astro.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], {
      env: { ...process.env, ...settings },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - started) / 1_000;
    if (status !== 0)
      return { faults: [`the build ended with ${status}: ${`${stdout}\n${stderr}`.slice(-3_000)}`], files: 0, seconds };
    const files = globSync('**/*.{html,xml,ics,json,csv,webmanifest}', { cwd: out }).filter(
      (file) => !file.startsWith('pagefind'),
    );
    const malformed = files.flatMap((file) =>
      findFaults(file, readFileSync(path.join(out, file), 'utf8')).map((fault) => `${file}: ${fault}`),
    );
    return { faults: [...malformed, ...findMissing(accepted, out)], files: files.length, seconds };
  } finally {
    if (values.keep) console.log(root);
    else rmSync(root, { recursive: true, force: true });
  }
}

function write(root: string, accepted: Files): void {
  const pictures = sitePictures.map((picture): [string, Buffer] => [`public${picture}`, pictureBytes]);
  for (const [file, source] of [...Object.entries(accepted), ...pictures]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), source);
  }
}

/** Pages that an accepted entry should have: its own, and one at each former address that leads on to it. */
function findMissing(accepted: Files, out: string): string[] {
  return Object.entries(accepted).flatMap(([file, source]) => {
    const [, folder, name = ''] = /^content\/(qa|events|topics|groups)\/(?:.*\/)?([^/]+)\.\w+$/.exec(file) ?? [];
    if (folder === undefined) return [];
    const { data } = parseDocument(file, source, folder as 'qa' | 'topics');
    const isHidden = (data as { audience?: string } | undefined)?.audience === 'members';
    const own = `/${folder === 'qa' ? 'q' : folder}/${name}/`;
    const html = path.join(out, own, 'index.html');
    if (isHidden) return existsSync(html) ? [`${file}: a page for members is in the public site`] : [];
    if (!existsSync(html)) return [`${file}: no page at ${own}`];
    return (data?.redirectFrom ?? []).flatMap((from) => {
      const page = path.join(out, from, 'index.html');
      return existsSync(page) && readFileSync(page, 'utf8').includes(own)
        ? []
        : [`${file}: nothing leads on from ${from}`];
    });
  });
}
