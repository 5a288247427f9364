import { existsSync, watch } from 'node:fs';
import path from 'node:path';

/** Tells of each file that changes below what the site is made of; the result ends it. */
export function watchContent(root: string, onChange: (file: string) => void): () => void {
  const folders = ['content', path.join('public', 'images')].filter((folder) => existsSync(path.join(root, folder)));
  const watchers = folders.map((folder) =>
    watch(path.join(root, folder), { recursive: true }, (_event, file) => onChange(path.join(folder, file ?? ''))),
  );
  return () => watchers.forEach((watcher) => watcher.close());
}
