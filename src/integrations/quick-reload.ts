import type { AstroIntegration } from 'astro';
import { onOverride } from '../library/dev-overrides.ts';

/** Has the browser show a saved Q&A at once. */
export function quickReload(): AstroIntegration {
  return {
    name: 'kenjinkai-quick-reload',
    hooks: {
      'astro:server:setup': ({ server }) =>
        onOverride(() => server.environments.client.hot.send({ type: 'full-reload' })),
    },
  };
}
