import type { AstroIntegration } from 'astro';
import { whenSaved } from '../library/saved-qas.ts';

/** Has the browser show a saved Q&A at once. */
export function quickReload(): AstroIntegration {
  return {
    name: 'kenjinkai-quick-reload',
    hooks: {
      'astro:server:setup': ({ server }) => whenSaved(() => server.environments.client.hot.send({ type: 'full-reload' })),
    },
  };
}
