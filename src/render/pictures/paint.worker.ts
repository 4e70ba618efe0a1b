/** Paints pictures in a thread: receives an SVG and replies with its PNG. */
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from './faces.ts';
import { indexedPng } from './indexed-png.ts';

parentPort?.on('message', (svg: string) => {
  const image = new Resvg(svg, { font: { fontFiles: [...fontFiles], loadSystemFonts: false } }).render();
  parentPort?.postMessage(indexedPng(image.pixels, image));
});
