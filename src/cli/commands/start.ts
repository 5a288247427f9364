/** `npm start`: builds the site, serves it with the CMS, and builds again when the content changes. */
import { parseArgs } from 'node:util';
import { createCmsServer } from '../../../cms/server/create-cms-server.ts';
import type { HostRule } from '../../../cms/server/http/own-host.ts';
import { createNoDesk } from '../../../cms/server/http/no-desk.ts';
import { UnusableRepository } from '../../../cms/server/repository/usable.ts';
import { readBuildSettings, type BuildSettings } from '../../integrations/build-settings.ts';
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
const { base } = readSettings();
const hostRule: HostRule = { mode: 'loopback' };
let missing = '';
const cms = await createCmsServer({ root, base }).catch((error: unknown) => {
  if (!(error instanceof UnusableRepository)) console.error(error);
  missing = error instanceof UnusableRepository ? error.message : words.deskFailed;
  console.log(words.noDesk(missing));
  return undefined;
});
const answer = cms?.handle ?? createNoDesk({ base, hostRule, sentence: missing });

const server = await listen({ port, site, base, answer, hostRule }).catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') exit(words.portTaken(port));
  throw error;
});

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

function readSettings(): BuildSettings {
  try {
    return readBuildSettings(process.env);
  } catch (error) {
    exit((error as Error).message);
  }
}

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}
