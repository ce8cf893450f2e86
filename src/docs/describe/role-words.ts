import { capitalized, code, say } from '../text/prose.ts'
import type { Prose } from '../text/prose.ts'

/** A role as the subject of a sentence. */
export interface Subject {
  readonly words: Prose
  readonly isPlural: boolean
  /** Whose rows its users' are. */
  readonly whose: string
}

/** The roles for which people have a word: those of an API's callers. */
const known: Readonly<Record<string, string>> = {
  anon: 'anonymous users',
  authenticated: 'authenticated users',
  public: 'all roles',
}

/** A role in words: `authenticated users`, the role `reporter`. */
export function subjectOf(role: string): Subject {
  const words = Object.hasOwn(known, role) ? known[role] : undefined
  return words === undefined
    ? { words: say`the role ${code(role)}`, isPlural: false, whose: 'the user’s' }
    : { words: [words], isPlural: true, whose: 'their' }
}

/** The same at the head of a sentence. */
export function headOf({ words }: Subject): Prose {
  return capitalized(words)
}

/** A verb of a command with its subject: `read`, `reads`. */
export function verbOf(command: string, { isPlural }: Subject): string {
  const verb = command === 'select' ? 'read' : command
  return isPlural ? verb : `${verb}s`
}
