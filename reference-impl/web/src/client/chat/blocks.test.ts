import { describe, expect } from 'vitest';
import { FakeTime } from '../../testing/fake-time.ts';
import { ada, ben } from '../../testing/fixtures.ts';
import { type Answer, scriptedHttp } from '../../testing/scripted.ts';
import { verifies } from '../../testing/verifies.ts';
import { Api } from '../api/api.ts';
import type { HttpRequest } from '../ports.ts';
import { Retrier } from '../retry.ts';
import { Blocks } from './blocks.ts';

function blocksOf(answer: (request: HttpRequest) => Answer | Promise<Answer>): {
  blocks: Blocks;
  requests: HttpRequest[];
  changes: () => number;
} {
  const { http, requests } = scriptedHttp(answer);
  const tokens = { current: () => Promise.resolve('t'), renew: () => Promise.resolve('t') };
  let changes = 0;
  const blocks = new Blocks(new Api(http, tokens), new Retrier(new FakeTime(), () => 0.5), () => {
    changes++;
  });
  return { blocks, requests, changes: () => changes };
}

describe('blocks', () => {
  verifies(['USR-5'], 'are those that the server lists', async () => {
    const { blocks } = blocksOf(() => [200, { blocks: [{ user: ben, since: '2026-11-20T10:00:00.000Z' }] }]);
    expect(blocks.has(ben.id)).toBe(false);
    await blocks.refresh();
    expect(blocks.has(ben.id)).toBe(true);
    expect(blocks.has(ada.id)).toBe(false);
  });

  verifies(['USR-5'], 'are made and taken back by one call each', async () => {
    const { blocks, requests, changes } = blocksOf(() => [204]);
    await blocks.block(ben.id);
    expect(blocks.has(ben.id)).toBe(true);
    await blocks.unblock(ben.id);
    expect(blocks.has(ben.id)).toBe(false);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT /users/me/blocks/${ben.id}`,
      `DELETE /users/me/blocks/${ben.id}`,
    ]);
    expect(changes()).toBe(2);
  });

  verifies(['USR-5'], 'stay as they were when the server refuses', async () => {
    const { blocks } = blocksOf(() => [
      409,
      { type: 'urn:parley:problem:blocks-full', title: 'Full', status: 409 },
    ]);
    await expect(blocks.block(ben.id)).rejects.toThrow('Full');
    expect(blocks.has(ben.id)).toBe(false);
  });

  verifies(['USR-5'], 'do not take a list that was asked for before a change', async () => {
    let answerList: (answer: Answer) => void = () => undefined;
    const { blocks } = blocksOf(({ method }) =>
      method === 'GET'
        ? new Promise<Answer>((resolve) => {
            answerList = resolve;
          })
        : [204],
    );
    const refreshed = blocks.refresh();
    await blocks.block(ben.id);
    answerList([200, { blocks: [] }]);
    await refreshed;
    expect(blocks.has(ben.id)).toBe(true);
  });
});
