// Installs what package-lock.json names, only when it differs from what was installed last, so that a repeat build is quick.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lock = readFileSync('package-lock.json');
if (lock.includes('://')) {
  console.error('package-lock.json names an address: run "npm run lock"');
  process.exit(1);
}

const stamp = 'node_modules/.parley-lock-sha256';
const wanted = createHash('sha256').update(lock).digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
  // The lock file holds digests: what the cache has need not be asked for again.
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const { status } = spawnSync('npm', ['ci', ...flags], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, wanted);
}
