import { LitElement, type TemplateResult, html } from 'lit';
import { Refused, describe } from '../../client/problem.ts';
import { Attempt } from '../shared/attempt.ts';
import { controls } from '../shared/controls.ts';
import { door } from '../shared/door.ts';
import { field, valuesOf } from '../shared/field.ts';

export interface SignInActions {
  login(username: string, password: string): Promise<void>;
  goToSignUp(): void;
}

export class ParleySignIn extends LitElement {
  static override styles = [controls, door];
  static override properties = {
    actions: { attribute: false },
  };
  declare actions: SignInActions;
  readonly #attempt = new Attempt(this);

  protected override render(): TemplateResult {
    return html`<main class="card">
      <div class="brand"><img src="/favicon.svg" alt="" />Parley</div>
      <h1>Log in</h1>
      <form @submit=${this.#submit} novalidate>
        ${field({ name: 'username', label: 'Username or e-mail', autocomplete: 'username' })}
        ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
        ${this.#attempt.alert()}
        <button class="primary" ?disabled=${this.#attempt.isBusy}>Log in</button>
      </form>
      <p class="other">New here? <a href="/register" @click=${this.#signUp}>Create an account</a></p>
    </main>`;
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#login(valuesOf(event.currentTarget as HTMLFormElement));
  };

  readonly #signUp = (event: Event): void => {
    event.preventDefault();
    this.actions.goToSignUp();
  };

  async #login(value: (name: string) => string): Promise<void> {
    const username = value('username').trim();
    const password = value('password');
    if (username === '' || password === '') {
      this.#attempt.refuse('Enter your username and password.');
      return;
    }
    await this.#attempt.run(
      () => this.actions.login(username, password),
      (failure) => {
        const wrong = failure instanceof Refused && [400, 401].includes(failure.problem.status);
        return wrong ? 'The username or password is wrong.' : describe(failure);
      },
    );
  }
}

customElements.define('parley-sign-in', ParleySignIn);

declare global {
  interface HTMLElementTagNameMap {
    'parley-sign-in': ParleySignIn;
  }
}
