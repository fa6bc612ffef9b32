const dayMillis = 86_400_000;

/** Times as a reader in one place and language wants them. */
export class Times {
  readonly #clock: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #longDate: Intl.DateTimeFormat;
  readonly #longDateOfAnotherYear: Intl.DateTimeFormat;
  readonly #full: Intl.DateTimeFormat;
  readonly #dayKey: Intl.DateTimeFormat;

  constructor(locale: string, timeZone?: string) {
    const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone });
    this.#clock = format({ hour: '2-digit', minute: '2-digit' });
    this.#weekday = format({ weekday: 'short' });
    this.#date = format({ year: '2-digit', month: '2-digit', day: '2-digit' });
    this.#longDate = format({ weekday: 'long', month: 'long', day: 'numeric' });
    this.#longDateOfAnotherYear = format({ year: 'numeric', month: 'long', day: 'numeric' });
    this.#full = format({ dateStyle: 'full', timeStyle: 'medium' });
    this.#dayKey = format({ year: 'numeric', month: '2-digit', day: '2-digit' });
  }

  clock(millis: number): string {
    return this.#clock.format(millis);
  }

  full(millis: number): string {
    return this.#full.format(millis);
  }

  isSameDay(a: number, b: number): boolean {
    return this.#dayKey.format(a) === this.#dayKey.format(b);
  }

  /** The separator between the messages of two days. */
  day(millis: number, now: number): string {
    return (
      this.#near(millis, now) ??
      (this.#year(millis) === this.#year(now) ? this.#longDate : this.#longDateOfAnotherYear).format(millis)
    );
  }

  /** Short, for a list: the time of today, the weekday of this week, else the date. */
  brief(millis: number, now: number): string {
    if (this.isSameDay(millis, now)) return this.clock(millis);
    if (millis < now && now - millis < 6 * dayMillis) {
      return this.#near(millis, now) ?? this.#weekday.format(millis);
    }
    return this.#date.format(millis);
  }

  #near(millis: number, now: number): string | undefined {
    if (this.isSameDay(millis, now)) return 'Today';
    return this.isSameDay(millis, now - dayMillis) ? 'Yesterday' : undefined;
  }

  #year(millis: number): string | undefined {
    return this.#longDateOfAnotherYear.formatToParts(millis).find(({ type }) => type === 'year')?.value;
  }
}

/** The interface speaks English; of its varieties the reader's, unless it is no language tag. */
export function englishOf(languages: readonly string[]): string {
  return languages.find((language) => /^en\b/.test(language) && isLanguageTag(language)) ?? 'en-GB';
}

/** A browser on a system without a locale may call its language `en-US@posix`, which Intl refuses. */
function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}
