import { describe, expect } from 'vitest';
import { FakeTime, settled } from '../../testing/fake-time.ts';
import { aSession, ada, ben, credentialsAt, problem } from '../../testing/fixtures.ts';
import { type Answer, SharedStore, scriptedHttp } from '../../testing/scripted.ts';
import { verifies } from '../../testing/verifies.ts';
import type { Http, HttpRequest, Mutex } from '../ports.ts';
import { NoAnswer, Refused, SessionEnded } from '../problem.ts';
import { Session } from './session.ts';

/** One at a time, in the order of asking, as Web Locks do it for the tabs of a browser. */
function aMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    exclusive: (_, action) => {
      const mine = last.then(action, action);
      last = mine;
      return mine;
    },
  };
}

function aTab(http: Http, store: SharedStore, mutex: Mutex, time: FakeTime): Session {
  return new Session({ http, store: store.tab(), mutex, clock: time, deviceName: 'Firefox on Linux' });
}

function aWorld(answer: (request: HttpRequest) => Answer | Promise<Answer>): {
  readonly tabs: readonly [Session, Session];
  readonly store: SharedStore;
  readonly time: FakeTime;
  readonly requests: readonly HttpRequest[];
} {
  const time = new FakeTime();
  const store = new SharedStore(credentialsAt(time.now()));
  const { http, requests } = scriptedHttp(answer);
  const mutex = aMutex();
  const tabs = [aTab(http, store, mutex, time), aTab(http, store, mutex, time)] as const;
  return { tabs, store, time, requests };
}

/** Each refresh yields the next session, and a refresh token is good once. */
function rotating(): (request: HttpRequest) => Answer {
  let n = 1;
  return ({ body }) =>
    body === JSON.stringify({ refreshToken: `refresh-${n}` })
      ? [200, aSession(++n)]
      : [401, problem('refresh-refused', 401)];
}

describe('a session', () => {
  verifies(['USR-1'], 'begins with a registration, and is kept', async () => {
    const { tabs, store, requests, time } = aWorld(() => [201, aSession(7)]);
    await tabs[0].register({ username: 'ada', password: 'correct horse', email: 'ada@example.org' });
    expect(requests[0]?.path).toBe('/auth/register');
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      username: 'ada',
      password: 'correct horse',
      email: 'ada@example.org',
      device: { name: 'Firefox on Linux' },
    });
    expect(store.credentials).toEqual(credentialsAt(time.now(), 7));
  });

  verifies(['USR-2'], 'does not begin with a wrong password', async () => {
    const { tabs, store } = aWorld(() => [401, problem('wrong-credentials', 401)]);
    const before = store.credentials;
    await expect(tabs[0].login('ada', 'wrong')).rejects.toBeInstanceOf(Refused);
    expect(store.credentials).toBe(before);
  });

  verifies(['USR-2'], 'uses the token at hand while it lasts, and renews it before it ends', async () => {
    const { tabs, time, requests } = aWorld(rotating());
    await expect(tabs[0].current()).resolves.toBe('access-1');
    await time.pass(899_000);
    await expect(tabs[0].current()).resolves.toBe('access-2');
    expect(requests).toHaveLength(1);
  });

  verifies(['USR-2'], 'refreshes once for all who ask at the same time', async () => {
    const { tabs, requests } = aWorld(rotating());
    const tokens = await Promise.all([1, 2, 3, 4].map(() => tabs[0].renew('access-1')));
    expect(new Set(tokens)).toEqual(new Set(['access-2']));
    expect(requests).toHaveLength(1);
  });

  verifies(['USR-2'], 'refreshes once for all tabs, since a refresh token is good once', async () => {
    const { tabs, requests } = aWorld(rotating());
    const tokens = await Promise.all([...tabs, ...tabs].map((tab) => tab.renew('access-1')));
    expect(new Set(tokens)).toEqual(new Set(['access-2']));
    expect(requests).toHaveLength(1);
  });

  verifies(['USR-2'], 'takes over what another tab got when both refreshed at the same moment', async () => {
    const time = new FakeTime();
    const store = new SharedStore(credentialsAt(time.now()));
    let answers = 1;
    const { http } = scriptedHttp(() => [200, aSession(++answers)]);
    const noMutex: Mutex = { exclusive: (_, action) => action() };
    const tabs = [aTab(http, store, noMutex, time), aTab(http, store, noMutex, time)];
    const tokens = await Promise.all(tabs.map((tab) => tab.renew('access-1')));
    expect(tokens).toEqual(['access-2', 'access-2']);
    expect(store.credentials?.refreshToken).toBe('refresh-2');
  });

  verifies(['USR-2'], 'lends its tokens to nobody but its user', async () => {
    const { tabs } = aWorld(({ path }) => (path === '/auth/login' ? [200, aSession(9, ben)] : [204]));
    const tokens = tabs[0].tokensOf(ada.id);
    await expect(tokens.current()).resolves.toBe('access-1');
    await tabs[1].logout();
    await tabs[1].login('ben', 'correct horse');
    await expect(tokens.current()).rejects.toBeInstanceOf(SessionEnded);
    await expect(tokens.renew('access-1')).rejects.toBeInstanceOf(SessionEnded);
    await expect(tabs[0].tokensOf(ben.id).current()).resolves.toBe('access-9');
  });

  verifies(['USR-2'], 'ends when the refresh token is refused', async () => {
    const { tabs, store } = aWorld(() => [401, problem('refresh-refused', 401)]);
    await expect(tabs[0].renew('access-1')).rejects.toBeInstanceOf(SessionEnded);
    expect(store.credentials).toBeNull();
    await expect(tabs[1].current()).rejects.toBeInstanceOf(SessionEnded);
  });

  verifies(['USR-2'], 'outlives a refresh without an answer', async () => {
    const answers = rotating();
    let lost = true;
    const { tabs } = aWorld((request) => {
      if (!lost) return answers(request);
      lost = false;
      throw new Error('connection reset');
    });
    await expect(tabs[0].renew('access-1')).rejects.toBeInstanceOf(NoAnswer);
    await expect(tabs[0].renew('access-1')).resolves.toBe('access-2');
  });

  verifies(['USR-2'], 'stays ended when its person signs out while a refresh is under way', async () => {
    let answer: (answer: Answer) => void = () => undefined;
    const { tabs, store } = aWorld(({ path }) =>
      path === '/auth/logout' ? [204] : new Promise((resolve) => (answer = resolve)),
    );
    const renewal = tabs[0].renew('access-1');
    await settled();
    await tabs[1].logout();
    answer([200, aSession(2)]);
    await expect(renewal).rejects.toBeInstanceOf(SessionEnded);
    expect(store.credentials).toBeNull();
  });

  verifies(['USR-2'], 'ends here even when the server cannot be told', async () => {
    const { tabs, store, requests } = aWorld(() => {
      throw new Error('offline');
    });
    let told = 0;
    tabs[1].changed.subscribe(() => told++);
    await tabs[0].logout();
    expect(store.credentials).toBeNull();
    expect(requests[0]).toMatchObject({
      path: '/auth/logout',
      headers: { authorization: 'Bearer access-1' },
    });
    expect(told).toBe(1);
  });
});
