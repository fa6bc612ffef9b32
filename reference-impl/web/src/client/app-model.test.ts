import { describe, expect } from 'vitest';
import { FakeTime } from '../testing/fake-time.ts';
import { aSession, conversationId, credentialsAt } from '../testing/fixtures.ts';
import { KeptPlaces } from '../testing/kept-places.ts';
import { ScriptedSockets, SharedStore, scriptedHttp } from '../testing/scripted.ts';
import { verifies } from '../testing/verifies.ts';
import { AppModel, type RouterPort } from './app-model.ts';
import { type Route, pathOf, routeOf } from './route.ts';
import { Session } from './session/session.ts';
import { Signal } from './signal.ts';
import { KeptOutbox, MemoryOutbox, type Outbox } from './sync/outbox.ts';

const room: Route = { name: 'conversation', id: conversationId(1) };

function aRouter(start: Route): RouterPort & { route: Route } {
  const router = {
    changed: new Signal(),
    route: start,
    go: (route: Route) => {
      router.route = route;
      router.changed.emit();
    },
  };
  return router;
}

function aModel(
  start: Route,
  isSignedIn: boolean,
  outbox: Outbox = new MemoryOutbox(),
): { model: AppModel; router: RouterPort; session: Session } {
  const time = new FakeTime();
  const { http } = scriptedHttp(({ path }) =>
    path.startsWith('/auth/') ? [200, aSession()] : [200, { conversations: [] }],
  );
  const session = new Session({
    http,
    store: new SharedStore(isSignedIn ? credentialsAt(time.now()) : null).tab(),
    mutex: { exclusive: (_, action) => action() },
    clock: time,
    deviceName: 'test',
  });
  const router = aRouter(start);
  const model = new AppModel(session, router, () => ({
    session,
    http,
    openSocket: new ScriptedSockets().open,
    clock: time,
    timers: time,
    random: () => 0.5,
    newId: () => 'id',
    outbox,
  }));
  return { model, router, session };
}

describe('the application', () => {
  verifies(
    ['USR-2'],
    'asks who does not have a session to sign in, and then goes where they wanted',
    async () => {
      const { model, router, session } = aModel(room, false);
      expect(router.route).toEqual({ name: 'login' });
      expect(model.screen.kind).toBe('sign-in');
      await session.login('ada', 'correct horse');
      expect(router.route).toEqual(room);
      expect(model.chat?.opened).toEqual({ kind: 'loading', id: conversationId(1) });
    },
  );

  verifies(['MSG-16'], 'opens the conversation of its address', () => {
    const { model, router } = aModel(room, true);
    expect(model.screen.kind).toBe('chat');
    expect(model.chat?.opened).toEqual({ kind: 'loading', id: conversationId(1) });
    router.go({ name: 'home' });
    expect(model.chat?.opened).toEqual({ kind: 'none' });
  });

  verifies(['USR-2'], 'forgets the chat and its place when its user signs out', async () => {
    const { model, router, session } = aModel(room, true);
    const before = model.chat;
    await session.logout();
    expect(before?.status).toBe('stopped');
    expect(model.chat).toBeNull();
    expect(router.route).toEqual({ name: 'login' });
    await session.login('ada', 'correct horse');
    expect(router.route).toEqual({ name: 'home' });
    expect(model.chat).not.toBe(before);
  });

  verifies(
    ['USR-2', 'MSG-12'],
    'discards what is unsent when its user signs out, not when the session ends',
    async () => {
      for (const [ends, left] of [
        [(model: AppModel) => model.signOut(), []],
        [(model: AppModel) => model.session.logout(), ['hello']],
      ] as const) {
        const places = new KeptPlaces();
        const { model } = aModel(room, true, new KeptOutbox(places.page()));
        model.chat?.send('hello');
        expect(model.chat?.hasUnsent).toBe(true);
        expect(places.texts()).toEqual(['hello']);
        await ends(model);
        expect(places.texts()).toEqual(left);
      }
    },
  );

  verifies(['USR-1'], 'leaves the registration to who asks for it', () => {
    const { model } = aModel({ name: 'register' }, false);
    expect(model.screen.kind).toBe('sign-up');
  });
});

describe('addresses', () => {
  verifies(['MSG-16'], 'are read as they are written', () => {
    const routes: Route[] = [{ name: 'home' }, { name: 'login' }, { name: 'register' }, room];
    for (const route of routes) expect(routeOf(pathOf(route))).toEqual(route);
    expect(routeOf('/somewhere/else')).toEqual({ name: 'home' });
  });
});
