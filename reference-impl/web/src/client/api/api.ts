import type {
  Block,
  Conversation,
  ConversationId,
  ConversationMarks,
  ConversationPage,
  EntryPage,
  MessagePage,
  NewConversation,
  Seq,
  User,
  UserId,
} from '../contract.ts';
import { limits } from '../limits.ts';
import type { Http } from '../ports.ts';
import { Refused } from '../problem.ts';
import { type Call, exchange, query } from './rest.ts';

/** Where calls get their access token from. */
export interface Tokens {
  /** @throws SessionEnded when there is none */
  current(): Promise<string>;
  /** A token other than the refused one, fetched at most once for all who ask. */
  renew(refused: string): Promise<string>;
}

/** The REST calls of a signed-in user. Each throws Refused, NoAnswer or SessionEnded. */
export class Api {
  readonly #http: Http;
  readonly #tokens: Tokens;

  constructor(http: Http, tokens: Tokens) {
    this.#http = http;
    this.#tokens = tokens;
  }

  rename(displayName: string): Promise<User> {
    return this.#call({ method: 'PATCH', path: '/users/me', body: { displayName } });
  }

  async findUser(username: string): Promise<User | undefined> {
    const path = `/users${query({ username })}`;
    const { users } = await this.#call<{ users: readonly User[] }>({ method: 'GET', path });
    return users[0];
  }

  conversations(cursor?: string): Promise<ConversationPage> {
    const path = `/conversations${query({ cursor, limit: limits.pageEntriesMax })}`;
    return this.#call({ method: 'GET', path });
  }

  conversation(id: ConversationId): Promise<Conversation> {
    return this.#call({ method: 'GET', path: `/conversations/${id}` });
  }

  createConversation(body: NewConversation): Promise<Conversation> {
    return this.#call({ method: 'POST', path: '/conversations', body });
  }

  messagesBefore(id: ConversationId, before: Seq): Promise<MessagePage> {
    const path = `/conversations/${id}/messages${query({ before, limit: limits.pageDefaultEntries })}`;
    return this.#call({ method: 'GET', path });
  }

  entriesAfter(id: ConversationId, after: Seq): Promise<EntryPage> {
    const path = `/conversations/${id}/entries${query({ after, limit: limits.pageEntriesMax })}`;
    return this.#call({ method: 'GET', path });
  }

  marks(id: ConversationId): Promise<ConversationMarks> {
    return this.#call({ method: 'GET', path: `/conversations/${id}/marks` });
  }

  blocks(): Promise<{ readonly blocks: readonly Block[] }> {
    return this.#call({ method: 'GET', path: '/users/me/blocks' });
  }

  block(user: UserId): Promise<void> {
    return this.#call({ method: 'PUT', path: `/users/me/blocks/${user}` });
  }

  unblock(user: UserId): Promise<void> {
    return this.#call({ method: 'DELETE', path: `/users/me/blocks/${user}` });
  }

  async #call<T>(call: Call): Promise<T> {
    const token = await this.#tokens.current();
    try {
      return (await exchange(this.#http, { ...call, token })) as T;
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.problem.status !== 401) throw failure;
      return (await exchange(this.#http, { ...call, token: await this.#tokens.renew(token) })) as T;
    }
  }
}
