import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPlannedKind, kinds } from '../../src/model/kind.ts'
import { rules } from '../../src/plan/rules/rules.ts'
import { filesBelow, home } from '../support/tracked-files.ts'

/** Kinds are known in folders of their own; the rest plans for every kind: a new kind is a new file, not a branch here. */
const ownFolders =
  /^src\/(?:model\/kinds|plan\/(?:rules|names|renames|hazards|online\/forms|write\/together))\//

/** What every subject of hazards is found by. */
const hazardCore = ['find-risks', 'hazard'].map((name) => `src/plan/hazards/${name}.ts`)

/** Files that name kinds, and why. One that names none any more leaves the list. */
const exceptions: Readonly<Record<string, string>> = {
  'src/plan/atlas/adopt.ts': 'what Atlas plans is tables and their parts',
  'src/plan/order/place/after-columns.ts': 'it is about the columns of tables',
  'src/plan/order/place/after-proved.ts': 'a check proves that a column has no null',
  'src/plan/order/contained-domains.ts': 'a domain alone limits values inside others',
  'src/plan/order/place/detach-first.ts': 'a partition leaves its table before its columns change',
  'src/plan/order/place/hand-over-sequences.ts': 'columns own sequences',
  'src/plan/order/place/typed-tables.ts': 'a table leaves its type while that changes',
  'src/plan/order/place/revoke-usage-late.ts': 'who may not use a schema finds nothing in it',
  'src/plan/order/merged-checks.ts': 'checks of tables are merged with those of their parents',
  'src/plan/order/place/place-ownership.ts': 'columns own sequences',
  'src/plan/write/atlas-directives.ts': 'Atlas objects by kind',
  'src/plan/atlas/table-reasons.ts': 'what Atlas plans is tables and their parts',
  'src/plan/atlas/change-reasons.ts': 'what Atlas plans is tables and their parts',
  'src/plan/conversions.ts': 'only a column is converted',
  'src/plan/atlas/reasons-against.ts': 'what Atlas plans is tables and their parts',
  'src/plan/write/lint-notes.ts': 'squawk objects by kind',
  'src/plan/write/migration-text.ts': 'a table is told of by its name',
  'src/plan/atlas/route-tables.ts': 'what Atlas plans is tables and their parts',
  'src/plan/write/merge-grants.ts':
    'a column is granted with its table, and a trigger is a privilege too',
}

const planned = kinds.filter((kind) => isPlannedKind(kind))
const files = await Promise.all(
  [...(await filesBelow('src/model', '.ts')), ...(await filesBelow('src/plan', '.ts'))]
    .filter((path) => !ownFolders.test(path) || hazardCore.includes(path))
    .map(async (path) => ({ path, named: await kindsNamedIn(path) })),
)

describe('the core of the planner knows no kind', () => {
  test.each(files.filter(({ path }) => !(path in exceptions)))('$path', ({ named }) => {
    expect(named).toEqual([])
  })

  test('what is excepted names a kind still', () => {
    const needed = new Set(files.filter(({ named }) => named.length > 0).map(({ path }) => path))
    expect(Object.keys(exceptions).filter((path) => !needed.has(path))).toEqual([])
  })

  test('every rule stands under its own kind', () => {
    expect(Object.entries(rules).filter(([kind, rule]) => rule.kind !== kind)).toEqual([])
  })
})

/** The kinds that a file has as texts, comments and JavaScript's own `typeof` aside. */
async function kindsNamedIn(path: string): Promise<string[]> {
  const text = await readFile(join(home, path), 'utf8')
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|typeof \S+ === 'function'/g, '')
  return planned.filter((kind) => new RegExp(`['"\`]${kind}\\b`).test(code))
}
