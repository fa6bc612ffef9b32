import { Chat, type ChatPorts } from './chat/chat.ts';
import type { User, UserId } from './contract.ts';
import type { Route } from './route.ts';
import type { Session } from './session/session.ts';
import { Signal } from './signal.ts';

export interface RouterPort {
  readonly changed: Signal;
  readonly route: Route;
  go(route: Route, how?: 'push' | 'replace'): void;
}

export type Screen =
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'sign-up' }
  | { readonly kind: 'chat'; readonly chat: Chat; readonly me: User; readonly route: Route };

/** Which screen stands for this address and this session, and the chat that belongs to the session. */
export class AppModel {
  readonly changed = new Signal();
  readonly session: Session;
  readonly router: RouterPort;
  readonly #chatPorts: (me: UserId) => ChatPorts;
  #chat: Chat | null = null;
  /** Where to go after signing in. */
  #wanted: Route = { name: 'home' };

  constructor(session: Session, router: RouterPort, chatPorts: (me: UserId) => ChatPorts) {
    this.session = session;
    this.router = router;
    this.#chatPorts = chatPorts;
    session.changed.subscribe(() => {
      this.#settle();
    });
    router.changed.subscribe(() => {
      this.#settle();
    });
    this.#settle();
  }

  get screen(): Screen {
    const me = this.session.credentials?.user;
    if (me && this.#chat) return { kind: 'chat', chat: this.#chat, me, route: this.router.route };
    return { kind: this.router.route.name === 'register' ? 'sign-up' : 'sign-in' };
  }

  get chat(): Chat | null {
    return this.#chat;
  }

  /** Leaves nothing of this person behind, unsent messages included. */
  async signOut(): Promise<void> {
    this.#chat?.discardUnsent();
    await this.session.logout();
  }

  /** Brings address, session and chat together after either of the first two changed. */
  #settle(): void {
    const me = this.session.credentials?.user.id;
    const { route } = this.router;
    const signedOut = this.#chat !== null && this.#chat.me !== me;
    if (signedOut) {
      this.#chat?.stop();
      this.#chat = null;
    }
    const atTheDoor = route.name === 'login' || route.name === 'register';
    if (me === undefined) {
      if (!atTheDoor) {
        // The next to sign in may be someone else, to whom this place means nothing.
        this.#wanted = signedOut ? { name: 'home' } : route;
        this.router.go({ name: 'login' }, 'replace');
      }
    } else {
      if (!this.#chat) {
        this.#chat = new Chat(me, this.#chatPorts(me));
        this.#chat.changed.subscribe(() => {
          this.changed.emit();
        });
        this.#chat.start();
      }
      if (atTheDoor) {
        this.router.go(this.#wanted, 'replace');
        this.#wanted = { name: 'home' };
      } else {
        this.#chat.open(route.name === 'conversation' ? route.id : null);
      }
    }
    this.changed.emit();
  }
}
