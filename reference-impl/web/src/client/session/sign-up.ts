import { limits } from '../limits.ts';
import { codePoints } from '../text.ts';

export interface SignUp {
  readonly username: string;
  readonly password: string;
  readonly repeated: string;
  readonly email: string;
  readonly displayName: string;
}

export type SignUpField = keyof SignUp;
export type SignUpErrors = Partial<Readonly<Record<SignUpField, string>>>;

/** What can be said about a registration before the server is asked; the server judges again. */
export function signUpErrors({ username, password, repeated, email, displayName }: SignUp): SignUpErrors {
  const { usernameCharsMin, usernameCharsMax, passwordCodePointsMin, passwordCodePointsMax } = limits;
  const errors: Partial<Record<SignUpField, string>> = {};
  if (username.length < usernameCharsMin || username.length > usernameCharsMax) {
    errors.username = `Use ${usernameCharsMin} to ${usernameCharsMax} characters.`;
  } else if (!/^[a-z0-9._-]+$/i.test(username)) {
    errors.username = 'Use letters a–z, digits, dot, underscore and hyphen.';
  }
  if (codePoints(password) < passwordCodePointsMin || codePoints(password) > passwordCodePointsMax) {
    errors.password = `Use ${passwordCodePointsMin} to ${passwordCodePointsMax} characters.`;
  } else if (password !== repeated) {
    errors.repeated = 'The two passwords differ.';
  }
  if (email !== '' && (!/^[^@\s]+@[^@\s]+$/.test(email) || email.length > limits.emailCharsMax)) {
    errors.email = 'This is not an e-mail address.';
  }
  if (displayName.length > limits.displayNameCharsMax) {
    errors.displayName = `Use at most ${limits.displayNameCharsMax} characters.`;
  }
  return errors;
}
