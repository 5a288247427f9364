import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { insert, planted, pngChunk } from '../images/plant-metadata.ts';
import { makeSamples } from '../images/sample-images.ts';

const drawing = (await makeSamples()).find(({ name }) => name === 'photo.png')?.bytes ?? new Uint8Array();

it('clean:images writes anew what lint:content names, and says what it cannot clean', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'clean-images-'));
  try {
    const folder = path.join(root, 'public/images');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'a.png'), insert(drawing, 33, pngChunk('tEXt', planted)));
    writeFileSync(path.join(folder, 'b.png'), drawing);
    const words = ['src/cli/clean-images.ts', '--root', root];
    expect(execFileSync(process.execPath, words, { encoding: 'utf8' })).toBe(
      'public/images/a.png: 絵のほかの情報を消しました。\n画像2件を調べ、1件を書き直しました。\n',
    );
    expect(readFileSync(path.join(folder, 'a.png')).equals(drawing)).toBe(true);

    writeFileSync(path.join(folder, 'c.png'), drawing.subarray(0, 100));
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^public\/images\/c\.png: .*壊れて/);
    expect(readFileSync(path.join(folder, 'c.png'))).toHaveLength(100);
  } finally {
    rmSync(root, { recursive: true });
  }
});
