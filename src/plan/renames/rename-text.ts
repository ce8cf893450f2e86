import { factsOf, isPart, namingOf } from '../../model/kind.ts'
import { renameTo } from '../action.ts'
import type { Action } from '../action.ts'
import { squawkNotes } from '../write/lint-notes.ts'
import type { Segment } from '../segment.ts'
import { renderMigration } from '../write/migration-text.ts'
import { statement } from '../statement.ts'
import { printStatement } from '../write/written-statement.ts'
import type { WrittenStatement } from '../write/written-statement.ts'
import type { Rename } from './order-renames.ts'
import type { Named } from './names.ts'

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
    why: sentence(rename),
  }))
  const back = renames
    .toReversed()
    .map(turn)
    .map((rename) => ({
      made: write(rename),
      why: sentence(rename),
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

function write({ target, from, to, detour }: Rename): WrittenStatement {
  return printStatement(
    statement({ verb: 'rename', object: target.id }, say(target, from, to), {
      renamed: { kind: target.kind, from, to, isDetour: detour !== 'none' },
    }),
  )
}

function say({ kind, id, spelled, arguments: types }: Named, from: string, to: string): Action {
  const { rename: how, words } = namingOf(kind)
  if (how === undefined) throw new Error(`${id}: no statement renames a ${words}`)
  const parent = spelled.slice(0, -1).join('.')
  if (how.form !== 'whole')
    return renameTo(`${how.form.alter} ${parent}`, to, { what: how.form.part, name: from })
  const called = types === undefined ? '' : `(${types.join(', ')})`
  const name = `${[...spelled.slice(0, -1), from].join('.')}${called}`
  const address = isPart(kind) ? undefined : factsOf(kind).address
  if (address === undefined) throw new Error(`${id}: no statement names a ${words}`)
  return renameTo(address({ name, own: from, parent, parentSchema: spelled[0] ?? '' }), to)
}

function sentence({ target, from, to, detour }: Rename): string {
  const isInside = target.names.length > 2
  const place = isInside ? ` of ${target.spelled.slice(0, -1).join('.')}` : ''
  const name = isInside ? from : [...target.spelled.slice(0, -1), from].join('.')
  const what = `The ${namingOf(target.kind).words}`
  if (detour === 'aside')
    return `${what} ${name}${place} gets a temporary name, since its new name is still in use.`
  if (detour === 'back') return `${what}${place} with the temporary name is renamed to ${to}.`
  return `${what} ${name}${place} is renamed to ${to}.`
}
