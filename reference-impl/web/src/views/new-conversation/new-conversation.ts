import { LitElement, type TemplateResult, html } from 'lit';
import { NoSuchUser } from '../../client/chat/creation.ts';
import { groupError, usernamesIn } from '../../client/chat/group-draft.ts';
import type { ConversationId } from '../../client/contract.ts';
import { describe } from '../../client/problem.ts';
import { Attempt } from '../shared/attempt.ts';
import { controls } from '../shared/controls.ts';
import { dialogStyles } from '../shared/dialog.ts';
import { field, valuesOf } from '../shared/field.ts';
import { icons } from '../shared/icons.ts';

export interface NewConversationActions {
  openDirect(username: string): Promise<ConversationId>;
  createGroup(title: string, usernames: readonly string[]): Promise<ConversationId>;
  /** The conversation is there. */
  created(id: ConversationId): void;
}

type Kind = 'direct' | 'group';

/** The dialog that begins a conversation with one person or with several. */
export class ParleyNewConversation extends LitElement {
  static override styles = [controls, dialogStyles];
  static override properties = {
    username: {},
    actions: { attribute: false },
    kind: { state: true },
  };
  /** One's own. */
  declare username: string;
  declare actions: NewConversationActions;
  declare private kind: Kind;
  readonly #attempt = new Attempt(this);

  constructor() {
    super();
    this.username = '';
    this.kind = 'direct';
  }

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
          <h2 id="heading">New conversation</h2>
          <button class="icon" aria-label="Close" @click=${() => this.#dialog?.close()}>
            ${icons.close}
          </button>
        </div>
        <fieldset class="choice">
          <legend class="hidden-text">With whom</legend>
          ${this.#choice('direct', 'One person')} ${this.#choice('group', 'A group')}
        </fieldset>
        <form @submit=${this.#submit} novalidate>
          ${this.kind === 'direct' ? this.#directFields() : this.#groupFields()} ${this.#attempt.alert()}
          <button class="primary" ?disabled=${this.#attempt.isBusy}>
            ${this.kind === 'direct' ? 'Start chat' : 'Create group'}
          </button>
        </form>
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #choice(kind: Kind, label: string): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="kind"
        .checked=${this.kind === kind}
        @change=${() => {
          this.kind = kind;
          this.#attempt.clear();
        }}
      />${label}
    </label>`;
  }

  #directFields(): TemplateResult {
    return field({
      name: 'username',
      label: 'Username',
      autocomplete: 'off',
      hint: 'The exact name of the person you want to write to.',
    });
  }

  #groupFields(): TemplateResult {
    return html`${field({ name: 'title', label: 'Title', autocomplete: 'off' })}
    ${field({
      name: 'usernames',
      label: 'Usernames',
      autocomplete: 'off',
      hint: 'Two or more, separated by commas.',
    })}`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const value = valuesOf(event.currentTarget as HTMLFormElement);
    void (this.kind === 'direct'
      ? this.#startDirect(value('username'))
      : this.#createGroup(value('title').trim(), value('usernames')));
  };

  async #startDirect(typed: string): Promise<void> {
    const [username] = usernamesIn(typed, '');
    if (username === undefined) this.#attempt.refuse('Enter a username.');
    else if (username === this.username) this.#attempt.refuse('This is your own name.');
    else await this.#create(() => this.actions.openDirect(username));
  }

  async #createGroup(title: string, typed: string): Promise<void> {
    const usernames = usernamesIn(typed, this.username);
    const error = groupError({ title, usernames });
    if (error === undefined) await this.#create(() => this.actions.createGroup(title, usernames));
    else this.#attempt.refuse(error);
  }

  async #create(action: () => Promise<ConversationId>): Promise<void> {
    await this.#attempt.run(
      async () => {
        const id = await action();
        this.#dialog?.close();
        this.actions.created(id);
      },
      (failure) =>
        failure instanceof NoSuchUser ? `There is no user named ${failure.username}.` : describe(failure),
    );
  }
}

customElements.define('parley-new-conversation', ParleyNewConversation);

declare global {
  interface HTMLElementTagNameMap {
    'parley-new-conversation': ParleyNewConversation;
  }
}
