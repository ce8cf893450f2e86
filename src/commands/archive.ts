import { dropArchived, listArchived } from '../deploy/archive/list-archive.ts'
import type { ListedItem } from '../deploy/archive/list-archive.ts'
import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import type { Session } from '../postgres/connect.ts'
import { withLockedTarget, withReadTarget } from '../targets/target.ts'
import type { LockedRequest } from '../targets/target.ts'

/** What to do with the archive of which database. */
export interface ArchiveRequest extends LockedRequest {
  readonly action: 'list' | 'drop'
  /** The version whose rows are meant; all when undefined. */
  readonly version: string | undefined
}

/** What the archive holds, or what was dropped from it. */
export interface ArchiveResult {
  readonly environment: string
  readonly address: string
  readonly action: ArchiveRequest['action']
  readonly items: readonly ListedItem[]
}

/**
 * Lists what rollbacks kept in schema archive, or drops it for good. Throws UserError for a foreign schema, and for a
 * version of which nothing was kept.
 */
export async function archiveCommand(
  context: Context,
  request: ArchiveRequest,
): Promise<ArchiveResult> {
  const { action, version, environment } = request
  if (action === 'list') {
    return withReadTarget(context, environment, async ({ session, address }) => {
      const items = await findItems(session, { version, environment })
      return { environment, address, action, items }
    })
  }
  return withLockedTarget(context, request, async ({ session, address }) => {
    const items = await findItems(session, { version, environment })
    await dropArchived(session, items)
    return { environment, address, action, items }
  })
}

async function findItems(
  session: Session,
  { version, environment }: Pick<ArchiveRequest, 'version' | 'environment'>,
): Promise<ListedItem[]> {
  const all = await listArchived(session)
  const items = all.filter((item) => version === undefined || item.version === version)
  if (version === undefined || items.length > 0) return items
  const versions = [...new Set(all.map((item) => item.version))].toSorted().join(', ')
  throw new UserError(
    `${environment}: the archive has nothing of version ${version}. It has: ${versions || 'nothing'}.`,
  )
}
