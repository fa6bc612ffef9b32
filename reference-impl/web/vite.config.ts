import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';
import EvidenceReporter from './build/evidence-reporter.ts';

const limitsFile = new URL('../../spec/data/limits.yaml', import.meta.url);
const limits = parse(readFileSync(limitsFile, 'utf8')) as { id: string; value: number }[];

export default defineConfig({
  // One home for each number: the build hands the limits' data file to src/client/limits.ts.
  define: {
    __PARLEY_LIMITS__: JSON.stringify(Object.fromEntries(limits.map(({ id, value }) => [id, value]))),
  },
  build: {
    outDir: fileURLToPath(new URL('target/classes/META-INF/resources', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy allows neither inline scripts nor fonts from data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.ts'],
    cache: false,
    // A process for each file would take more of the processor than most tests in it.
    pool: 'threads',
    // The files of a worker share modules and page, so none may leave anything behind: they are run in any order.
    isolate: false,
    sequence: { shuffle: { files: true } },
    // A bound for what hangs, not a measure: other modules may be using the machine.
    testTimeout: 120_000,
    reporters: ['default', new EvidenceReporter('target/evidence/results.jsonl')],
  },
});
