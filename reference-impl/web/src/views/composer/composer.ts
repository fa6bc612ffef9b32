import { LitElement, type PropertyValues, type TemplateResult, html } from 'lit';
import type { ConversationId } from '../../client/contract.ts';
import { controls } from '../shared/controls.ts';
import { icons } from '../shared/icons.ts';
import { composerStyles } from './composer-styles.ts';
import { type Draft, draftOf } from './draft.ts';

export interface ComposerActions {
  send(text: string): void;
}

/** Where a message is written. Enter sends, Shift+Enter begins a new line; each conversation keeps its own draft. */
export class ParleyComposer extends LitElement {
  static override styles = [controls, composerStyles];
  static override properties = {
    conversationId: { attribute: false },
    actions: { attribute: false },
    closed: { attribute: false },
    draft: { state: true },
  };
  declare conversationId: ConversationId;
  declare actions: ComposerActions;
  /** Why nothing can be written here; empty where something can. What was typed stays. */
  declare closed: string;
  declare private draft: Draft;
  readonly #drafts = new Map<ConversationId, string>();

  constructor() {
    super();
    this.closed = '';
    this.draft = draftOf('');
  }

  protected override willUpdate(changed: PropertyValues): void {
    const previous = changed.get('conversationId') as ConversationId | undefined;
    if (previous === undefined) return;
    this.#drafts.set(previous, this.#area.value);
    this.draft = draftOf(this.#drafts.get(this.conversationId) ?? '');
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('conversationId')) return;
    this.#area.value = this.#drafts.get(this.conversationId) ?? '';
    this.#fitHeight();
    // On a touch screen the keyboard would cover what the reader came for.
    if (matchMedia('(pointer: fine)').matches) this.#area.focus();
  }

  protected override render(): TemplateResult {
    const { sendable, note } = this.draft;
    return html`<p class="closed" role="status">${this.closed}</p>
      <form @submit=${this.#submit} ?hidden=${this.closed !== ''}>
        <textarea
          rows="1"
          aria-label="Message"
          aria-describedby="note"
          placeholder="Message"
          @input=${this.#typed}
          @keydown=${this.#pressed}
        ></textarea>
        <p id="note" class="note" aria-live="polite">${note}</p>
        <button class="icon" aria-label="Send message" title="Send (Enter)" ?disabled=${!sendable}>
          ${icons.send}
        </button>
      </form>`;
  }

  get #area(): HTMLTextAreaElement {
    const area = this.renderRoot.querySelector('textarea');
    if (!area) throw new Error('textarea=null, expected after the first rendering');
    return area;
  }

  readonly #typed = (): void => {
    this.draft = draftOf(this.#area.value);
    this.#fitHeight();
  };

  #fitHeight(): void {
    this.#area.style.height = 'auto';
    this.#area.style.height = `${this.#area.scrollHeight}px`;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#send();
    this.#area.focus();
  };

  #send(): void {
    const draft = draftOf(this.#area.value);
    if (!draft.sendable) return;
    this.actions.send(draft.text);
    this.#area.value = '';
    this.#typed();
  }
}

customElements.define('parley-composer', ParleyComposer);

declare global {
  interface HTMLElementTagNameMap {
    'parley-composer': ParleyComposer;
  }
}
