import { type TestContext, test } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    ids?: readonly string[];
  }
}

type Claims = readonly [string, string?, string?];

/** A test that backs one to three claims of the catalogue; the evidence reporter carries their ids into the build's results. */
export function verifies(
  ids: Claims,
  name: string,
  body: (context: TestContext) => Promise<void> | void,
): void {
  test(name, async (context) => {
    context.task.meta.ids = ids.filter((id) => id !== undefined);
    await body(context);
  });
}
