/**
 * `npm run cms`: desk, site and rebuild for an office network; the same commands as `cms-server.ts`, with defaults for
 * it.
 */
import { runCommand } from '../cms-server/main.ts';

await runCommand(process.argv.slice(2), { isOffice: true });
