/** `npm run preview`: serves the site that `npm run build` made, with the headers of the real servers. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBuildSettings } from '../../integrations/build-settings.ts';
import { listen } from '../start/serve.ts';
import { commandLineWords as words } from '../shared/words.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: process.env.PORT ?? '4321' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) exit(words.badPort(values.port, 'npm run preview'));
const { base, outDir } = readBuildSettings(process.env);
if (!existsSync(path.join(outDir, 'index.html'))) exit(words.nothingBuilt(outDir));

await listen({ port, site: { folder: outDir }, base }).catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') exit(words.portTaken(port, 'npm run preview'));
  throw error;
});
console.log(words.ready(`http://localhost:${port}${base}`));

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}
