import type { Talk } from '../files/context.ts'
import type { Catalog } from '../model/catalog.ts'
import { areSame } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import { sendText, withDatabase } from '../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../postgres/connect.ts'
import { readCatalogWithin } from '../postgres/read/read-catalog.ts'
import { compareObservations } from '../observer/compare-observations.ts'
import { observeWithin } from '../observer/observe.ts'
import type { Observation } from '../observer/observe.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'
import type { Content } from '../workbench/load/content.ts'
import type { UseWorkbench } from '../workbench/server/server.ts'
import { governedObjects, isExtensionIn } from './governed-objects.ts'
import type { Both } from './governed-objects.ts'
import { compareObjects, sectionOfUnread } from './section-comparison.ts'

/**
 * Compares a database with a content that is made on a scratch database. The readers compare first; where they find no
 * difference, the observer compares what no reader reads. Tells what it could not compare.
 */
export async function compareTarget(
  useWorkbench: UseWorkbench,
  session: Session,
  { start, talk }: { readonly start: Content; readonly talk: Talk },
): Promise<SectionComparison[]> {
  return useWorkbench((workbench) =>
    withScratch(workbench, start, ({ url }) =>
      withDatabase(url, (db) =>
        inSnapshot(db, (expected) =>
          inSnapshot(session, (found) =>
            compare(workbench.project.schemas, talk, { expected, found }),
          ),
        ),
      ),
    ),
  )
}

async function compare(
  schemas: readonly string[],
  talk: Talk,
  databases: Both<Transaction>,
): Promise<SectionComparison[]> {
  const catalogs = await ofBoth(databases, (tx) =>
    readCatalogWithin(tx, { schemas, superusers: true }),
  )
  const sections = compareObjects(governedObjects(catalogs, schemas))
  const reason = reasonNotToObserve(catalogs, schemas)
  if (reason !== undefined) talk.note(reason)
  if (reason !== undefined || !areSame(sections)) return sections
  const options = { ignoreSchemas: { allBut: schemas } }
  const { expected, found } = await ofBoth(databases, (tx) => observeWithin(tx, options))
  for (const name of found.unreadable.filter((each) => !expected.unreadable.includes(each)))
    talk.note(`may not be read by this user, so it was not compared: ${name}`)
  const { differences } = compareObservations(inside(found, schemas), inside(expected, schemas))
  return [...sections, ...sectionOfUnread(differences)]
}

async function ofBoth<T>(
  databases: Both<Transaction>,
  read: (tx: Transaction) => Promise<T>,
): Promise<Both<T>> {
  const [expected, found] = await Promise.all([read(databases.expected), read(databases.found)])
  return { expected, found }
}

/** Two major versions have other columns in their catalogs, and two versions of an extension other objects in a schema. */
function reasonNotToObserve(
  { expected, found }: Both<Catalog>,
  schemas: readonly string[],
): string | undefined {
  const [workbench, target] = [expected, found].map(({ serverVersion }) =>
    Math.floor(serverVersion / 10_000),
  )
  if (workbench !== target)
    return `the database has PostgreSQL ${String(target)}, the workbench ${String(workbench)}: they may print the same query in other words, and properties that no reader reads are not compared. Compare with the same version: WORKBENCH_POSTGRES=${String(target)}`
  const other = [...found.objects.values()].find(
    (object) =>
      isExtensionIn(object, schemas) &&
      object.attributes['version'] !== expected.objects.get(object.id)?.attributes['version'],
  )
  return other === undefined
    ? undefined
    : `${other.id} has another version in the database: properties that no reader reads are not compared`
}

/** The lines about objects in the schemas: what initdb made, and what lies in no schema, the platform may have changed. */
function inside(observation: Observation, schemas: readonly string[]): Observation {
  const names = schemas.map((name) => name.replaceAll(/[^\p{L}\p{N}_]/gu, String.raw`\$&`))
  const one = `"?(?:${names.join('|')})"?`
  const about = new RegExp(String.raw`^schema ${one}$|(?:^|[ (,\[])${one}\.`, 'u')
  const lines = observation.lines.filter(({ builtIn, object }) => !builtIn && about.test(object))
  return { ...observation, lines, builtIns: 'all', checksums: {} }
}

async function inSnapshot<T>(db: Queryable, use: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return use(tx)
  })
}
