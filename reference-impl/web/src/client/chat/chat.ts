import { Api } from '../api/api.ts';
import type { Conversation, ConversationId, EntryId, MessagePage, Seq, User, UserId } from '../contract.ts';
import type { Clock, Http, NewId, OpenSocket, Random, Timers } from '../ports.ts';
import { Retrier } from '../retry.ts';
import { ServerClock } from '../server-clock.ts';
import type { Session } from '../session/session.ts';
import { Signal } from '../signal.ts';
import type { LinkStatus } from '../sync/link.ts';
import type { Outbox } from '../sync/outbox.ts';
import { Sync } from '../sync/sync.ts';
import { Blocks } from './blocks.ts';
import { Creation } from './creation.ts';
import { Directory, type ListState } from './directory.ts';
import { Foreground, type OpenConversation } from './foreground.ts';
import { Timelines } from './timelines.ts';

export interface ChatPorts {
  readonly session: Session;
  readonly http: Http;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly newId: NewId;
  readonly outbox: Outbox;
}

/** Everything that one signed-in user sees and does; says through `changed` that there is something new to see. */
export class Chat {
  readonly changed = new Signal();
  readonly me: UserId;
  readonly #session: Session;
  readonly #api: Api;
  readonly #retrier: Retrier;
  readonly #sync: Sync;
  readonly #directory: Directory;
  readonly #timelines: Timelines;
  readonly #foreground: Foreground;
  readonly #blocks: Blocks;
  readonly #creation: Creation;

  constructor(me: UserId, ports: ChatPorts) {
    this.me = me;
    this.#session = ports.session;
    const tokens = ports.session.tokensOf(me);
    const api = (this.#api = new Api(ports.http, tokens));
    const retrier = (this.#retrier = new Retrier(ports.timers, ports.random));
    const serverClock = new ServerClock(ports.clock);
    const tokenLifeMillis = (): number =>
      (ports.session.credentials?.expiresAtMillis ?? 0) - ports.clock.now();
    const readEntries = (id: ConversationId, after: Seq) => api.entriesAfter(id, after);
    const changed = (): void => {
      this.changed.emit();
    };

    this.#sync = new Sync(
      me,
      { ...ports, tokens, tokenLifeMillis, readEntries, retrier, serverClock },
      {
        began: (id, startsAt) => {
          this.#timelines.begin(id, startsAt);
          void this.#directory.want(id);
        },
        applied: (id, entries) => {
          this.#timelines.append(id, entries);
          this.#directory.active(id, entries, me);
        },
        gone: (id) => {
          this.#directory.forget(id);
        },
        missed: () => {
          this.#foreground.missed();
        },
        conversation: (conversation) => {
          this.#directory.learn(conversation);
          this.#foreground.pushed(conversation);
        },
        read: (id, upTo) => {
          this.#directory.read(id, upTo);
        },
        changed,
      },
    );
    this.#directory = new Directory(api, retrier, {
      learned: (conversation) => {
        this.#sync.listed(conversation);
      },
      changed,
    });
    this.#timelines = new Timelines((id, before) => this.#readBack(id, before), changed);
    this.#blocks = new Blocks(api, retrier, changed);
    this.#foreground = new Foreground(me, {
      directory: this.#directory,
      timelines: this.#timelines,
      sync: this.#sync,
      blocks: this.#blocks,
      readMarks: (id) => retrier.run(() => api.marks(id)),
      changed,
    });
    this.#creation = new Creation(api, () => ports.newId(serverClock.now()) as ConversationId);
  }

  start(): void {
    this.#directory.start();
    this.#sync.start();
    void this.#blocks.refresh();
  }

  stop(): void {
    this.#sync.stop();
    this.#retrier.stop();
  }

  get status(): LinkStatus {
    return this.#sync.status;
  }

  get listState(): ListState {
    return this.#directory.listState;
  }

  get conversations(): readonly Conversation[] {
    return this.#directory.conversations();
  }

  get opened(): OpenConversation {
    return this.#foreground.opened;
  }

  person(id: UserId): User | undefined {
    return this.#directory.person(id);
  }

  get hasUnsent(): boolean {
    return this.#sync.sender.hasUnsent;
  }

  /** Closing the page now would lose something that was written. */
  get wouldLose(): boolean {
    return this.#sync.sender.wouldLose;
  }

  discardUnsent(): void {
    this.#sync.sender.clear();
  }

  /** Network or person came back. */
  nudge(): void {
    this.#sync.nudge();
  }

  open(id: ConversationId | null): void {
    this.#foreground.open(id);
  }

  /** The end of the open conversation is before the person's eyes. */
  shown(): void {
    this.#foreground.shown();
  }

  loadOlder(): Promise<void> {
    return this.#foreground.loadOlder();
  }

  send(text: string): void {
    const { id } = this.#foreground;
    if (id !== null) this.#sync.sender.submit(id, text);
  }

  retry(id: EntryId): void {
    this.#sync.sender.retry(id);
  }

  discard(id: EntryId): void {
    this.#sync.sender.discard(id);
  }

  /** The direct conversation with the user of this name, new or not. */
  async openDirect(username: string): Promise<ConversationId> {
    return this.#created(await this.#creation.direct(username));
  }

  async createGroup(title: string, usernames: readonly string[]): Promise<ConversationId> {
    return this.#created(await this.#creation.group(title, usernames));
  }

  async rename(displayName: string): Promise<void> {
    this.#session.updateUser(await this.#api.rename(displayName));
  }

  /** Neither of the two can write to the other here from now on. */
  block(user: UserId): Promise<void> {
    return this.#blocks.block(user);
  }

  unblock(user: UserId): Promise<void> {
    return this.#blocks.unblock(user);
  }

  #created(conversation: Conversation): ConversationId {
    this.#directory.learn(conversation);
    return conversation.id;
  }

  async #readBack(id: ConversationId, before: Seq): Promise<MessagePage> {
    const page = await this.#api.messagesBefore(id, before);
    this.#sync.readBack(id, page.messages);
    return page;
  }
}
