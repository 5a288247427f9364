import { defineConfig } from 'astro/config';
import { readBuildSettings } from './src/integrations/build-settings.ts';
import { createSiteConfig } from './src/integrations/site-config.ts';

export default defineConfig(createSiteConfig(readBuildSettings(process.env)).config);
