import { defineConfig } from 'vitest/config';
import { devConfig } from './src/pipeline/vite-plugin.ts';

export default defineConfig({
  ...devConfig({ content: 'content', locales: 'locales' }),
  // By itself vitest leaves one processor idle, which on a server with two is half of it.
  test: {
    include: ['tests/{unit,content,attack,hostile,dist,paper,firefox}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
