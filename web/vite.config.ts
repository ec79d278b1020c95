import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const server = process.env.DIORAMA_SERVER ?? 'http://127.0.0.1:7860';

export default defineConfig({
  plugins: [svelte()],
  base: './',
  build: {
    outDir: '../src/diorama/server/static',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // light-dark() as it is: a card on a picture is dark in a light page
    chunkSizeWarningLimit: 400,
  },
  server: { proxy: { '/api': server, '/v1': server }, fs: { allow: ['..'] } },
});
