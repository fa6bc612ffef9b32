import { describe, expect } from 'vitest';
import { verifies } from '../../testing/verifies.ts';
import { Times, englishOf } from './times.ts';

const millis = (text: string): number => Date.parse(text);
const now = millis('2026-11-20T12:00:00Z');

describe('times', () => {
  verifies(['MSG-20'], 'name the day of a message as its reader would', () => {
    const times = new Times('en-GB', 'UTC');
    expect(times.day(millis('2026-11-20T00:00:00Z'), now)).toBe('Today');
    expect(times.day(millis('2026-11-19T23:59:59Z'), now)).toBe('Yesterday');
    expect(times.day(millis('2026-11-18T23:59:59Z'), now)).toBe('Wednesday 18 November');
    expect(times.day(millis('2025-12-31T12:00:00Z'), now)).toBe('31 December 2025');
  });

  verifies(['MSG-20'], 'are those of the reader’s own place', () => {
    const late = millis('2026-11-20T23:30:00Z');
    expect(new Times('en-GB', 'UTC').clock(late)).toBe('23:30');
    const tokyo = new Times('en-GB', 'Asia/Tokyo');
    expect(tokyo.clock(late)).toBe('08:30');
    expect(tokyo.isSameDay(late, now)).toBe(false);
    expect(tokyo.day(now, late)).toBe('Yesterday');
  });

  verifies(['MSG-14'], 'are brief in a list', () => {
    const times = new Times('en-GB', 'UTC');
    expect(times.brief(millis('2026-11-20T09:05:00Z'), now)).toBe('09:05');
    expect(times.brief(millis('2026-11-19T09:05:00Z'), now)).toBe('Yesterday');
    expect(times.brief(millis('2026-11-17T09:05:00Z'), now)).toBe('Tue');
    expect(times.brief(millis('2026-11-02T09:05:00Z'), now)).toBe('02/11/26');
  });

  verifies(['UI-1'], 'follow the reader’s variety of English', () => {
    expect(englishOf(['de-DE', 'en-US', 'en'])).toBe('en-US');
    expect(englishOf(['fr'])).toBe('en-GB');
    expect(englishOf(['en-US@posix', 'en-AU'])).toBe('en-AU');
    expect(englishOf(['en-US@posix'])).toBe('en-GB');
  });
});
