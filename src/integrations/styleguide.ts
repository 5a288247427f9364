import type { AstroIntegration } from 'astro';

/** `/styleguide/`, which shows every component in every state: for who changes the look, with `npm run dev` alone. */
export function styleguide(): AstroIntegration {
  return {
    name: 'kenjinkai-styleguide',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'dev') injectRoute({ pattern: '/styleguide/', entrypoint: './src/styleguide/index.astro' });
      },
    },
  };
}
