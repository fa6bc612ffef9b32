import { describe, expect } from 'vitest';
import { FakeTime, seeded, settled } from '../testing/fake-time.ts';
import { problem } from '../testing/fixtures.ts';
import { verifies } from '../testing/verifies.ts';
import { NoAnswer, Refused, SessionEnded } from './problem.ts';
import { Retrier, fullJitterMillis } from './retry.ts';

describe('full jitter', () => {
  verifies(['MSG-17'], 'draws uniformly below a bound that doubles up to its cap', () => {
    const random = seeded(7);
    for (const [attempt, bound] of [
      [0, 500],
      [1, 1_000],
      [3, 4_000],
      [6, 30_000],
      [1_000, 30_000],
    ] as const) {
      const draws = Array.from({ length: 500 }, () => fullJitterMillis(attempt, random));
      expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
      expect(Math.min(...draws)).toBeLessThan(bound * 0.05);
      expect(Math.max(...draws)).toBeGreaterThan(bound * 0.95);
      expect(Math.max(...draws)).toBeLessThan(bound);
    }
  });
});

describe('a retrier', () => {
  verifies(
    ['MSG-17'],
    'repeats what got no answer or a temporary refusal, until it is answered',
    async () => {
      const time = new FakeTime();
      const failures = [new NoAnswer('lost'), new Refused(problem('store-unavailable', 503))];
      let calls = 0;
      const result = new Retrier(time, () => 0.5).run(() => {
        const failure = failures[calls++];
        return failure ? Promise.reject(failure) : Promise.resolve('answer');
      });
      await time.pass(10_000);
      await expect(result).resolves.toBe('answer');
      expect(calls).toBe(3);
    },
  );

  verifies(['API-3'], 'waits at least as long as the server asks', async () => {
    const time = new FakeTime();
    let calls = 0;
    void new Retrier(time, () => 0).run(() => {
      calls++;
      return Promise.reject(new Refused(problem('too-many-requests', 429, { retryAfterSeconds: 7 })));
    });
    await time.pass(6_999);
    expect(calls).toBe(1);
    await time.pass(1);
    expect(calls).toBe(2);
  });

  verifies(['API-2'], 'gives up on a refusal that repeating cannot mend', async () => {
    const retrier = new Retrier(new FakeTime(), () => 0);
    for (const failure of [new Refused(problem('not-found', 404)), new SessionEnded()]) {
      await expect(retrier.run(() => Promise.reject(failure))).rejects.toBe(failure);
    }
  });

  verifies(['MSG-17'], 'repeats nothing once it is stopped', async () => {
    const time = new FakeTime();
    const retrier = new Retrier(time, () => 0.5);
    let calls = 0;
    void retrier.run(() => {
      calls++;
      return Promise.reject(new NoAnswer('lost'));
    });
    await settled();
    retrier.stop();
    await time.pass(60_000);
    expect(calls).toBe(1);
  });
});
