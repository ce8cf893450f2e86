import { expect, it } from 'vitest'
import {
  formatObjectId,
  idOf,
  kindOf,
  lastNameOf,
  nameOf,
  parseObjectId,
} from '../../../src/model/object-id.ts'
import { unquoteName } from '../../../src/model/qualified-name.ts'
import { readCatalog } from '../../../src/postgres/read/read-catalog.ts'
import { quoteName } from '../../../src/sql/quote.ts'
import { randomFrom, seed } from '../../schema/random.ts'
import { sql, useDatabase } from '../../support/database.ts'

const signs = ['a', 'B', ' ', '.', '"', '(', ')', ':', ',', "'", 'é', '\n', 'table ', '[]', '$1']

const db = useDatabase({ kind: 'platform', mode: 'today' })

it(`an id of a catalog is spelled as the codec spells it, whatever the names (TEST_SEED=${String(seed)})`, async () => {
  const { below } = randomFrom(seed)
  const names = Array.from({ length: 30 }, (_, at) =>
    [String(at), ...Array.from({ length: 5 }, () => signs[below(signs.length)] ?? '')].join(''),
  )
  const schema = 'odd "schema". ('
  await db.owner.query(
    sql.__dangerous__rawValue(
      [
        `create schema ${quoteName(schema)};`,
        ...names.flatMap((name) => {
          const path = `${quoteName(schema)}.${quoteName(name)}`
          return [
            `create table ${path} (${quoteName(name)} integer check (${quoteName(name)} > 0));`,
            `create function ${path}(${path}, integer[]) returns integer language sql return 1;`,
            `create policy ${quoteName(name)} on ${path} using (true);`,
          ]
        }),
      ].join('\n'),
    ),
  )
  const { objects } = await readCatalog(db.owner, { schemas: [schema] })
  const ids = [...objects.keys()]
  expect(ids.length).toBeGreaterThan(names.length * 4)
  expect(ids.map((id) => formatObjectId(parseObjectId(id)))).toEqual(ids)
  expect(ids.map(kindOf)).toEqual([...objects.values()].map(({ kind }) => kind))
  for (const [kind, depth] of Object.entries({ table: 2, function: 2, policy: 3, column: 3 })) {
    const found = ids.filter((id) => kindOf(id) === kind)
    expect(found.map(lastNameOf).toSorted()).toEqual(names.toSorted())
    expect(found.map((id) => parseObjectId(id).spelled.length)).toEqual(names.map(() => depth))
  }
  const calls = ids.filter((id) => kindOf(id) === 'function').map(parseObjectId)
  for (const { spelled, arguments: list } of calls)
    expect(list).toBe(`${spelled.join('.')}, integer[]`)
  expect(nameOf(idOf('schema', quoteName(schema)))).toBe(quoteName(schema))
  expect(new Set(calls.map(({ spelled }) => unquoteName(spelled[0] ?? '')))).toEqual(
    new Set([schema]),
  )
})
