import type { Phase } from '../moments.ts'

/** Every phase. */
export const everywhere: readonly Phase[] = [
  'before the first file',
  'before a statement',
  'in a statement',
  'after a statement',
  'before COMMIT is sent',
  'after COMMIT was sent',
]

/** Those in which a verb writes. */
export const whileWriting: readonly Phase[] = [
  'in a statement',
  'before COMMIT is sent',
  'after COMMIT was sent',
]

/** Those in which the server works for the tool. */
export const whileServing: readonly Phase[] = [
  'before the first file',
  'in a statement',
  'after COMMIT was sent',
]
