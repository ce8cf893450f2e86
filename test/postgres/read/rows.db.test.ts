import { beforeAll, describe, expect, it } from 'vitest'
import { kinds as allKinds } from '../../../src/model/kind.ts'
import type { SQLQuery, Transaction } from '../../../src/postgres/connect.ts'
import { headColumns, readCatalogWithin, readers } from '../../../src/postgres/read/read-catalog.ts'
import { edgeColumns } from '../../../src/postgres/read/dependencies.ts'
import { makerColumns, readMakingStatements } from '../../../src/postgres/read/other/read.ts'
import { existingColumns } from '../../../src/postgres/read/existing-kinds.ts'
import type { Columns } from '../../../src/postgres/read/row.ts'
import { useDatabase } from '../../support/database.ts'
import { makeEverything, scope } from './everything.ts'

type Row = Readonly<Record<string, unknown>>

/** Beside these a row has its attributes. */
const objectColumns = { kind: 'text', id: 'id', schema: 'text?', parent: 'id?' } as const

/** The queries that do not answer objects, in the order in which they are asked. */
const others = [headColumns, existingColumns, edgeColumns, makerColumns]

describe('the types of rows say what the queries answer:', () => {
  const db = useDatabase({ kind: 'platform', mode: 'today' })
  const answers: Row[][] = []

  beforeAll(async () => {
    await makeEverything(db)
    await db.owner.tx(async (tx) => {
      const heard = listen(tx, answers)
      await readCatalogWithin(heard, scope)
      const area = {
        schemas: scope.schemas,
        whole: true,
        superusers: false,
        existing: new Set(allKinds),
      }
      await readMakingStatements(heard, area)
    })
  })

  it.each(readers.map((reader) => [reader.kinds.join(', '), reader] as const))(
    'each attribute of a %s, and its kind',
    (_name, { kinds, attributes }) => {
      const rows = answers.flat().filter((row) => kinds.some((kind) => kind === row['kind']))
      const objects = rows.filter((row) => 'attributes' in row)
      expect(objects).not.toEqual([])
      for (const { attributes: said, ...row } of objects) {
        expect(kindsOf(row, objectColumns)).toEqual(objectColumns)
        expect([row['id'], kindsOf(said, attributes)]).toEqual([row['id'], attributes])
      }
    },
  )

  it('each column of the other queries, and its kind', () => {
    const rows = answers.filter(([row]) => row !== undefined && !('attributes' in row))
    expect(rows).toHaveLength(others.length)
    for (const [at, columns] of others.entries())
      for (const row of rows[at] ?? []) expect(kindsOf(row, columns)).toEqual(columns)
  })
})

/** The same transaction, which keeps what its queries answer. */
function listen(tx: Transaction, answers: Row[][]): Transaction {
  const query = async (asked: SQLQuery | SQLQuery[]): Promise<unknown[]> => {
    // A list is settings: they answer nothing.
    if (Array.isArray(asked)) return tx.query(asked)
    const rows: Row[] = await tx.query(asked)
    answers.push(rows)
    return rows
  }
  return new Proxy(tx, {
    get: (target, name): unknown => (name === 'query' ? query : Reflect.get(target, name)),
  })
}

/** The kind of each value of a row: the one that is expected where the value is of it, else what it is. */
function kindsOf(row: unknown, columns: Columns): unknown {
  if (!isRecord(row)) return row
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const kind = columns[name]
      return [name, kind !== undefined && fits(kind, value) ? kind : value]
    }),
  )
}

function fits(kind: string, value: unknown): boolean {
  if (kind.endsWith('?')) return value === null || fits(kind.slice(0, -1), value)
  if (kind.endsWith('[]'))
    return Array.isArray(value) && value.every((part) => fits(kind.slice(0, -2), part))
  return special[kind]?.(value) ?? typeof value === (kind === 'text' ? 'string' : kind)
}

const special: Readonly<Record<string, (value: unknown) => boolean>> = {
  record: isRecord,
  id: (value) => allKinds.some((kind) => typeof value === 'string' && value.startsWith(`${kind} `)),
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
