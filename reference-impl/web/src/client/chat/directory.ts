import type { Api } from '../api/api.ts';
import type { Conversation, ConversationId, Entry, Instant, Seq, User, UserId } from '../contract.ts';
import { Limiter } from '../limiter.ts';
import { Refused } from '../problem.ts';
import type { Retrier } from '../retry.ts';
import { mergedNews, withNews } from './news.ts';

export type ListState = 'loading' | 'ready' | 'failed';

export interface DirectoryListener {
  /** Learned, with its head, from a list or by itself. */
  learned(conversation: Conversation): void;
  changed(): void;
}

const readersMax = 4;

/** What is known about the user's conversations and the people in them. */
export class Directory {
  readonly #api: Api;
  readonly #retrier: Retrier;
  readonly #listener: DirectoryListener;
  readonly #conversations = new Map<ConversationId, Conversation>();
  readonly #people = new Map<UserId, User>();
  readonly #asked = new Map<ConversationId, Promise<void>>();
  readonly #absent = new Set<ConversationId>();
  readonly #readers = new Limiter(readersMax);
  #list: ListState = 'loading';
  #listed: Promise<void> = Promise.resolve();

  constructor(api: Api, retrier: Retrier, listener: DirectoryListener) {
    this.#api = api;
    this.#retrier = retrier;
    this.#listener = listener;
  }

  get listState(): ListState {
    return this.#list;
  }

  /** Newest activity first. */
  conversations(): readonly Conversation[] {
    const newestFirst = (a: Instant, b: Instant): number => (a < b ? 1 : a > b ? -1 : 0);
    return [...this.#conversations.values()].sort((a, b) => newestFirst(a.lastActivityAt, b.lastActivityAt));
  }

  conversation(id: ConversationId): Conversation | undefined {
    return this.#conversations.get(id);
  }

  /** The server knows no such conversation of this user. */
  isAbsent(id: ConversationId): boolean {
    return this.#absent.has(id);
  }

  person(id: UserId): User | undefined {
    return this.#people.get(id);
  }

  start(): void {
    this.#listed = this.#readList().catch(() => {
      this.#list = 'failed';
      this.#listener.changed();
    });
  }

  /** Sees to it that this conversation is known: from the list, or else by asking for it alone. */
  async want(id: ConversationId): Promise<void> {
    await this.#listed;
    if (!this.#conversations.has(id)) await this.refresh(id);
  }

  /** Asks for one conversation, whose members come with it. */
  refresh(id: ConversationId): Promise<void> {
    const asked = this.#asked.get(id) ?? this.#readOne(id).finally(() => this.#asked.delete(id));
    this.#asked.set(id, asked);
    return asked;
  }

  learn(conversation: Conversation): void {
    const known = this.#conversations.get(conversation.id);
    const members = conversation.members ?? known?.members;
    const lastActivityAt =
      known && known.lastActivityAt > conversation.lastActivityAt
        ? known.lastActivityAt
        : conversation.lastActivityAt;
    const merged = {
      ...conversation,
      ...mergedNews(known, conversation),
      lastActivityAt,
      ...(members ? { members } : {}),
    };
    this.#conversations.set(conversation.id, merged);
    this.#absent.delete(conversation.id);
    for (const { user } of members ?? []) this.#people.set(user.id, user);
    this.#listener.learned(merged);
    this.#listener.changed();
  }

  /** Moves a conversation up when something happens in it. */
  active(id: ConversationId, entries: readonly Entry[], me: UserId): void {
    const known = this.#conversations.get(id);
    if (known) this.#conversations.set(id, withNews(known, entries, me));
  }

  /** Its user has read up to here, on this device or another. What a part leaves unread, only the next list can tell. */
  read(id: ConversationId, upTo: Seq): void {
    const known = this.#conversations.get(id);
    if (!known?.unreadCount || upTo < (known.lastMessage?.seq ?? known.headSeq)) return;
    this.#conversations.set(id, { ...known, unreadCount: 0 });
    this.#listener.changed();
  }

  forget(id: ConversationId): void {
    this.#conversations.delete(id);
    this.#absent.add(id);
    this.#listener.changed();
  }

  async #readList(): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.#retrier.run(() => this.#api.conversations(cursor));
      for (const conversation of page.conversations) this.learn(conversation);
      cursor = page.next;
    } while (cursor !== undefined);
    this.#list = 'ready';
    this.#listener.changed();
  }

  async #readOne(id: ConversationId): Promise<void> {
    try {
      this.learn(await this.#readers.run(() => this.#retrier.run(() => this.#api.conversation(id))));
    } catch (failure) {
      // 400: the address bar held something that is no id at all.
      if (failure instanceof Refused && [400, 404].includes(failure.problem.status)) this.forget(id);
    }
  }
}
