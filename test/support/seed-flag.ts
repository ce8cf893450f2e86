import { countOf } from '../../src/cli/verbs/flags.ts'
import type { FlagValues } from '../../src/cli/verb.ts'

/** The seed that --seed names, or a new one. Throws UserError for what is no number. */
export function seedOf(flags: FlagValues): number {
  return countOf(flags, 'seed') ?? 1 + (Date.now() % 999_999)
}
