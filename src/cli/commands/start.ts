/** `npm start`: builds the site, serves it with the CMS, and builds again when the content changes. */
import { parseArgs } from 'node:util';
import { createCmsServer } from '../../../cms/server/create-cms-server.ts';
import { readBuildSettings } from '../../integrations/build-settings.ts';
import { rebuildOnChange } from '../start/rebuild.ts';
import { showOneTimeLink } from '../shared/show-one-time-link.ts';
import { listen } from '../start/serve.ts';
import { commandLineWords as words } from '../shared/words.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: process.env.PORT ?? '4321' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535) exit(words.badPort(values.port));

const site = { folder: '' };
const address = `http://localhost:${port}`;
const root = process.cwd();
const { base } = readBuildSettings(process.env);
const cms = await createCmsServer({ root, base }).catch((error: Error) => {
  console.error(words.noCms(error.message));
  return undefined;
});

const server = await listen({ port, site, base, ...(cms ? { answer: cms.handle } : {}) }).catch(
  (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') exit(words.portTaken(port));
    throw error;
  },
);

const stop = await rebuildOnChange({
  root,
  siteAddress: process.env.SITE_URL ?? address,
  onBuilt: (folder) => {
    const isFirst = site.folder === '';
    site.folder = folder;
    if (!isFirst) return;
    console.log(words.ready(address + base));
    if (cms) void showOneTimeLink(cms, address);
  },
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop();
    server.close();
    void (cms?.close() ?? Promise.resolve()).finally(() => process.exit(0));
  });
}

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}
