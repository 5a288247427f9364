import type { AstroIntegration } from 'astro';
import { browserFloor } from '../strings/browser-floor.ts';

/**
 * Has scripts and styles written for the oldest browsers that are supported. Astro asks Vite for the newest language,
 * and for scripts of pages does not let its own settings say otherwise.
 */
export function writeForFloor(): AstroIntegration {
  const target = Object.entries(browserFloor).map(([name, version]) => `${name}${version}`);
  return {
    name: 'kenjinkai-browser-floor',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'kenjinkai-browser-floor',
                enforce: 'post',
                // Styles are written while pages are.
                configEnvironment: (name) => ({
                  build: name === 'client' ? { target, cssTarget: target } : { cssTarget: target },
                }),
              },
            ],
          },
        });
      },
    },
  };
}
