// Installs the package if its lock file changed, unpacks Chromium, its libraries and fonts below the folder given, and
// prints where they are. Run by the browser tests on a machine without an installed Chromium.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);
const stamp = join(target, 'unpacked-lock-sha256');
const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const install = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], { cwd: here, stdio: ['ignore', 2, 2] });
  if (install.status !== 0) process.exit(install.status ?? 1);
  mkdirSync(target, { recursive: true });
  process.env.TMPDIR = target; // where the package unpacks to
  const { inflate } = await import('@sparticuz/chromium');
  const archives = join(here, 'node_modules', '@sparticuz', 'chromium', 'bin');
  for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    await inflate(join(archives, name));
  }
  // The package's own configuration names folders of another system; without any font Chromium's pages crash.
  const folders = [join(target, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('');
  writeFileSync(
    join(target, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?>\n<fontconfig>${folders}<cachedir>${join(target, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  writeFileSync(stamp, wanted);
}
console.log(JSON.stringify({ executable: join(target, 'chromium'), libraries: join(target, 'al2023', 'lib'), fonts: join(target, 'fonts') }));
