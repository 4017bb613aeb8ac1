import { defineConfig } from 'vitest/config';
import { devConfig } from './src/pipeline/vite-plugin.ts';

export default defineConfig({
  ...devConfig({ content: 'content', locales: 'locales' }),
  test: { include: ['tests/{unit,content,dist}/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
});
