import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ListState } from '../../client/chat/directory.ts';
import type { ConversationId } from '../../client/contract.ts';
import { pathOf } from '../../client/route.ts';
import '../avatar/avatar.ts';
import { controls } from '../shared/controls.ts';
import { conversationListStyles } from './conversation-list-styles.ts';
import type { ConversationRow } from './rows.ts';

export interface ConversationListSnapshot {
  readonly rows: readonly ConversationRow[];
  readonly state: ListState;
}

export interface ConversationListActions {
  open(id: ConversationId): void;
}

const shownMax = 99;

/** The user's conversations as links, newest activity first. */
export class ParleyConversationList extends LitElement {
  static override styles = [controls, conversationListStyles];
  static override properties = { snapshot: { attribute: false }, actions: { attribute: false } };
  declare snapshot: ConversationListSnapshot;
  declare actions: ConversationListActions;

  protected override render(): TemplateResult {
    const { rows, state } = this.snapshot;
    return html`
      <ul role="list" aria-label="Conversations" aria-busy=${state === 'loading' ? 'true' : 'false'}>
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#row(row),
        )}
      </ul>
      ${rows.length === 0 ? this.#empty(state) : nothing}
    `;
  }

  #row(row: ConversationRow): TemplateResult {
    return html`<li>
      <a
        href=${pathOf({ name: 'conversation', id: row.id })}
        aria-current=${row.selected ? 'page' : nothing}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.actions.open(row.id);
        }}
      >
        <parley-avatar .name=${row.title} .key=${row.key}></parley-avatar>
        <span class="title">${row.title}</span>
        <time datetime=${row.activeAt}>${row.time}</time>
        <span class="detail">${row.detail}</span>
        ${row.unread > 0 ? this.#badge(row.unread) : nothing}
      </a>
    </li>`;
  }

  #badge(unread: number): TemplateResult {
    const shown = unread > shownMax ? `${shownMax}+` : `${unread}`;
    return html`<span class="unread"
      ><span aria-hidden="true">${shown}</span
      ><span class="spoken">${unread === 1 ? '1 unread message' : `${unread} unread messages`}</span></span
    >`;
  }

  #empty(state: ListState): TemplateResult {
    const text = {
      loading: 'Loading your conversations…',
      ready: 'No conversations yet. Start one with the button above.',
      failed: 'Your conversations could not be loaded.',
    };
    return html`<p class="empty">${text[state]}</p>`;
  }
}

customElements.define('parley-conversation-list', ParleyConversationList);

declare global {
  interface HTMLElementTagNameMap {
    'parley-conversation-list': ParleyConversationList;
  }
}
