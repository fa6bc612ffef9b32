import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';

/** Writes one JSON line per test, so that the traceability matrix can show which claim it backs. */
export default class EvidenceReporter implements Reporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  onTestRunStart(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, '');
  }

  onTestCaseResult(test: TestCase): void {
    const { ids } = test.meta() as { ids?: readonly string[] };
    const line = {
      test: `web: ${test.fullName}`,
      ids: ids ?? [],
      result: test.result().state,
      millis: Math.round(test.diagnostic()?.duration ?? 0),
    };
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}
