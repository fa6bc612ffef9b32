import { describe, expect, test } from 'vitest';
import { hueOf, initialsOf } from './people.ts';

describe('a person', () => {
  test.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['ben.okri-2', 'B2'],
    ['Ana María de la Cruz', 'AC'],
    ['😀 smile', '😀S'],
    ['', '?'],
  ])('named %j has the initials %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('has a colour that depends on the id only, and is spread over all colours', () => {
    const ids = Array.from(
      { length: 400 },
      (_, n) => `0195a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    );
    const hues = ids.map((id) => hueOf(id, 8));
    expect(hues).toEqual(ids.map((id) => hueOf(id, 8)));
    expect(new Set(hues)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  });
});
