import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { scanTokens } from '../../sql/scan/tokens.ts'
import type { Facts } from './facts/database-facts.ts'
import type { Found } from './found.ts'
import type { NotAsked, PlacedQuestion } from './question.ts'
import { findIn } from './statements/by-node.ts'
import { startWorld } from './world/world.ts'
import type { World } from './world/world.ts'

/** What to ask before statements run, in their order. */
export interface Derived {
  readonly questions: readonly PlacedQuestion[]
  readonly notAsked: readonly NotAsked[]
}

/** A file of statements. */
export interface AskedFile {
  readonly text: string
  readonly path: string
}

/**
 * Derives what files would lose, and on which rows they would fail, from their statements and what the database says
 * of its objects. A statement is seen in the database as those before leave it: what they rename, create and drop.
 */
export async function deriveQuestions(files: readonly AskedFile[], facts: Facts): Promise<Derived> {
  const questions: PlacedQuestion[] = []
  const notAsked: NotAsked[] = []
  let world = startWorld(facts)
  for (const { text, path } of files) {
    // Each file begins a new session.
    world = { ...world, path: startWorld(facts).path }
    for (const statement of await splitStatements(text, path)) {
      const place = `${path}:${String(statement.line)}`
      const found = findOf(statement, world)
      questions.push(...(found.questions ?? []).map((each) => ({ ...each, place })))
      notAsked.push(...(found.reasons ?? []).map((reason) => ({ place, reason })))
      world = found.world ?? world
    }
  }
  return { questions, notAsked }
}

function findOf(statement: Statement, world: World): Found {
  let scanned: ReturnType<typeof scanTokens> | undefined
  return findIn(statement.tree, {
    world,
    statement,
    // Most statements of a large file are inserts, of which no word is needed.
    get scanned() {
      scanned ??= scanTokens(statement.text)
      return scanned
    },
  })
}
