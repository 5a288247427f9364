import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/unit/**/*.test.ts', 'tests/cms-server/**/*.test.ts'], testTimeout: 90_000, hookTimeout: 90_000 },
});
