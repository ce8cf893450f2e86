import type { Talk } from '../files/context.ts'
import type { Catalog } from '../model/catalog.ts'
import { areSame, isSame, sentencesOf } from '../model/sections.ts'
import type { SectionComparison } from '../model/sections.ts'
import { sql, withinOther } from '../postgres/connect.ts'
import { inSnapshot } from '../postgres/snapshot.ts'
import type { Session, Transaction } from '../postgres/connect.ts'
import { compareObservations } from '../observer/compare-observations.ts'
import { withoutSpellings } from '../proof/observed-differences.ts'
import { differingCatalogs } from '../observer/sight/digest.ts'
import type { Digest } from '../observer/sight/digest.ts'
import { observeWithin } from '../observer/observe.ts'
import type { UseWorkbench, Workbench } from '../workbench/server/server.ts'
import {
  governedObjects,
  isExtensionIn,
  withOneRole,
  withoutNewerRights,
} from './governed-objects.ts'
import type { Both } from './governed-objects.ts'
import { whileKeptAlive } from '../deploy/session/keep-alive.ts'
import type { AppliedHistory } from './replayed-history.ts'
import { onReplay, see, seeReplay } from './see-database.ts'
import type { Seen } from './see-database.ts'
import { compareObjects, rightsSection, sectionOfUnread } from './section-comparison.ts'

/** How a database compares with what its history makes, and what the observer saw of it. */
export interface TargetComparison {
  /** What it was compared with. */
  readonly history: AppliedHistory
  readonly sections: readonly SectionComparison[]
  /** Of what lies in the schemas: it tells later whether anything changed since. */
  readonly digest: Digest
  /** As the readers see them, as if one role had applied the migrations of both. */
  readonly catalogs: Both<Catalog>
  /** Whether the observer could compare them. */
  readonly observed: boolean
}

/**
 * Compares a database with what the migrations of its history make. The readers compare first; where they find no
 * difference, the observer compares what no reader reads. Where rights differ, objects may have been made under the older
 * default privileges: then the replay that is nearer counts. Tells what it could not compare.
 */
export async function compareTarget(
  useWorkbench: UseWorkbench,
  session: Session,
  { history, talk }: Comparing,
): Promise<TargetComparison> {
  const first = await compareWith(useWorkbench, session, { history, talk })
  if (first.sections.every((section) => section.name !== rightsSection || isSame(section)))
    return first
  // What could not be compared was said.
  const quiet = { ...talk, note: () => undefined }
  const older = { history: { ...history, mode: 'legacy' } as const, talk: quiet }
  const second = await compareWith(useWorkbench, session, older)
  return countDifferences(second) < countDifferences(first) ? second : first
}

interface Comparing {
  readonly history: AppliedHistory
  readonly talk: Talk
}

async function compareWith(
  useWorkbench: UseWorkbench,
  session: Session,
  { history, talk }: Comparing,
): Promise<TargetComparison> {
  return whileKeptAlive(session, async () =>
    useWorkbench(async (workbench) => {
      // Before the snapshot there: the first replay takes its time.
      const expected = await seeReplay(workbench, history)
      return withinOther(session, async () =>
        inSnapshot(session, async (found) => ({
          history,
          ...(await compare({ workbench, history, talk }, expected, found)),
        })),
      )
    }),
  )
}

function countDifferences({ sections }: TargetComparison): number {
  return sentencesOf(sections).length
}

interface Ground extends Comparing {
  readonly workbench: Workbench
}

async function compare(
  ground: Ground,
  expected: Seen,
  tx: Transaction,
): Promise<Omit<TargetComparison, 'history'>> {
  const { schemas } = ground.workbench.project
  const { talk } = ground
  const seen = { expected, found: await see(tx, schemas) }
  const { digest } = seen.found
  const { role } = seen.expected.catalog
  const applier = (await readApplier(tx)) ?? role
  const catalogs = withoutNewerRights(
    withOneRole(
      { expected: seen.expected.catalog, found: seen.found.catalog },
      { expected: role, found: applier },
    ),
  )
  const sections = compareObjects(governedObjects(catalogs, schemas))
  const reason = reasonNotToObserve(catalogs, schemas) ?? reasonOfRole(applier, role)
  if (reason !== undefined) talk.note(reason)
  const seenAs = { digest, catalogs, observed: reason === undefined }
  if (reason !== undefined || !areSame(sections)) return { sections, ...seenAs }
  for (const name of beyond(digest.unreadable, seen.expected.digest.unreadable))
    talk.note(`may not be read by this user, so it was not compared: ${name}`)
  const only = differingCatalogs(digest, seen.expected.digest)
  const unread = await compareLines(ground, tx, only)
  return { sections: [...sections, ...unread], ...seenAs }
}

function beyond(names: readonly string[], known: readonly string[]): string[] {
  return names.filter((name) => !known.includes(name))
}

/** Lines are read of those catalogs alone that do not come to the same. */
async function compareLines(
  { workbench, history }: Ground,
  tx: Transaction,
  only: readonly string[],
): Promise<SectionComparison[]> {
  if (only.length === 0) return []
  const options = { ignoreSchemas: { outside: workbench.project.schemas }, only }
  const found = await observeWithin(tx, options)
  const expected = await onReplay(workbench, history, async (replay) =>
    observeWithin(replay, options),
  )
  return sectionOfUnread(withoutSpellings(compareObservations(found, expected).differences))
}

/** Who applied migrations here, as SQL spells the role: who owns the history. */
async function readApplier(tx: Transaction): Promise<string | undefined> {
  const [row] = await tx.query(sql`
    select pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(c.relowner)) as role
    from pg_catalog.pg_class as c
    where c.oid = coalesce(
      pg_catalog.to_regclass('atlas_schema_revisions.atlas_schema_revisions'),
      pg_catalog.to_regclass('supabase_migrations.schema_migrations')
    )
  `)
  return row?.role
}

/** Owners and rights are in many lines of the observer's. */
function reasonOfRole(applier: string, role: string): string | undefined {
  return applier === role
    ? undefined
    : `migrations are applied by ${applier} there, and by ${role} on the workbench: properties that no reader reads are not compared`
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
  const other = [...found.objects.values()].find((object) => {
    const known = expected.objects.get(object.id)
    if (known === undefined || !isExtensionIn(object, schemas)) return false
    return object.attributes['version'] !== known.attributes['version']
  })
  return other === undefined
    ? undefined
    : `${other.id} has another version in the database: properties that no reader reads are not compared`
}
