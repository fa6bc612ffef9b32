import type { Http, HttpRequest } from '../ports.ts';
import { NoAnswer, Refused, problemFrom } from '../problem.ts';

export interface Call {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
}

/**
 * One request and its JSON answer (undefined for an empty one).
 *
 * @throws Refused for a problem, NoAnswer when nobody knows the outcome
 */
export async function exchange(http: Http, call: Call): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (call.token !== undefined) headers['authorization'] = `Bearer ${call.token}`;
  if (call.body !== undefined) headers['content-type'] = 'application/json';

  const response = await http({
    method: call.method,
    path: call.path,
    headers,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  }).catch((cause: unknown) => {
    throw new NoAnswer(cause);
  });

  if (response.status < 200 || response.status > 299) {
    const retryAfter = Number(response.header('retry-after') ?? NaN);
    const problem = problemFrom(response.status, response.body);
    throw new Refused(Number.isFinite(retryAfter) ? { retryAfterSeconds: retryAfter, ...problem } : problem);
  }
  if (response.body === '') return undefined;
  try {
    return JSON.parse(response.body) as unknown;
  } catch (cause) {
    throw new NoAnswer(cause);
  }
}

export function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
