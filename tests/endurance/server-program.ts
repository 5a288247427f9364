/** A CMS server in a process of its own, to be killed: repository, port and accounts file as arguments. */
import { createServer } from 'node:http';
import { createCmsServer } from '../../cms/server/create-cms-server.ts';
import { httpLimits } from '../../cms/server/http/limits.ts';

const [root = '', port = '', file = ''] = process.argv.slice(2);
const address = `http://localhost:${port}`;
const cms = await createCmsServer({
  root,
  branch: 'main',
  address,
  access: { mode: 'accounts', file, longestHours: 12 },
});
const server = createServer(httpLimits, async (request, response) => {
  if (!(await cms.handle(request, response))) response.writeHead(404).end();
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void cms.close().then(() => process.exit(0));
});
