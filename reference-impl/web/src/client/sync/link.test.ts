import { describe, expect } from 'vitest';
import { FakeTime, seeded } from '../../testing/fake-time.ts';
import { aSession } from '../../testing/fixtures.ts';
import { type ScriptedSocket, ScriptedSockets } from '../../testing/scripted.ts';
import { verifies } from '../../testing/verifies.ts';
import { limits } from '../limits.ts';
import { NoAnswer, SessionEnded } from '../problem.ts';
import type { ServerFrame } from './frames.ts';
import { Link } from './link.ts';

interface World {
  readonly link: Link;
  readonly time: FakeTime;
  readonly sockets: ScriptedSockets;
  readonly frames: ServerFrame[];
  readonly events: string[];
  /** What the next renewals do; each yields the next token when nothing stands here. */
  readonly renewals: Error[];
  readonly renewed: string[];
}

const pong: ServerFrame = { type: 'pong', serverTime: '2026-11-20T12:00:00.000Z' };

function aWorld(tokenLifeMillis = 900_000, seed = 11): World {
  const time = new FakeTime();
  const sockets = new ScriptedSockets();
  const frames: ServerFrame[] = [];
  const events: string[] = [];
  const renewals: Error[] = [];
  const renewed: string[] = [];
  let token = 'token-0';
  const link = new Link(
    {
      openSocket: sockets.open,
      timers: time,
      random: seeded(seed),
      tokenLifeMillis: () => tokenLifeMillis,
      tokens: {
        current: () => Promise.resolve(token),
        renew: (refused) => {
          const failure = renewals.shift();
          if (failure) return Promise.reject(failure);
          renewed.push(refused);
          token = `token-${renewed.length}`;
          return Promise.resolve(token);
        },
      },
    },
    {
      live: () => events.push('live'),
      lost: () => events.push('lost'),
      frame: (frame) => frames.push(frame),
      statusChanged: () => undefined,
      digest: () => 'a digest',
    },
  );
  return { link, time, sockets, frames, events, renewals, renewed };
}

function authenticate(socket: ScriptedSocket): void {
  const { user, device } = aSession();
  socket.say({ type: 'authenticated', user, device, serverTime: '2026-11-20T12:00:00.000Z' });
}

async function aLiveWorld(tokenLifeMillis?: number, seed?: number): Promise<World> {
  const world = aWorld(tokenLifeMillis, seed);
  world.link.start();
  await world.time.pass(0);
  world.sockets.last.accept();
  authenticate(world.sockets.last);
  return world;
}

describe('a link', () => {
  verifies(['API-1'], 'authenticates first and is live when the server says so', async () => {
    const { link, time, sockets, events } = aWorld();
    link.start();
    await time.pass(0);
    expect(link.status).toBe('connecting');
    expect(link.send({ type: 'resume' })).toBe(false);
    sockets.last.accept();
    expect(sockets.last.sent).toEqual([{ type: 'authenticate', token: 'token-0' }]);
    authenticate(sockets.last);
    expect(link.status).toBe('live');
    expect(events).toEqual(['live']);
    expect(link.send({ type: 'resume' })).toBe(true);
  });

  verifies(['MSG-17'], 'pings with the digest at least as often as the contract asks', async () => {
    const { time, sockets } = await aLiveWorld();
    for (let second = 1; second <= 120; second++) {
      const before = sockets.last.ofType('ping').length;
      await time.pass(1_000);
      if (sockets.last.ofType('ping').length > before) sockets.last.say(pong);
      expect(sockets.last.ofType('ping').length).toBeGreaterThanOrEqual(
        Math.floor(second / limits.pingSecondsMax),
      );
    }
    expect(sockets.last.ofType('ping')[0]).toEqual({ type: 'ping', digest: 'a digest' });
    expect(sockets.all).toHaveLength(1);
  });

  verifies(['MSG-17'], 'gives up a socket on which nothing comes back, and opens another', async () => {
    const { time, sockets, events } = await aLiveWorld();
    await time.pass(60_000);
    expect(sockets.all[0]?.isClosed).toBe(true);
    expect(events).toEqual(['live', 'lost']);
    expect(sockets.all.length).toBeGreaterThan(1);
  });

  verifies(['MSG-17'], 'gives up a socket that does not get authenticated', async () => {
    const { link, time, sockets } = aWorld();
    link.start();
    await time.pass(0);
    sockets.last.accept();
    await time.pass(limits.authenticateSeconds * 1000 + 1_000);
    expect(sockets.all[0]?.isClosed).toBe(true);
    expect(sockets.all).toHaveLength(2);
  });

  verifies(['MSG-17'], 'comes back with growing, jittered delays up to a cap', async () => {
    const { time, sockets } = await aLiveWorld();
    const delays: number[] = [];
    for (let attempt = 0; attempt < 40; attempt++) {
      sockets.last.fail();
      const delay = time.nextInMillis ?? NaN;
      expect(delay).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** attempt));
      delays.push(delay);
      await time.pass(delay);
      expect(sockets.all).toHaveLength(attempt + 2);
    }
    expect(new Set(delays).size).toBe(delays.length);
    expect(Math.max(...delays)).toBeGreaterThan(20_000);
  });

  verifies(['MSG-17'], 'begins the series of delays anew after a steady connection', async () => {
    const { time, sockets } = await aLiveWorld();
    for (let attempt = 0; attempt < 8; attempt++) {
      sockets.last.fail();
      await time.pass(30_000);
    }
    sockets.last.accept();
    authenticate(sockets.last);
    await time.pass(15_000);
    sockets.last.fail();
    expect(time.nextInMillis).toBeLessThanOrEqual(500);
  });

  verifies(['MSG-17'], 'waits longer when the server says that it is overloaded', async () => {
    const delays: number[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      const { time, sockets } = await aLiveWorld(900_000, seed);
      sockets.last.fail(1013);
      delays.push(time.nextInMillis ?? NaN);
    }
    expect(Math.max(...delays)).toBeGreaterThan(4_000);
  });

  verifies(['USR-2'], 'renews its token when the server refuses it, not otherwise', async () => {
    const { time, sockets, renewed } = await aLiveWorld();
    sockets.last.fail(1006);
    await time.pass(1_000);
    expect(renewed).toEqual([]);
    sockets.last.fail(4401);
    await time.pass(5_000);
    expect(renewed).toEqual(['token-0']);
    sockets.last.accept();
    expect(sockets.last.sent).toEqual([{ type: 'authenticate', token: 'token-1' }]);
  });

  verifies(['USR-2'], 'authenticates again on the same socket before the token ends', async () => {
    const { time, sockets } = await aLiveWorld(15_000);
    await time.pass(14_000);
    expect(sockets.all).toHaveLength(1);
    expect(sockets.last.ofType('authenticate').map(({ token }) => token)).toEqual(['token-0', 'token-1']);
  });

  verifies(['USR-2'], 'tries again before the token ends when the renewal gets no answer', async () => {
    const { time, sockets, renewals } = await aLiveWorld(15_000);
    renewals.push(new NoAnswer('lost'));
    await time.pass(40_000);
    expect(sockets.all[0]?.ofType('authenticate').length).toBeGreaterThan(1);
  });

  verifies(['USR-2'], 'stops when the session has ended', async () => {
    const { link, time, sockets, renewals } = await aLiveWorld();
    renewals.push(new SessionEnded());
    sockets.last.fail(4401);
    await time.pass(60_000);
    expect(link.status).toBe('stopped');
    expect(sockets.all).toHaveLength(1);
  });

  verifies(['MSG-3'], 'does not wait for its turn when the network comes back', async () => {
    const { link, time, sockets } = await aLiveWorld();
    sockets.last.fail();
    link.nudge();
    await time.pass(0);
    expect(sockets.all).toHaveLength(2);
    sockets.last.accept();
    authenticate(sockets.last);
    link.nudge();
    expect(sockets.last.ofType('ping')).toHaveLength(1);
  });

  verifies(['INV-6'], 'hears nothing from a socket that it has given up', async () => {
    const { time, sockets, frames, events } = await aLiveWorld();
    const old = sockets.last;
    old.fail();
    await time.pass(1_000);
    const heard = frames.length;
    old.say({ type: 'resync' });
    old.fail();
    expect(frames).toHaveLength(heard);
    expect(events).toEqual(['live', 'lost']);
  });

  verifies(['API-1'], 'ignores frames that it does not know', async () => {
    const { sockets, frames } = await aLiveWorld();
    const heard = frames.length;
    sockets.last.say({ type: 'typing' } as unknown as ServerFrame);
    expect(frames).toHaveLength(heard);
  });
});
