import { describe, expect } from 'vitest';
import { aUser, ada, ben } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import type { Mark, User } from '../../client/contract.ts';
import { standingOf } from './standing.ts';

const cid = aUser('cid');
const dan = aUser('dan');

const at = (delivered: number, read: number): Mark => ({ delivered, read });

function standing(all: Mark, memberCount: number, ...marks: readonly (readonly [User, Mark])[]): unknown {
  const members = new Map(marks.map(([user, mark]) => [user.id, mark]));
  const { kind, ...rest } = standingOf(5, { me: ada.id, memberCount, receipt: { all, members } });
  return [kind, ...Object.values(rest)];
}

describe('the standing of an own message', () => {
  verifies(['MSG-10'], 'is sent, then delivered, then read by the other', () => {
    expect(standing(at(4, 4), 2, [ben, at(4, 4)])).toEqual(['sent', 'Sent']);
    expect(standing(at(5, 4), 2, [ben, at(5, 4)])).toEqual(['delivered', 'Delivered']);
    expect(standing(at(6, 5), 2, [ben, at(6, 5)])).toEqual(['read', 'Read']);
  });

  verifies(['MSG-10'], 'counts the others of a small group until all have it', () => {
    const own = [ada, at(5, 5)] as const;
    expect(standing(at(0, 0), 4, own, [ben, at(5, 0)])).toEqual(['sent', 'Received by 1 of 3']);
    expect(standing(at(5, 0), 4, own, [ben, at(5, 5)], [cid, at(5, 5)], [dan, at(5, 0)])).toEqual([
      'delivered',
      'Read by 2 of 3',
    ]);
    expect(standing(at(5, 5), 4, own)).toEqual(['read', 'Read by all']);
  });

  verifies(['MSG-10'], 'is read by all as soon as each of them has written', () => {
    expect(standing(at(4, 4), 3, [ben, at(6, 6)], [cid, at(7, 7)])).toEqual(['read', 'Read by all']);
  });

  verifies(['MSG-10'], 'counts nobody in a large group, where frames name nobody', () => {
    expect(standing(at(0, 0), 300, [ben, at(5, 5)])).toEqual(['sent', 'Sent']);
    expect(standing(at(5, 0), 300, [ben, at(5, 5)])).toEqual(['delivered', 'Delivered']);
  });
});
