/**
 * `node src/cli/cms-server.ts`: the CMS and the built site for an office network, and the list of those who may edit.
 */
import { runCommand } from '../cms-server/main.ts';

await runCommand(process.argv.slice(2), {});
