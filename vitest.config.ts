import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/cms-server/**/*.test.ts'],
    // Programs that tests start find their modules compiled, which is half of what a short one costs.
    env: { NODE_COMPILE_CACHE: path.resolve('.cache/compiled') },
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // What a worker has loaded serves all files it takes: no test replaces a module, and loading anew takes half of the
    // time.
    isolate: false,
    // Vitest would leave one core to the person at the machine, which of two is half.
    maxWorkers: '100%',
  },
});
