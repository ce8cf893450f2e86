import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../../src/model/object-id.ts'
import type { Catalog, CatalogObject } from '../../../src/model/catalog.ts'
import { isPlannedKind, kinds } from '../../../src/model/kind.ts'
import { diffCatalogs } from '../../../src/model/compare-catalogs.ts'
import { readCatalog } from '../../../src/postgres/read/read-catalog.ts'
import { isOther } from '../../../src/postgres/read/other/read.ts'
import { useDatabase, withTestDatabase } from '../../support/database.ts'
import { makeEverything, scope } from './everything.ts'

/** What is read: every kind that rules plan, and others that share a reader. */
const sorts = [...kinds.filter((kind) => isPlannedKind(kind)), 'other'] as const

const inOtherWords: readonly string[] = ['view', 'materializedView']

describe('the readers', () => {
  const db = useDatabase({ kind: 'platform', mode: 'today' })
  let catalog: Catalog

  beforeAll(async () => {
    await makeEverything(db)
    catalog = await readCatalog(db.owner, scope)
  })

  const printed = (kind: string): string =>
    [...catalog.objects.values()]
      .filter((object) => sortOf(object) === kind)
      .map(print)
      .join('\n')
      // 18 alone keeps it: a case of partitions sees it there.
      .replaceAll(/(?<=notNullInherited: )"[^"]*"/g, 'null')
      // 15 lacks these of subscriptions: cases see them where they are.
      .replaceAll(/(?<=(?:passwordRequired|runAsOwner|origin|failover): )(?:\w+|"any")/g, '…')

  it.each(sorts.filter((sort) => !inOtherWords.includes(sort)))(
    'read every %s with all that can be said of it',
    (kind) => {
      expect(printed(kind)).toMatchSnapshot()
    },
  )

  // Servers before 16 print queries in other words.
  it.each(inOtherWords)('read every %s with all that can be said of it', async (kind) => {
    const server = db.serverVersion < 160_000 ? '-before-16' : ''
    const file = join(import.meta.dirname, '__snapshots__', `${kind}${server}.txt`)
    await expect(printed(kind)).toMatchFileSnapshot(file)
  })

  it('read what needs what', () => {
    const byDependent = Map.groupBy(catalog.dependencies, ({ dependent }) => dependent)
    const lines = [...byDependent].map(
      ([dependent, edges]) => `${dependent} → ${edges.map(({ needed }) => needed).join(' | ')}`,
    )
    expect(lines.join('\n')).toMatchSnapshot()
  })

  it('read every kind', () => {
    const found = new Set([...catalog.objects.values()].map(sortOf))
    expect(found).toEqual(new Set(sorts))
  })

  it('name each object once, and its parent if that is ours', () => {
    const { objects } = catalog
    const ids = [...objects.values()].map(({ id }) => id)
    const orphans = [...objects.values()].filter(
      ({ parent }) => parent !== null && !objects.has(parent),
    )
    expect({
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      orphans: orphans.map(({ id, parent }) => [id, parent]),
    }).toEqual({
      twice: [],
      orphans: [['trigger elsewhere.theirs.ours_on_theirs', 'table elsewhere.theirs']],
    })
  })

  it('leave no number of an object', () => {
    const texts = [...catalog.objects.values()].map((object) =>
      print(object).replaceAll('"max":"32767"', ''),
    )
    expect(texts.filter((text) => /\b(1[6-9]|[2-9]\d)\d{3}\b/.test(text))).toEqual([])
  })

  it('read the same for whoever asks', async () => {
    const other = await readCatalog(db.superuser, scope)
    expect(diffCatalogs(catalog, other)).toEqual([])
    expect(other.dependencies).toEqual(catalog.dependencies)
  })

  it("read all schemas but PostgreSQL's own and those that are excepted, unless told which", async () => {
    const all = await readCatalog(db.owner)
    const some = await readCatalog(db.owner, { except: ['s', 'elsewhere', 'public'] })
    expect([schemasOf(all), schemasOf(some)]).toEqual([
      [...platformSchemas, 'elsewhere', 'public', 's'].toSorted(),
      platformSchemas,
    ])
  })

  it('read nothing where no schema is ours', async () => {
    const none = await readCatalog(db.owner, { schemas: ['absent'] })
    expect([...none.objects.values()].filter(({ schema }) => schema !== null)).toEqual([])
  })

  it('read that nothing identifies the rows of a table whose index for that was dropped', async () => {
    await withTestDatabase({ kind: 'platform', mode: 'today' }, async ({ owner, text }) => {
      await text(`
        create table public.notes (id bigint not null);
        create unique index notes_id_idx on public.notes (id);
        alter table public.notes replica identity using index notes_id_idx;
        drop index public.notes_id_idx;
      `)
      const { objects } = await readCatalog(owner, { schemas: ['public'] })
      expect(objects.get(idOf('table', 'public.notes'))?.attributes).toMatchObject({
        replicaIdentity: 'nothing',
      })
    })
  })

  it('read the same of the migrations as of the schema files', async () => {
    const catalogs = await Promise.all(
      (['migrations', 'schema'] as const).map(async (kind) =>
        withTestDatabase({ kind, mode: 'today' }, async ({ owner }) => readCatalog(owner)),
      ),
    )
    const [migrations, files] = catalogs
    if (migrations === undefined || files === undefined) throw new Error('two were read')
    expect(diffCatalogs(migrations, files)).toEqual([])
    expect(migrations.dependencies).toEqual(files.dependencies)
  })
})

/** The kinds that no rule plans are read alike. */
function sortOf({ kind }: CatalogObject): string {
  return isOther(kind) ? 'other' : kind
}

const platformSchemas = [
  'auth',
  'extensions',
  'graphql',
  'graphql_public',
  'pgbouncer',
  'realtime',
  'storage',
  'supabase_functions',
  'vault',
]

function schemasOf({ objects }: Catalog): (string | null)[] {
  const schemas = [...objects.values()].filter(({ kind }) => kind === 'schema')
  return schemas.map(({ schema }) => schema)
}

/** A line for the object, and one for each attribute. */
function print({ id, schema, parent, attributes }: CatalogObject): string {
  const lines = Object.entries(attributes).map(
    ([name, value]) => `  ${name}: ${JSON.stringify(value)}`,
  )
  return [`${id} in ${String(schema)} of ${String(parent)}`, ...lines].join('\n')
}
