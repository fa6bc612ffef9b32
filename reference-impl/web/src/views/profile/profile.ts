import { LitElement, type TemplateResult, html } from 'lit';
import type { User } from '../../client/contract.ts';
import { limits } from '../../client/limits.ts';
import { Attempt } from '../shared/attempt.ts';
import { controls } from '../shared/controls.ts';
import { dialogStyles } from '../shared/dialog.ts';
import { field, valuesOf } from '../shared/field.ts';
import { icons } from '../shared/icons.ts';

export interface ProfileActions {
  rename(displayName: string): Promise<void>;
}

/** The dialog in which one says how others see one. */
export class ParleyProfile extends LitElement {
  static override styles = [controls, dialogStyles];
  static override properties = {
    me: { attribute: false },
    actions: { attribute: false },
  };
  declare me: User;
  declare actions: ProfileActions;
  readonly #attempt = new Attempt(this);

  show(): void {
    this.#attempt.clear();
    this.renderRoot.querySelector('form')?.reset();
    this.#dialog?.showModal();
    this.renderRoot.querySelector<HTMLElement>('form input')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading">
      <div class="body">
        <div class="top">
          <h2 id="heading">Your profile</h2>
          <button class="icon" aria-label="Close" @click=${() => this.#dialog?.close()}>
            ${icons.close}
          </button>
        </div>
        <p class="hint">Others find you as @${this.me.username}.</p>
        <form @submit=${this.#submit} novalidate>
          ${field({
            name: 'displayName',
            label: 'Display name',
            autocomplete: 'name',
            value: this.me.displayName,
          })}
          ${this.#attempt.alert()}
          <button class="primary" ?disabled=${this.#attempt.isBusy}>Save</button>
        </form>
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#save(valuesOf(event.currentTarget as HTMLFormElement)('displayName').trim());
  };

  async #save(displayName: string): Promise<void> {
    if (displayName === '' || displayName.length > limits.displayNameCharsMax) {
      this.#attempt.refuse(`Use 1 to ${limits.displayNameCharsMax} characters.`);
      return;
    }
    await this.#attempt.run(async () => {
      await this.actions.rename(displayName);
      this.#dialog?.close();
    });
  }
}

customElements.define('parley-profile', ParleyProfile);

declare global {
  interface HTMLElementTagNameMap {
    'parley-profile': ParleyProfile;
  }
}
