/** `npm run build`: checks the content and builds the site into its folder, saying how far it is. */
import { readBuildSettings } from '../../integrations/build-settings.ts';
import { commandLineWords as words } from '../shared/words.ts';
import { createBuild } from '../site-server/run-build.ts';

const started = performance.now();
try {
  const { outDir } = readBuildSettings(process.env);
  const build = createBuild({ program: process.cwd(), settings: {} });
  const succeeded = await build.run(outDir);
  build.stop();
  if (succeeded) console.log(words.built(((performance.now() - started) / 1000).toFixed(1)));
  process.exitCode = succeeded ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
