import { describe, expect, test } from 'vitest';
import { Attempt } from './attempt.ts';

function anAttempt(): { attempt: Attempt; updates: () => number } {
  let updates = 0;
  const attempt = new Attempt({
    requestUpdate: () => {
      updates++;
    },
  });
  return { attempt, updates: () => updates };
}

describe('an attempt', () => {
  test('does one thing at a time', async () => {
    const { attempt } = anAttempt();
    let done = 0;
    let finish: () => void = () => undefined;
    const first = attempt.run(async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      done++;
    });
    expect(attempt.isBusy).toBe(true);
    await attempt.run(() => Promise.reject(new Error('not run')));
    finish();
    await first;
    expect([done, attempt.isBusy, attempt.failure]).toEqual([1, false, '']);
  });

  test('says why it failed, until it is tried again', async () => {
    const { attempt, updates } = anAttempt();
    await attempt.run(
      () => Promise.reject(new Error('lost')),
      () => 'It was lost.',
    );
    expect([attempt.isBusy, attempt.failure, updates()]).toEqual([false, 'It was lost.', 2]);
    await attempt.run(() => Promise.resolve());
    expect(attempt.failure).toBe('');
  });

  test('says why it was not tried', () => {
    const { attempt, updates } = anAttempt();
    attempt.refuse('Enter a username.');
    expect([attempt.failure, updates()]).toEqual(['Enter a username.', 1]);
    attempt.clear();
    expect(attempt.failure).toBe('');
  });
});
