import { createHash } from 'node:crypto';
import { readBuildSettings } from '../../integrations/build-settings.ts';

/** Tells the sites of different settings apart; where they are built does not count. */
export function settingsKeyOf(environment: NodeJS.ProcessEnv): string {
  const { outDir: _place, ...settings } = readBuildSettings(environment);
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}
