import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import type { AppModel } from '../../client/app-model.ts';
import type { ConversationId } from '../../client/contract.ts';
import type { Cancel } from '../../client/ports.ts';
import type { SignUp } from '../../client/session/sign-up.ts';
import '../chat/chat.ts';
import { tokens } from '../shared/tokens.ts';
import '../sign-in/sign-in.ts';
import '../sign-up/sign-up.ts';

/** The whole application: chooses the screen. */
export class ParleyApp extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        height: 100dvh;
        overflow: auto;
        background: var(--ground);
        color: var(--text);
        font: 1rem / 1.5 var(--font);
        -webkit-text-size-adjust: 100%;
      }
    `,
  ];
  static override properties = { model: { attribute: false } };
  declare model: AppModel | undefined;
  #unsubscribe: Cancel = () => undefined;
  #minutes: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // "Today" ends at midnight, on an idle screen too.
    this.#minutes = setInterval(() => {
      this.requestUpdate();
    }, 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#minutes);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('model')) return;
    this.#unsubscribe();
    const unsubscribe = this.model?.changed.subscribe(() => {
      this.requestUpdate();
    });
    this.#unsubscribe = unsubscribe ?? this.#unsubscribe;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (!model) return nothing;
    const { screen, session, router } = model;
    switch (screen.kind) {
      case 'sign-in':
        return html`<parley-sign-in
          .actions=${{
            login: (username: string, password: string) => session.login(username, password),
            goToSignUp: () => {
              router.go({ name: 'register' });
            },
          }}
        ></parley-sign-in>`;
      case 'sign-up':
        return html`<parley-sign-up
          .actions=${{
            register: (signUp: SignUp) => this.#register(model, signUp),
            goToSignIn: () => {
              router.go({ name: 'login' });
            },
          }}
        ></parley-sign-up>`;
      case 'chat':
        return html`<parley-chat
          .chat=${screen.chat}
          .me=${screen.me}
          .now=${Date.now()}
          .actions=${{
            open: (id: ConversationId | null) => {
              router.go(id === null ? { name: 'home' } : { name: 'conversation', id });
            },
            logout: () => void this.#signOut(model),
          }}
        ></parley-chat>`;
    }
  }

  async #signOut(model: AppModel): Promise<void> {
    if (model.chat?.hasUnsent && !confirm('Messages that are not sent yet will be discarded. Sign out?'))
      return;
    await model.signOut();
  }

  async #register(model: AppModel, { username, password, email, displayName }: SignUp): Promise<void> {
    await model.session.register({ username, password, ...(email === '' ? {} : { email }) });
    // The account exists whether or not this succeeds; the profile dialog offers it again.
    if (displayName !== '') await model.chat?.rename(displayName).catch(() => undefined);
  }
}

customElements.define('parley-app', ParleyApp);

declare global {
  interface HTMLElementTagNameMap {
    'parley-app': ParleyApp;
  }
}
