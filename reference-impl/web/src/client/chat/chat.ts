import { Api } from '../api/api.ts';
import {
  type Conversation,
  type ConversationId,
  type Entry,
  type EntryId,
  type Message,
  type MessagePage,
  type Seq,
  type User,
  type UserId,
  isMessage,
} from '../contract.ts';
import type { Clock, Http, NewId, OpenSocket, Random, Timers } from '../ports.ts';
import { Retrier } from '../retry.ts';
import { ServerClock } from '../server-clock.ts';
import type { Session } from '../session/session.ts';
import { Signal } from '../signal.ts';
import type { LinkStatus } from '../sync/link.ts';
import type { Outbox, Outgoing } from '../sync/outbox.ts';
import { type Receipt, Receipts } from '../sync/receipts.ts';
import { Replica } from '../sync/replica.ts';
import { Sender } from '../sync/sender.ts';
import { Sync } from '../sync/sync.ts';
import { Blocks } from './blocks.ts';
import { Creation } from './creation.ts';
import { Directory, type ListState } from './directory.ts';
import { type HistoryState, Timeline } from './timeline.ts';

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

/** The conversation on the screen. */
export type OpenConversation =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: ConversationId }
  | { readonly kind: 'absent'; readonly id: ConversationId }
  | {
      readonly kind: 'open';
      readonly conversation: Conversation;
      readonly messages: readonly Message[];
      readonly pending: readonly Outgoing[];
      readonly history: HistoryState;
      readonly receipt: Receipt;
      /** The other person of a direct conversation, blocked by oneself. */
      readonly blocked: boolean;
    };

/** Messages that a conversation keeps in memory while it is not on the screen. */
const backgroundMessagesMax = 100;

/** Everything that one signed-in user sees and does; says through `changed` that there is something new to see. */
export class Chat {
  readonly changed = new Signal();
  readonly me: UserId;
  readonly #api: Api;
  readonly #retrier: Retrier;
  readonly #directory: Directory;
  readonly #replica: Replica;
  readonly #sender: Sender;
  readonly #receipts: Receipts;
  readonly #sync: Sync;
  readonly #creation: Creation;
  readonly #blocks: Blocks;
  readonly #session: Session;
  readonly #timelines = new Map<ConversationId, Timeline>();
  #openId: ConversationId | null = null;

  constructor(me: UserId, ports: ChatPorts) {
    this.me = me;
    this.#session = ports.session;
    const tokens = ports.session.tokensOf(me);
    this.#api = new Api(ports.http, tokens);
    this.#retrier = new Retrier(ports.timers, ports.random);
    const serverClock = new ServerClock(ports.clock);
    const changed = (): void => {
      this.changed.emit();
    };

    this.#directory = new Directory(this.#api, this.#retrier, {
      learned: (conversation) => {
        this.#replica.head(conversation.id, conversation.headSeq);
        // The list shows it, so it has come as far as here.
        if (conversation.unreadCount && conversation.lastMessage)
          this.#receipts.reached(conversation.id, conversation.lastMessage.seq);
      },
      changed,
    });
    this.#blocks = new Blocks(this.#api, this.#retrier, changed);
    this.#replica = new Replica((id, after) => this.#api.entriesAfter(id, after), this.#retrier, {
      began: (id, startsAt) => {
        this.#began(id, startsAt);
      },
      applied: (id, entries) => {
        this.#applied(id, entries);
      },
      gone: (id) => {
        this.#directory.forget(id);
        this.#receipts.forget(id);
      },
    });
    let link: Sync | null = null;
    this.#sender = new Sender({
      outbox: ports.outbox,
      transmit: (frame) => link?.link.send(frame) ?? false,
      serverClock,
      timers: ports.timers,
      random: ports.random,
      newId: ports.newId,
      changed,
    });
    this.#receipts = new Receipts(
      me,
      { transmit: (frame) => link?.link.send(frame) ?? false, timers: ports.timers },
      {
        read: (id, upTo) => {
          this.#directory.read(id, upTo);
        },
        moved: changed,
      },
    );
    this.#sync = link = new Sync(
      {
        open: ports.openSocket,
        tokens,
        timers: ports.timers,
        random: ports.random,
        tokenLifeMillis: () => (ports.session.credentials?.expiresAtMillis ?? 0) - ports.clock.now(),
      },
      { replica: this.#replica, sender: this.#sender, receipts: this.#receipts, serverClock },
      {
        live: () => {
          if (this.#openId !== null) void this.#readMarks(this.#openId);
        },
        conversation: (conversation) => {
          this.#pushed(conversation);
        },
        statusChanged: changed,
      },
    );
    this.#creation = new Creation(this.#api, () => ports.newId(serverClock.now()) as ConversationId);
  }

  start(): void {
    this.#directory.start();
    this.#sync.link.start();
    void this.#sender.restore();
    void this.#blocks.refresh();
  }

  stop(): void {
    this.#sync.link.stop();
    this.#retrier.stop();
    this.#sender.close();
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

  get hasUnsent(): boolean {
    return this.#sender.hasUnsent;
  }

  /** Closing the page now would lose something that was written. */
  get wouldLose(): boolean {
    return this.#sender.wouldLose;
  }

  discardUnsent(): void {
    this.#sender.clear();
  }

  get opened(): OpenConversation {
    const id = this.#openId;
    if (id === null) return { kind: 'none' };
    const conversation = this.#directory.conversation(id);
    const timeline = this.#timelines.get(id);
    if (!conversation || !timeline) return { kind: this.#directory.isAbsent(id) ? 'absent' : 'loading', id };
    const { messages, history } = timeline;
    const receipt = this.#receipts.of(id);
    const pending = this.#sender.pending(id);
    const blocked = this.#counterparts(conversation).some((user) => this.#blocks.has(user));
    return { kind: 'open', conversation, messages, history, receipt, pending, blocked };
  }

  person(id: UserId): User | undefined {
    return this.#directory.person(id);
  }

  /** Network or person came back. */
  nudge(): void {
    this.#sync.link.nudge();
  }

  open(id: ConversationId | null): void {
    if (id === this.#openId) return;
    if (this.#openId !== null) this.#timelines.get(this.#openId)?.keepNewest(backgroundMessagesMax);
    this.#openId = id;
    this.changed.emit();
    if (id !== null) void this.#prepare(id);
  }

  /** The end of the open conversation is before the person's eyes. */
  shown(): void {
    const id = this.#openId;
    const last = id === null ? undefined : this.#timelines.get(id)?.messages.at(-1);
    if (id === null || !last) return;
    this.#receipts.shown(id, last.seq);
    this.#directory.read(id, last.seq);
  }

  async loadOlder(): Promise<void> {
    if (this.#openId !== null) await this.#timelines.get(this.#openId)?.loadOlder();
  }

  send(text: string): void {
    if (this.#openId !== null) this.#sender.submit(this.#openId, text);
  }

  retry(id: EntryId): void {
    this.#sender.retry(id);
  }

  discard(id: EntryId): void {
    this.#sender.discard(id);
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

  /** The other one of a direct conversation. */
  #counterparts({ type, members }: Conversation): readonly UserId[] {
    const others = type === 'direct' ? (members ?? []) : [];
    return others.map(({ user }) => user.id).filter((id) => id !== this.me);
  }

  #created(conversation: Conversation): ConversationId {
    this.#directory.learn(conversation);
    return conversation.id;
  }

  async #prepare(id: ConversationId): Promise<void> {
    await this.#directory.want(id);
    if (this.#openId !== id) return;
    const timeline = this.#timelines.get(id);
    const conversation = this.#directory.conversation(id);
    if (!timeline || !conversation) return;
    if (!conversation.members) void this.#directory.refresh(id);
    void this.#readMarks(id);
    if (conversation.type === 'direct') void this.#blocks.refresh();
    if (timeline.messages.length < backgroundMessagesMax) await timeline.loadOlder();
  }

  /** Frames tell what moves while this page is there; this is for what moved before. */
  async #readMarks(id: ConversationId): Promise<void> {
    try {
      this.#receipts.told(id, await this.#retrier.run(() => this.#api.marks(id)));
    } catch {
      // Messages keep the ticks that they have; the next opening asks again.
    }
  }

  #began(id: ConversationId, startsAt: Seq): void {
    const read = async (before: Seq): Promise<MessagePage> => {
      const page = await this.#api.messagesBefore(id, before);
      // An earlier page may have sent what this one still holds as unsent.
      for (const message of page.messages) this.#sender.entryApplied(id, message.id);
      return page;
    };
    this.#timelines.set(
      id,
      new Timeline(startsAt, read, () => {
        this.changed.emit();
      }),
    );
    void this.#directory.want(id);
  }

  #applied(id: ConversationId, entries: readonly Entry[]): void {
    const timeline = this.#timelines.get(id);
    timeline?.append(entries);
    if (id !== this.#openId) timeline?.keepNewest(backgroundMessagesMax);
    this.#directory.active(id, entries, this.me);
    for (const entry of entries) {
      this.#sender.entryApplied(id, entry.id);
      if (isMessage(entry)) this.#receipts.wrote(id, entry.author, entry.seq);
    }
    const last = entries.at(-1);
    if (last) this.#receipts.reached(id, last.seq);
    this.changed.emit();
  }

  #pushed(conversation: Conversation): void {
    this.#directory.learn(conversation);
    // A pushed group names no members; the one on the screen needs them for its authors.
    if (conversation.id === this.#openId && !conversation.members)
      void this.#directory.refresh(conversation.id);
  }
}
