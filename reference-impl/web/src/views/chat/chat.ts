import { LitElement, type TemplateResult, html, nothing } from 'lit';
import type { Chat } from '../../client/chat/chat.ts';
import type { OpenConversation } from '../../client/chat/foreground.ts';
import type { Conversation, ConversationId, User } from '../../client/contract.ts';
import '../avatar/avatar.ts';
import '../block/block.ts';
import '../composer/composer.ts';
import '../conversation-list/conversation-list.ts';
import { conversationRows } from '../conversation-list/rows.ts';
import '../message-log/message-log.ts';
import { logRows } from '../message-log/rows.ts';
import '../new-conversation/new-conversation.ts';
import '../profile/profile.ts';
import { controls } from '../shared/controls.ts';
import { icons } from '../shared/icons.ts';
import { counterpart, nameOf, titleOf } from '../shared/people.ts';
import { Times, englishOf } from '../shared/times.ts';
import { chatStyles } from './chat-styles.ts';
import { statusText } from './status.ts';

export interface ChatActions {
  open(id: ConversationId | null): void;
  logout(): void;
}

/** The list on the left, the open conversation on the right; on a narrow screen one of the two. */
export class ParleyChat extends LitElement {
  static override styles = [controls, chatStyles];
  static override properties = {
    // Always the same object, with something new to show.
    chat: { attribute: false, hasChanged: () => true },
    me: { attribute: false },
    actions: { attribute: false },
    now: { attribute: false },
  };
  declare chat: Chat;
  declare me: User;
  declare actions: ChatActions;
  /** Epoch milliseconds; decides what is "today". */
  declare now: number;
  readonly #times = new Times(englishOf(navigator.languages));

  protected override render(): TemplateResult {
    const { opened } = this.chat;
    return html`
      <div class="layout ${opened.kind === 'none' ? 'at-list' : 'at-conversation'}">
        <nav aria-label="Chats">${this.#aside(opened)}</nav>
        <main>${this.#main(opened)}</main>
      </div>
      <parley-new-conversation
        .username=${this.me.username}
        .actions=${{
          openDirect: (username: string) => this.chat.openDirect(username),
          createGroup: (title: string, usernames: readonly string[]) =>
            this.chat.createGroup(title, usernames),
          created: (id: ConversationId) => {
            this.actions.open(id);
          },
        }}
      ></parley-new-conversation>
      <parley-profile
        .me=${this.me}
        .actions=${{ rename: (displayName: string) => this.chat.rename(displayName) }}
      ></parley-profile>
    `;
  }

  #aside(opened: OpenConversation): TemplateResult {
    const { chat, me, now } = this;
    const selected =
      opened.kind === 'open' ? opened.conversation.id : opened.kind === 'none' ? null : opened.id;
    const rows = conversationRows(chat.conversations, {
      me: me.id,
      person: (id) => chat.person(id),
      selected,
      times: this.#times,
      now,
    });
    return html`
      <header class="me">
        <button class="profile" aria-label="Your profile" @click=${this.#showProfile}>
          <parley-avatar .name=${nameOf(me)} .key=${me.id}></parley-avatar>
        </button>
        <div class="names">
          <strong>${nameOf(me)}</strong>
          <span class="status ${chat.status}" role="status">${statusText(chat.status)}</span>
        </div>
        <button
          class="icon"
          aria-label="New conversation"
          title="New conversation"
          @click=${this.#showNewConversation}
        >
          ${icons.compose}
        </button>
        <button
          class="icon"
          aria-label="Log out"
          title="Log out"
          @click=${() => {
            this.actions.logout();
          }}
        >
          ${icons.leave}
        </button>
      </header>
      <parley-conversation-list
        .snapshot=${{ rows, state: chat.listState }}
        .actions=${this.actions}
      ></parley-conversation-list>
    `;
  }

  #main(opened: OpenConversation): TemplateResult {
    switch (opened.kind) {
      case 'none':
        return this.#notice('Choose a conversation, or start a new one.');
      case 'loading':
        return this.#notice('Loading…');
      case 'absent':
        return this.#notice('This conversation does not exist, or you are not a member of it.', true);
      case 'open':
        return this.#conversation(opened);
    }
  }

  #notice(text: string, back = false): TemplateResult {
    return html`<div class="notice">
      <div class="mark">${icons.bubble}</div>
      <p>${text}</p>
      ${back ? html`<button class="quiet" @click=${this.#back}>To your conversations</button>` : nothing}
    </div>`;
  }

  #conversation(opened: OpenConversation & { kind: 'open' }): TemplateResult {
    const { chat, me, now } = this;
    const { conversation, messages, pending, history, receipt, blocked } = opened;
    const title = titleOf(conversation, me.id);
    const other = counterpart(conversation, me.id);
    const view = {
      me: me.id,
      memberCount: conversation.memberCount,
      receipt,
      person: (id: User['id']) => chat.person(id),
      times: this.#times,
      now,
    };
    return html`
      <header class="peer">
        <button class="icon back" aria-label="Back to conversations" @click=${this.#back}>
          ${icons.back}
        </button>
        <parley-avatar .name=${title} .key=${other?.id ?? conversation.id}></parley-avatar>
        <div class="names">
          <h1>${title}</h1>
          <span>${this.#subtitle(conversation)}</span>
        </div>
        ${
          other
            ? html`<parley-block .other=${other} .blocked=${blocked} .actions=${chat}></parley-block>`
            : nothing
        }
      </header>
      ${chat.status === 'live' ? nothing : html`<p class="banner">${statusText(chat.status)}</p>`}
      <parley-message-log
        .snapshot=${{
          conversationId: conversation.id,
          rows: logRows(messages, pending, view),
          history,
          named: conversation.type === 'group',
        }}
        .actions=${chat}
      ></parley-message-log>
      <parley-composer
        .conversationId=${conversation.id}
        .closed=${blocked ? `You have blocked ${title}. Unblock to write again.` : ''}
        .actions=${chat}
      ></parley-composer>
    `;
  }

  #subtitle(conversation: Conversation): string {
    if (conversation.type === 'direct') return `@${counterpart(conversation, this.me.id)?.username ?? ''}`;
    const names = conversation.members?.map(({ user }) => (user.id === this.me.id ? 'You' : nameOf(user)));
    return names?.join(', ') ?? `${conversation.memberCount} members`;
  }

  readonly #back = (): void => {
    this.actions.open(null);
  };

  readonly #showNewConversation = (): void => {
    this.renderRoot.querySelector('parley-new-conversation')?.show();
  };

  readonly #showProfile = (): void => {
    this.renderRoot.querySelector('parley-profile')?.show();
  };
}

customElements.define('parley-chat', ParleyChat);

declare global {
  interface HTMLElementTagNameMap {
    'parley-chat': ParleyChat;
  }
}
