import { expect, inject, test } from 'vitest';
import type { ConversationId, Entry, EntryId, EntryPage, Mark, Seq, UserId } from '../client/contract.ts';
import { Refused } from '../client/problem.ts';
import { Retrier } from '../client/retry.ts';
import { ServerClock } from '../client/server-clock.ts';
import type { ServerFrame } from '../client/sync/frames.ts';
import { MemoryOutbox } from '../client/sync/outbox.ts';
import { Sync } from '../client/sync/sync.ts';
import { FakeTime, seeded, settled } from './fake-time.ts';
import { problem } from './fixtures.ts';
import { ScriptedSockets } from './scripted.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One trace of a device per line. */
    traces: string;
  }
}

type Told =
  | { readonly event: 'frame'; readonly text: string }
  | {
      readonly event: 'page';
      readonly conversationId: ConversationId;
      readonly after: Seq;
      readonly headSeq: Seq;
      readonly entries: readonly Entry[];
    }
  | { readonly event: 'gone'; readonly conversationId: ConversationId; readonly after: Seq }
  | { readonly event: 'own'; readonly conversationId: ConversationId; readonly seq: Seq }
  | {
      readonly event: 'types';
      readonly conversationId: ConversationId;
      readonly id: EntryId;
      readonly text: string;
    }
  | { readonly event: 'lost' };

interface KnownMarks {
  readonly all: Mark;
  readonly members: Readonly<Record<UserId, Mark>>;
}

type Sent = Readonly<Record<ConversationId, readonly EntryId[]>>;

/** What a simulated device was told, and what it made of that. */
interface Trace {
  readonly seed: number;
  readonly device: string;
  readonly user: UserId;
  readonly told: readonly Told[];
  readonly applied: readonly (readonly [ConversationId, Seq, string])[];
  readonly held: Readonly<Record<ConversationId, Seq>>;
  /** From where it resumed, each time; nothing stands for all. */
  readonly asked: readonly string[];
  /** Over each connection that was live, to each conversation: its messages, each once, as repeats wait for time. */
  readonly sent: readonly Sent[];
  readonly receipts: Readonly<Record<ConversationId, KnownMarks>>;
  readonly unsent: readonly EntryId[];
}

interface Question {
  readonly answer: (page: EntryPage) => void;
  readonly refuse: (reason: Refused) => void;
}

/** This client's sync, told the same in the same order. Time stands still: whatever waits for a timer, the trace tells. */
class Device {
  readonly applied: (readonly [ConversationId, Seq, string])[] = [];
  readonly held = new Map<ConversationId, Seq>();
  #nextId = '';
  readonly #outbox = new MemoryOutbox();
  readonly #questions = new Map<string, Question>();
  readonly #sockets = new ScriptedSockets();
  readonly #sync: Sync;

  constructor(user: UserId) {
    const time = new FakeTime();
    const random = seeded(1);
    const token = Promise.resolve('token');
    this.#sync = new Sync(
      user,
      {
        openSocket: this.#sockets.open,
        tokens: { current: () => token, renew: () => token },
        tokenLifeMillis: () => 900_000,
        timers: time,
        random,
        retrier: new Retrier(time, random),
        serverClock: new ServerClock(time),
        newId: () => this.#nextId,
        outbox: this.#outbox,
        readEntries: (id, after) =>
          new Promise((answer, refuse) => this.#questions.set(`${id} ${after}`, { answer, refuse })),
      },
      {
        began: (id, startsAt) => {
          this.held.set(id, startsAt);
        },
        applied: (id, entries) => {
          for (const { seq, id: entry } of entries) {
            this.applied.push([id, seq, entry]);
            this.held.set(id, seq);
          }
        },
        gone: (id) => {
          this.held.delete(id);
        },
        missed: () => undefined,
        conversation: () => undefined,
        read: () => undefined,
        changed: () => undefined,
      },
    );
  }

  get asked(): readonly string[] {
    return this.#sockets.all.flatMap((socket) => socket.ofType('resume')).map(({ since }) => since ?? '');
  }

  get sent(): readonly Sent[] {
    return this.#sockets.all.map((socket) => {
      const sent: Record<ConversationId, EntryId[]> = {};
      for (const { conversationId, id } of socket.ofType('send')) (sent[conversationId] ??= []).push(id);
      return sent;
    });
  }

  get unsent(): readonly EntryId[] {
    return this.#outbox
      .all()
      .filter(({ state }) => state.kind === 'queued' || state.kind === 'sending')
      .map(({ id }) => id);
  }

  marks(id: ConversationId): KnownMarks {
    const { all, members } = this.#sync.receipts.of(id);
    return { all, members: Object.fromEntries(members) };
  }

  async follow(told: readonly Told[]): Promise<void> {
    this.#sync.start();
    await settled();
    for (const each of told) {
      await this.#hear(each);
      await settled();
    }
  }

  async #hear(told: Told): Promise<void> {
    switch (told.event) {
      case 'frame':
        this.#sockets.last.say(JSON.parse(told.text) as ServerFrame);
        break;
      case 'page':
        this.#question(told).answer({ entries: told.entries, headSeq: told.headSeq, more: false });
        break;
      case 'gone':
        this.#question(told).refuse(new Refused(problem('not-found', 404)));
        break;
      case 'own':
        this.#sync.head(told.conversationId, told.seq);
        break;
      case 'types':
        this.#nextId = told.id;
        this.#sync.sender.submit(told.conversationId, told.text);
        break;
      case 'lost':
        this.#sockets.last.fail();
        // Time stands still, so that it would wait for ever.
        this.#sync.nudge();
        await settled();
        break;
    }
  }

  #question({ conversationId, after }: { conversationId: ConversationId; after: Seq }): Question {
    const key = `${conversationId} ${after}`;
    const question = this.#questions.get(key);
    if (!question) throw new Error(`page=${key}, expected one that this client asked for`);
    this.#questions.delete(key);
    return question;
  }
}

const traces = inject('traces')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Trace);

const nobody: KnownMarks = { all: { delivered: 0, read: 0 }, members: {} };

const replayed = Promise.all(
  traces.map(async (trace) => {
    const device = new Device(trace.user);
    await device.follow(trace.told);
    return { trace, device };
  }),
);

/** What the devices of both sides came to, to be the same for each. */
async function compare(
  ofDevice: (device: Device, trace: Trace) => unknown,
  ofTrace: (trace: Trace, device: Device) => unknown,
): Promise<void> {
  expect(traces.length).toBeGreaterThan(0);
  for (const { trace, device } of await replayed) {
    expect(ofDevice(device, trace), `seed=${trace.seed} device=${trace.device}`).toEqual(
      ofTrace(trace, device),
    );
  }
}

test('applies the same entries in the same order', async () => {
  await compare(
    ({ applied, held }) => ({ applied, held: Object.fromEntries(held) }),
    ({ applied, held }) => ({ applied, held }),
  );
});

test('knows everybody to be as far', async () => {
  const conversations = ({ receipts }: Trace, { held }: Device): readonly ConversationId[] => [
    ...new Set([...(Object.keys(receipts) as ConversationId[]), ...held.keys()]),
  ];
  await compare(
    (device, trace) => conversations(trace, device).map((id) => [id, device.marks(id)]),
    (trace, device) => conversations(trace, device).map((id) => [id, trace.receipts[id] ?? nobody]),
  );
});

test('resumes from the same tokens', async () => {
  await compare(
    ({ asked }) => asked,
    ({ asked }) => asked,
  );
});

test('sends the same messages and has the same left to send', async () => {
  await compare(
    ({ sent, unsent }) => ({ sent, unsent }),
    ({ sent, unsent }) => ({ sent, unsent }),
  );
});
