import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HistoryState } from '../../client/chat/timeline.ts';
import type { ConversationId } from '../../client/contract.ts';
import '../avatar/avatar.ts';
import { controls } from '../shared/controls.ts';
import { icons } from '../shared/icons.ts';
import { messageLogStyles } from './message-log-styles.ts';
import { type MessageActions, messageTemplate } from './message-template.ts';
import type { LogRow } from './rows.ts';

export interface MessageLogSnapshot {
  readonly conversationId: ConversationId;
  readonly rows: readonly LogRow[];
  readonly history: HistoryState;
  /** A group names its authors. */
  readonly named: boolean;
}

export interface MessageLogActions extends MessageActions {
  loadOlder(): void;
  /** The newest message is in sight. */
  shown(): void;
}

/** This near to the end a reader follows new messages. */
const followPixels = 48;
/** This near to the beginning the next older page is asked for. */
const loadPixels = 800;

/** The messages, oldest on top. Keeps the place of a reader who scrolled up, and follows the end for one who did not. */
export class ParleyMessageLog extends LitElement {
  static override styles = [controls, messageLogStyles];
  static override properties = {
    snapshot: { attribute: false },
    actions: { attribute: false },
    unseen: { state: true },
  };
  declare snapshot: MessageLogSnapshot;
  declare actions: MessageLogActions;
  declare private unseen: boolean;
  #following = true;
  #anchor: { readonly element: Element; readonly top: number } | null = null;
  readonly #resized = new ResizeObserver(() => {
    if (this.#following) this.#scrollToEnd();
  });

  constructor() {
    super();
    this.unseen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#showing);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#showing);
    this.#resized.disconnect();
  }

  protected override firstUpdated(): void {
    this.#resized.observe(this.#scroller);
    for (const column of this.#scroller.children) this.#resized.observe(column);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const previous = changed.get('snapshot') as MessageLogSnapshot | undefined;
    this.#anchor = null;
    if (!previous) return;
    if (previous.conversationId !== this.snapshot.conversationId) {
      this.#following = true;
      this.unseen = false;
      return;
    }
    const last = this.snapshot.rows.at(-1);
    const isNew = last?.kind === 'message' && last.key !== previous.rows.at(-1)?.key;
    if (isNew && last.own && last.standing.kind === 'sending') this.#following = true;
    if (this.#following) return;
    if (isNew) this.unseen = true;
    this.#anchor = this.#topmostVisible();
  }

  protected override updated(): void {
    if (this.#following) this.#scrollToEnd();
    else if (this.#anchor?.element.isConnected) {
      this.#scroller.scrollTop += this.#anchor.element.getBoundingClientRect().top - this.#anchor.top;
    }
    this.#loadWhenNearTheBeginning();
    this.#showing();
  }

  protected override render(): TemplateResult {
    const { rows, history, named } = this.snapshot;
    return html`
      <div
        class="scroller"
        role="log"
        aria-label="Messages"
        aria-busy=${history === 'loading' ? 'true' : 'false'}
        tabindex="0"
        @scroll=${this.#scrolled}
      >
        <div class="column">
          <div class="beginning">${this.#beginning(rows, history)}</div>
          ${repeat(
            rows,
            ({ key }) => key,
            (row) =>
              row.kind === 'day'
                ? html`<div class="day" role="separator" aria-label=${row.label}>
                    <span>${row.label}</span>
                  </div>`
                : messageTemplate(row, named, this.actions),
          )}
        </div>
      </div>
      <button class="jump" ?hidden=${!this.unseen} @click=${this.#jump}>${icons.down} New messages</button>
    `;
  }

  #beginning(rows: readonly LogRow[], history: HistoryState): TemplateResult | string | typeof nothing {
    switch (history) {
      case 'loading':
        return 'Loading messages…';
      case 'failed':
        return html`Older messages could not be loaded.
          <button
            class="quiet"
            @click=${() => {
              this.actions.loadOlder();
            }}
          >
            Try again
          </button>`;
      case 'complete':
        return rows.length === 0 ? 'No messages yet. Say hello.' : 'This is where the conversation begins.';
      case 'idle':
        return nothing;
    }
  }

  get #scroller(): HTMLElement {
    const scroller = this.renderRoot.querySelector<HTMLElement>('.scroller');
    if (!scroller) throw new Error('scroller=null, expected after the first rendering');
    return scroller;
  }

  readonly #scrolled = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#following = scrollHeight - scrollTop - clientHeight < followPixels;
    if (this.#following) this.unseen = false;
    this.#loadWhenNearTheBeginning();
    this.#showing();
  };

  readonly #showing = (): void => {
    if (this.#following && document.visibilityState === 'visible') this.actions.shown();
  };

  readonly #jump = (): void => {
    this.#following = true;
    this.unseen = false;
    this.#scrollToEnd();
    this.#scroller.focus();
  };

  #scrollToEnd(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #loadWhenNearTheBeginning(): void {
    if (this.snapshot.history === 'idle' && this.#scroller.scrollTop < loadPixels) this.actions.loadOlder();
  }

  #topmostVisible(): { element: Element; top: number } | null {
    const { top } = this.#scroller.getBoundingClientRect();
    for (const element of this.renderRoot.querySelectorAll('.message')) {
      const box = element.getBoundingClientRect();
      if (box.bottom > top) return { element, top: box.top };
    }
    return null;
  }
}

customElements.define('parley-message-log', ParleyMessageLog);

declare global {
  interface HTMLElementTagNameMap {
    'parley-message-log': ParleyMessageLog;
  }
}
