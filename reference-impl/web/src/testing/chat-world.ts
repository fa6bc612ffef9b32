import { Chat } from '../client/chat/chat.ts';
import type { OpenConversation } from '../client/chat/foreground.ts';
import type { Conversation, Seq } from '../client/contract.ts';
import type { HttpRequest } from '../client/ports.ts';
import { Session } from '../client/session/session.ts';
import { MemoryOutbox, type Outbox } from '../client/sync/outbox.ts';
import { FakeTime, seeded } from './fake-time.ts';
import { aSession, ada, credentialsAt, entryId, problem } from './fixtures.ts';
import { type Answer, ScriptedSockets, SharedStore, scriptedHttp } from './scripted.ts';

/** What a test answers by itself; the rest the world answers. */
type Rule = (request: HttpRequest) => Answer | undefined;

/** A chat of Ada's, whose server and time the test plays. */
export interface World {
  readonly chat: Chat;
  readonly time: FakeTime;
  readonly sockets: ScriptedSockets;
  readonly requests: HttpRequest[];
  goLive(): Promise<void>;
  /** The socket is lost, and the client is there again after a second. */
  comesBack(): Promise<void>;
  /** The server answers a ping. */
  hearsAPong(): Promise<void>;
}

export function aWorld(
  conversations: readonly Conversation[],
  rule: Rule = () => undefined,
  outbox: Outbox = new MemoryOutbox(),
): World {
  const time = new FakeTime();
  const sockets = new ScriptedSockets();
  const { http, requests } = scriptedHttp((request) => {
    const answer = rule(request);
    if (answer) return answer;
    if (request.path.startsWith('/conversations?')) return [200, { conversations }];
    if (request.path.includes('/messages?')) return [200, { messages: [], headSeq: 1, more: false }];
    return [404, problem('not-found', 404)];
  });
  const store = new SharedStore(credentialsAt(time.now())).tab();
  const mutex = { exclusive: <T>(_: string, action: () => Promise<T>) => action() };
  let ids = 500;
  const chat = new Chat(ada.id, {
    session: new Session({ http, store, mutex, clock: time, deviceName: 'test' }),
    http,
    openSocket: sockets.open,
    clock: time,
    timers: time,
    random: seeded(5),
    newId: () => entryId(++ids),
    outbox,
  });
  const goLive = async (): Promise<void> => {
    await time.pass(0);
    const { user, device } = aSession();
    sockets.last.accept();
    sockets.last.say({ type: 'authenticated', user, device, serverTime: new Date(time.now()).toISOString() });
    await time.pass(0);
  };
  const comesBack = async (): Promise<void> => {
    sockets.last.fail();
    await time.pass(1_000);
    await goLive();
  };
  const hearsAPong = async (): Promise<void> => {
    sockets.last.say({ type: 'pong', serverTime: new Date(time.now()).toISOString() });
    await time.pass(0);
  };
  return { chat, time, sockets, requests, goLive, comesBack, hearsAPong };
}

/** What is on the screen; fails when that is no conversation. */
export function opened(chat: Chat): OpenConversation & { kind: 'open' } {
  const { opened: conversation } = chat;
  if (conversation.kind !== 'open') throw new Error(`opened=${conversation.kind}, expected open`);
  return conversation;
}

export const shown = (chat: Chat): readonly Seq[] => opened(chat).messages.map(({ seq }) => seq);
