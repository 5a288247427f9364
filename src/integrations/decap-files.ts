import { createReadStream, readdirSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { putWordsIntoDecap } from './decap-words.ts';

/**
 * Puts Decap, its parts that load later and its WebAssembly beside the admin page; it asks no other host for anything.
 */
export function decapFiles(): AstroIntegration {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('decap-cms/package.json')), 'dist');
  const files = new Set(readdirSync(folder).filter((name) => /(?:^|\.)decap-cms\.js$|\.wasm$/.test(name)));
  let script: Promise<string> | undefined;
  const readScript = () => (script ??= readFile(path.join(folder, main), 'utf8').then(putWordsIntoDecap));
  return {
    name: 'kenjinkai-decap-files',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            define: { 'import.meta.env.CMS_SETTINGS': JSON.stringify(JSON.stringify(readCmsSettings(process.env))) },
          },
        });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /\/admin\/decap\/([\w.-]+)(?:\?|$)/.exec(request.url ?? '')?.[1] ?? '';
          if (!files.has(name)) return next();
          response.setHeader(
            'Content-Type',
            name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript; charset=utf-8',
          );
          if (name === main) readScript().then((text) => response.end(text), next);
          else createReadStream(path.join(folder, name)).pipe(response);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const target = path.join(fileURLToPath(dir), 'admin', 'decap');
        await mkdir(target, { recursive: true });
        const others = [...files].filter((name) => name !== main);
        await Promise.all(others.map((name) => copyFile(path.join(folder, name), path.join(target, name))));
        await writeFile(path.join(target, main), await readScript());
      },
    },
  };
}

/** The settings of the editors' desk alone, for nothing else of the environment belongs into a build. */
function readCmsSettings(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] =>
        entry[0].startsWith('CMS_') && entry[1] !== undefined && settings.has(entry[0]),
    ),
  );
}

/** Holds all words that Decap says of itself. */
const main = 'decap-cms.js';
const settings = new Set([
  'CMS_BACKEND',
  'CMS_BRANCH',
  'CMS_REPO',
  'CMS_HOST',
  'CMS_APP_ID',
  'CMS_LOGIN_SERVER',
  'CMS_LOGIN_PATH',
]);
