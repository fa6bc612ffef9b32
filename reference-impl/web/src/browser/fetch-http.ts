import type { Http } from '../client/ports.ts';

/** Nobody waits longer than this for an answer; the request then counts as lost. */
const answerMillis = 20_000;

export const fetchHttp: Http = async ({ method, path, headers, body }) => {
  const response = await fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(answerMillis),
  });
  const text = await response.text();
  return { status: response.status, body: text, header: (name) => response.headers.get(name) };
};
