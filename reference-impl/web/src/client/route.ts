import type { ConversationId } from './contract.ts';

/** The places of the client that have an address of their own. */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'login' }
  | { readonly name: 'register' }
  | { readonly name: 'conversation'; readonly id: ConversationId };

export function routeOf(path: string): Route {
  if (path === '/login') return { name: 'login' };
  if (path === '/register') return { name: 'register' };
  const id = /^\/c\/([^/]+)\/?$/.exec(path)?.[1];
  return id === undefined
    ? { name: 'home' }
    : { name: 'conversation', id: id.toLowerCase() as ConversationId };
}

export function pathOf(route: Route): string {
  switch (route.name) {
    case 'home':
      return '/';
    case 'login':
      return '/login';
    case 'register':
      return '/register';
    case 'conversation':
      return `/c/${route.id}`;
  }
}
