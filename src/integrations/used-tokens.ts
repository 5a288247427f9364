import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AstroIntegration } from 'astro';

/** Where style sheets name the design system's tokens. */
const line = "@import '@digital-go-jp/design-tokens/dist/tokens.css';";
const places = ['src/**/*.{css,astro,ts}', 'cms/**/*.{css,ts}'];

/**
 * Puts the tokens that are used in the place of the import of all two hundred, which every page would carry; they stand
 * at the end, since imports come first.
 */
export function usedTokens(): AstroIntegration {
  return {
    name: 'kenjinkai-used-tokens',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const transform = (code: string): string | undefined =>
          code.includes(line) ? `${code.replace(line, '')}\n${readUsed()}` : undefined;
        const plugin = {
          name: 'kenjinkai-used-tokens',
          enforce: 'pre' as const,
          transform: { filter: { id: /\.css(?:\?|$)/ }, handler: transform },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

function readUsed(): string {
  const root = path.resolve('.');
  const tokens = readFileSync(
    createRequire(path.join(root, 'package.json')).resolve('@digital-go-jp/design-tokens/dist/tokens.css'),
    'utf8',
  );
  const sources = places
    .flatMap((place) => globSync(place, { cwd: root }))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  return keepUsed(tokens, sources.join('\n'));
}

/** The declarations whose names `sources` ask for, and those that these ask for in their turn. */
export function keepUsed(tokens: string, sources: string): string {
  const declared = new Map(
    tokens.split(/[;{}]/).flatMap((part): [string, string][] => {
      const at = part.indexOf(':');
      const name = part.slice(0, at).trim();
      return at > 0 && name.startsWith('--') ? [[name, part.slice(at + 1).trim()]] : [];
    }),
  );
  const used = new Set<string>();
  const use = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      const value = declared.get(name);
      if (value === undefined || used.has(name)) continue;
      used.add(name);
      use(value);
    }
  };
  use(sources);
  const kept = [...declared].filter(([name]) => used.has(name)).map(([name, value]) => `  ${name}: ${value};`);
  return `:root {\n${kept.join('\n')}\n}`;
}
