import { LitElement, type TemplateResult, html } from 'lit';
import type { User, UserId } from '../../client/contract.ts';
import { Attempt } from '../shared/attempt.ts';
import { controls } from '../shared/controls.ts';
import { dialogStyles } from '../shared/dialog.ts';
import { icons } from '../shared/icons.ts';
import { nameOf } from '../shared/people.ts';
import { blockStyles } from './block-styles.ts';

export interface BlockActions {
  block(user: UserId): Promise<void>;
  unblock(user: UserId): Promise<void>;
}

/** The button that blocks the other person of a direct conversation, or takes it back; it asks before it does either. */
export class ParleyBlock extends LitElement {
  static override styles = [controls, dialogStyles, blockStyles];
  static override properties = {
    other: { attribute: false },
    blocked: { attribute: false },
    actions: { attribute: false },
  };
  declare other: User;
  declare blocked: boolean;
  declare actions: BlockActions;
  readonly #attempt = new Attempt(this);

  constructor() {
    super();
    this.blocked = false;
  }

  protected override render(): TemplateResult {
    const name = nameOf(this.other);
    const verb = this.blocked ? 'Unblock' : 'Block';
    return html`<button
        class=${this.blocked ? 'toggle blocked' : 'toggle'}
        aria-label=${`${verb} ${name}`}
        @click=${this.#ask}
      >
        ${icons.block}<span>${verb}</span>
      </button>
      <dialog aria-labelledby="heading" aria-describedby="meaning">
        <div class="body">
          <h2 id="heading">${verb} ${name}?</h2>
          <p id="meaning" class="hint">
            ${
              this.blocked
                ? `You and ${name} will be able to write to each other here again.`
                : `Neither of you will be able to write to the other here until you unblock. ${name} is not told. Groups that you share go on.`
            }
          </p>
          ${this.#attempt.alert()}
          <div class="answers">
            <button class="quiet" @click=${this.#close}>Cancel</button>
            <button class="primary" ?disabled=${this.#attempt.isBusy} @click=${this.#confirm}>${verb}</button>
          </div>
        </div>
      </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #ask = (): void => {
    this.#attempt.clear();
    this.#dialog?.showModal();
    this.renderRoot.querySelector<HTMLElement>('.answers .quiet')?.focus();
  };

  readonly #close = (): void => {
    this.#dialog?.close();
  };

  readonly #confirm = (): void => {
    void this.#change();
  };

  async #change(): Promise<void> {
    await this.#attempt.run(async () => {
      if (this.blocked) await this.actions.unblock(this.other.id);
      else await this.actions.block(this.other.id);
      this.#close();
    });
  }
}

customElements.define('parley-block', ParleyBlock);

declare global {
  interface HTMLElementTagNameMap {
    'parley-block': ParleyBlock;
  }
}
