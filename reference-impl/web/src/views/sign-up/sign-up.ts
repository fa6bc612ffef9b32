import { LitElement, type TemplateResult, html } from 'lit';
import { Refused, catalogueId, describe } from '../../client/problem.ts';
import { type SignUp, type SignUpErrors, signUpErrors } from '../../client/session/sign-up.ts';
import { Attempt } from '../shared/attempt.ts';
import { controls } from '../shared/controls.ts';
import { door } from '../shared/door.ts';
import { field, valuesOf } from '../shared/field.ts';

export interface SignUpActions {
  register(signUp: SignUp): Promise<void>;
  goToSignIn(): void;
}

export class ParleySignUp extends LitElement {
  static override styles = [controls, door];
  static override properties = {
    actions: { attribute: false },
    errors: { state: true },
  };
  declare actions: SignUpActions;
  declare private errors: SignUpErrors;
  readonly #attempt = new Attempt(this);

  constructor() {
    super();
    this.errors = {};
  }

  protected override render(): TemplateResult {
    const { errors } = this;
    return html`<main class="card">
      <div class="brand"><img src="/favicon.svg" alt="" />Parley</div>
      <h1>Create an account</h1>
      <form @submit=${this.#submit} novalidate>
        ${field({
          name: 'username',
          label: 'Username',
          autocomplete: 'username',
          hint: 'Others find you by this name.',
          error: errors.username,
        })}
        ${field({
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'new-password',
          error: errors.password,
        })}
        ${field({
          name: 'repeated',
          label: 'Repeat password',
          type: 'password',
          autocomplete: 'new-password',
          error: errors.repeated,
        })}
        ${field({
          name: 'displayName',
          label: 'Display name (optional)',
          autocomplete: 'name',
          error: errors.displayName,
          optional: true,
        })}
        ${field({
          name: 'email',
          label: 'E-mail (optional)',
          type: 'email',
          autocomplete: 'email',
          error: errors.email,
          optional: true,
        })}
        ${this.#attempt.alert()}
        <button class="primary" ?disabled=${this.#attempt.isBusy}>Create account</button>
      </form>
      <p class="other">Already registered? <a href="/login" @click=${this.#signIn}>Log in</a></p>
    </main>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const value = valuesOf(event.currentTarget as HTMLFormElement);
    void this.#register({
      username: value('username').trim(),
      password: value('password'),
      repeated: value('repeated'),
      email: value('email').trim(),
      displayName: value('displayName').trim(),
    });
  };

  readonly #signIn = (event: Event): void => {
    event.preventDefault();
    this.actions.goToSignIn();
  };

  async #register(signUp: SignUp): Promise<void> {
    this.#attempt.clear();
    this.errors = signUpErrors(signUp);
    if (Object.keys(this.errors).length > 0) {
      await this.#focusTheFirstError();
      return;
    }
    await this.#attempt.run(
      () => this.actions.register(signUp),
      (failure) => {
        const id = failure instanceof Refused ? catalogueId(failure.problem) : '';
        if (id === 'username-taken') this.errors = { username: 'This username is taken.' };
        else if (id === 'email-taken') this.errors = { email: 'This e-mail address is taken.' };
        else return describe(failure);
        return '';
      },
    );
    await this.#focusTheFirstError();
  }

  async #focusTheFirstError(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

customElements.define('parley-sign-up', ParleySignUp);

declare global {
  interface HTMLElementTagNameMap {
    'parley-sign-up': ParleySignUp;
  }
}
