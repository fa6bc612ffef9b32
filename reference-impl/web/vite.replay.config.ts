import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import base from './vite.config.ts';

const file = process.env['PARLEY_TRACES'];
if (file === undefined)
  throw new Error('PARLEY_TRACES is missing, expected a file that the simulation wrote');

/** Replays traces of the simulation, whose tests call this; by itself there is nothing to replay. */
export default defineConfig({
  ...(base.define ? { define: base.define } : {}),
  test: {
    include: ['src/testing/simulated.replay.ts'],
    cache: false,
    testTimeout: 120_000,
    provide: { traces: readFileSync(file, 'utf8') },
  },
});
