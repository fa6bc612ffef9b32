// Runs scripts of package.json side by side, because they do not need each other. Shows what each printed; fails when one fails.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const run = (name) =>
  new Promise((ended) => {
    const child = spawn(scripts[name], { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = [];
    child.stdout.on('data', (part) => printed.push(part));
    child.stderr.on('data', (part) => printed.push(part));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(printed));
      if (status !== 0) console.error(`npm run ${name}: failed`);
      ended(status === 0);
    });
  });

const passed = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = passed.every(Boolean) ? 0 : 1;
