/** RFC 9457 problem details, as the error catalogue types them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly { readonly name: string; readonly expected: string }[];
  readonly serverTime?: string;
  readonly retryAfterSeconds?: number;
}

/** The server answered, and refused. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.title}`);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** No usable answer came: nobody knows whether the request was carried out. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'NoAnswer';
  }
}

/** The refresh token is no longer valid, or the person signed out in another tab. */
export class SessionEnded extends Error {
  constructor() {
    super('the session has ended');
    this.name = 'SessionEnded';
  }
}

const prefix = 'urn:parley:problem:';

/** The id in the error catalogue, or the empty text for a problem that is none of ours (a proxy's, say). */
export function catalogueId(problem: Problem): string {
  return problem.type.startsWith(prefix) ? problem.type.slice(prefix.length) : '';
}

/** Worth repeating unchanged: the server did not judge the request, it could not take it now. */
export function isTemporary(problem: Problem): boolean {
  return problem.status === 429 || problem.status === 503;
}

export function problemFrom(status: number, body: string): Problem {
  try {
    const parsed: unknown = JSON.parse(body);
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      'title' in parsed &&
      typeof parsed.title === 'string'
    ) {
      return { type: 'about:blank', status, ...parsed } as Problem;
    }
  } catch {
    // Not JSON: an answer of something between us and the server.
  }
  return { type: 'about:blank', title: `The server answered ${status}`, status };
}

/** One sentence for the person in front of the screen. */
export function describe(failure: unknown): string {
  if (failure instanceof Refused) return sentence(failure.problem);
  if (failure instanceof NoAnswer) return 'The server cannot be reached. Please try again.';
  if (failure instanceof SessionEnded) return 'You have been signed out.';
  return 'Something went wrong.';
}

export function sentence(problem: Problem): string {
  const first = problem.errors?.[0];
  const text = first ? `${first.name}: ${first.expected}` : problem.title;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
