import { type Route, pathOf, routeOf } from '../client/route.ts';
import { Signal } from '../client/signal.ts';

/** The address bar. */
export class Router {
  readonly changed = new Signal();

  constructor() {
    addEventListener('popstate', () => {
      this.changed.emit();
    });
  }

  get route(): Route {
    return routeOf(location.pathname);
  }

  go(route: Route, how: 'push' | 'replace' = 'push'): void {
    const path = pathOf(route);
    if (path === location.pathname) return;
    if (how === 'push') history.pushState(null, '', path);
    else history.replaceState(null, '', path);
    this.changed.emit();
  }
}
