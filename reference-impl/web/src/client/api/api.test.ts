import { describe, expect } from 'vitest';
import { aDirect, ada, conversationId, problem } from '../../testing/fixtures.ts';
import { type Answer, scriptedHttp } from '../../testing/scripted.ts';
import { verifies } from '../../testing/verifies.ts';
import type { HttpRequest } from '../ports.ts';
import { NoAnswer, Refused, sentence } from '../problem.ts';
import { Api } from './api.ts';

function anApi(answer: (request: HttpRequest) => Answer): {
  api: Api;
  requests: HttpRequest[];
  renewed: string[];
} {
  const { http, requests } = scriptedHttp(answer);
  const renewed: string[] = [];
  const api = new Api(http, {
    current: () => Promise.resolve('old'),
    renew: (refused) => {
      renewed.push(refused);
      return Promise.resolve('new');
    },
  });
  return { api, requests, renewed };
}

const refused = async (action: Promise<unknown>): Promise<Refused> => {
  const failure: unknown = await action.catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(Refused);
  return failure as Refused;
};

describe('the API client', () => {
  verifies(['API-1'], 'asks as the contract says', async () => {
    const { api, requests } = anApi(() => [200, { users: [ada] }]);
    await expect(api.findUser('a&b')).resolves.toEqual(ada);
    await api.messagesBefore(conversationId(1), 42);
    await api.entriesAfter(conversationId(1), 42);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /users?username=a%26b',
      `GET /conversations/${conversationId(1)}/messages?before=42&limit=50`,
      `GET /conversations/${conversationId(1)}/entries?after=42&limit=200`,
    ]);
    expect(requests[0]?.headers['authorization']).toBe('Bearer old');
  });

  verifies(['USR-2'], 'renews a refused token once and repeats the request with the new one', async () => {
    const { api, requests, renewed } = anApi(({ headers }) =>
      headers['authorization'] === 'Bearer new' ? [200, aDirect(1)] : [401, problem('unauthenticated', 401)],
    );
    await expect(api.conversation(conversationId(1))).resolves.toEqual(aDirect(1));
    expect(renewed).toEqual(['old']);
    expect(requests).toHaveLength(2);
  });

  verifies(['USR-2'], 'does not go on renewing when the new token is refused, too', async () => {
    const { api, requests } = anApi(() => [401, problem('unauthenticated', 401)]);
    expect((await refused(api.conversation(conversationId(1)))).problem.status).toBe(401);
    expect(requests).toHaveLength(2);
  });

  verifies(['API-2'], 'hands on what a problem says', async () => {
    const errors = [{ name: 'displayName', expected: 'at most 64 characters' }];
    const { api, renewed } = anApi(() => [400, problem('invalid-field', 400, { errors })]);
    const failure = await refused(api.rename('x'));
    expect(failure.problem.type).toBe('urn:parley:problem:invalid-field');
    expect(sentence(failure.problem)).toBe('displayName: at most 64 characters.');
    expect(renewed).toEqual([]);
  });

  verifies(['API-2'], 'makes a problem of an answer that is none, as a proxy gives', async () => {
    const { http } = scriptedHttp(() => [502, '<html>']);
    const tokens = { current: () => Promise.resolve('t'), renew: () => Promise.resolve('t') };
    const failure = await refused(new Api(http, tokens).rename('x'));
    expect(failure.problem).toEqual({ type: 'about:blank', title: 'The server answered 502', status: 502 });
  });

  verifies(['API-2'], 'knows no outcome when no answer came', async () => {
    const { api } = anApi(() => {
      throw new Error('connection reset');
    });
    await expect(api.rename('x')).rejects.toBeInstanceOf(NoAnswer);
  });
});
