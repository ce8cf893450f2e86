import type { Talk } from '../../src/files/context.ts'

/** Nobody listens. */
export const silent: Talk = {
  step: () => undefined,
  note: () => undefined,
}
