import { squawkNotes } from '../write/lint-notes.ts'
import type { Segment } from '../segment.ts'
import { renderMigration } from '../write/migration-text.ts'
import { printStatement } from '../write/written-statement.ts'
import type { WrittenStatement } from '../write/written-statement.ts'
import { renameStatement, tellRename } from '../names/rename-statement.ts'
import type { Rename } from '../names/order-renames.ts'

/** Renames as statements with their text, there and back. */
export interface RenameStatements {
  readonly statements: readonly WrittenStatement[]
  readonly text: string
  /** What undoes them, in the opposite order. */
  readonly reverse: readonly WrittenStatement[]
  readonly reverseText: string
}

/** Writes renames, and those that take them back. */
export function writeRenames(renames: readonly Rename[]): RenameStatements {
  const there = renames.map((rename) => ({
    made: write(rename),
    why: tellRename(rename),
  }))
  const back = renames
    .toReversed()
    .map(turn)
    .map((rename) => ({
      made: write(rename),
      why: tellRename(rename),
    }))
  return {
    statements: there.map(({ made }) => made),
    text: render(there, squawkNotes),
    reverse: back.map(({ made }) => made),
    reverseText: render(back),
  }
}

function turn({ target, from, to, detour }: Rename): Rename {
  return { target, from: to, to: from, detour: turned[detour] }
}

const turned = { none: 'none', aside: 'back', back: 'aside' } as const

interface Written {
  readonly made: WrittenStatement
  readonly why: string
}

function render(list: readonly Written[], notes?: typeof squawkNotes): string {
  return list
    .map(({ made, why }) => {
      const segment: Segment = { statements: [made] }
      const note = notes?.(segment)
      return renderMigration('', segment, { narrate: () => why, authored: new Map(), note })
    })
    .join('\n')
}

function write(rename: Rename): WrittenStatement {
  return printStatement(renameStatement(rename))
}
