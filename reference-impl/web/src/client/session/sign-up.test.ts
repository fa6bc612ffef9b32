import { describe, expect } from 'vitest';
import { verifies } from '../../testing/verifies.ts';
import { limits } from '../limits.ts';
import { type SignUp, signUpErrors } from './sign-up.ts';

const good: SignUp = {
  username: 'ada.l_9-x',
  password: 'correct horse',
  repeated: 'correct horse',
  email: '',
  displayName: '',
};

const wrong = (change: Partial<SignUp>): readonly string[] =>
  Object.keys(signUpErrors({ ...good, ...change }));

describe('signing up', () => {
  verifies(['USR-1'], 'needs no more than a username and a password typed twice', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ repeated: 'correct hors' })).toEqual(['repeated']);
  });

  verifies(['USR-1', 'API-2'], 'holds the limits, below, at and above', () => {
    const { usernameCharsMin, usernameCharsMax, passwordCodePointsMin, passwordCodePointsMax } = limits;
    for (const [length, isWrong] of [
      [usernameCharsMin - 1, true],
      [usernameCharsMin, false],
      [usernameCharsMax, false],
      [usernameCharsMax + 1, true],
    ] as const) {
      expect(wrong({ username: 'a'.repeat(length) }).includes('username')).toBe(isWrong);
    }
    for (const [length, isWrong] of [
      [passwordCodePointsMin - 1, true],
      [passwordCodePointsMin, false],
      [passwordCodePointsMax, false],
      [passwordCodePointsMax + 1, true],
    ] as const) {
      const password = '😀'.repeat(length);
      expect(wrong({ password, repeated: password }).includes('password')).toBe(isWrong);
    }
    expect(wrong({ displayName: 'x'.repeat(limits.displayNameCharsMax + 1) })).toEqual(['displayName']);
  });

  verifies(['USR-1'], 'takes only the characters of usernames, in either case', () => {
    expect(wrong({ username: 'Ada' })).toEqual([]);
    for (const username of ['ad a', 'adä', 'a@da']) expect(wrong({ username })).toEqual(['username']);
  });

  verifies(['USR-1'], 'takes an e-mail address or none', () => {
    expect(wrong({ email: 'ada@example.org' })).toEqual([]);
    expect(wrong({ email: 'ada' })).toEqual(['email']);
  });
});
