import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { BuildSettings } from './build-settings.ts';

/**
 * Names the file for the texts of Q&As: a build beside the development server must not write over what that one reads.
 */
export function contentStore({ cacheDir, audience }: Pick<BuildSettings, 'cacheDir' | 'audience'>): AstroIntegration {
  return {
    name: 'kenjinkai-content-store',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const file = path.join(cacheDir, `qa-texts-${command}-${audience}.jsonl`);
        updateConfig({ vite: { define: { 'import.meta.env.CONTENT_STORE': JSON.stringify(file) } } });
      },
    },
  };
}
