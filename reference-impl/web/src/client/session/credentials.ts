import type { Device, Session, User } from '../contract.ts';
import type { Cancel } from '../ports.ts';

/** A session as it is kept on this device. */
export interface Credentials {
  readonly user: User;
  readonly device: Device;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** On this device's clock. */
  readonly expiresAtMillis: number;
}

export function credentialsOf(session: Session, nowMillis: number): Credentials {
  const { user, device, accessToken, refreshToken, expiresInSeconds } = session;
  return { user, device, accessToken, refreshToken, expiresAtMillis: nowMillis + expiresInSeconds * 1000 };
}

/** Survives a reload; shared by the tabs of a browser. */
export interface CredentialStore {
  read(): Credentials | null;
  write(credentials: Credentials | null): void;
  /** Told of changes that others made. */
  subscribe(changed: () => void): Cancel;
}
