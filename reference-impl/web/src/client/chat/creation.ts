import type { Api } from '../api/api.ts';
import type { Conversation, ConversationId, NewConversation, UserId } from '../contract.ts';

/** A name that the person typed and nobody has. */
export class NoSuchUser extends Error {
  readonly username: string;

  constructor(username: string) {
    super(`no user named ${username}`);
    this.name = 'NoSuchUser';
    this.username = username;
  }
}

/** Begins conversations. A creation whose answer was lost is repeated with the same id when it is asked for again. */
export class Creation {
  readonly #api: Api;
  readonly #newId: () => ConversationId;
  #unanswered: { readonly key: string; readonly id: ConversationId } | null = null;

  constructor(api: Api, newId: () => ConversationId) {
    this.#api = api;
    this.#newId = newId;
  }

  async direct(username: string): Promise<Conversation> {
    return this.#create({ type: 'direct', members: [await this.#find(username)] });
  }

  async group(title: string, usernames: readonly string[]): Promise<Conversation> {
    const members: UserId[] = [];
    for (const username of usernames) members.push(await this.#find(username));
    return this.#create({ type: 'group', title, members });
  }

  async #create(wanted: Omit<NewConversation, 'id'>): Promise<Conversation> {
    const key = JSON.stringify(wanted);
    if (this.#unanswered?.key !== key) this.#unanswered = { key, id: this.#newId() };
    const conversation = await this.#api.createConversation({ id: this.#unanswered.id, ...wanted });
    this.#unanswered = null;
    return conversation;
  }

  async #find(username: string): Promise<UserId> {
    const user = await this.#api.findUser(username);
    if (!user) throw new NoSuchUser(username);
    return user.id;
  }
}
