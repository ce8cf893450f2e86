import { UserError } from '../../errors.ts'
import { sql, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { checkUrl } from '../../postgres/check-url.ts'
import { describeUrl, withDatabaseName, withUser } from '../../postgres/url.ts'
import { holdServer } from './use-lock.ts'
import type { Server, UseServer } from './server.ts'

/**
 * Holds a server that is not ours to start or stop. Throws UserError when its user is no superuser or called
 * postgres, or when its role postgres cannot replace the one of Supabase. Existing roles are never altered.
 */
export async function withGivenServer<T>(given: Server, use: UseServer<T>): Promise<T> {
  const url = withDatabaseName(checkUrl(given.url, 'WORKBENCH_URL'), 'postgres')
  return holdServer(url, async (session) => {
    const roles = await readRoles(session)
    refuseUnfit(url, roles)
    if (given.kind === 'url' && roles.postgres === 'user') await refuseClosed(url)
    return use({ ...given, url }, session)
  })
}

interface Roles {
  readonly self: string
  readonly superuser: boolean
  /** What the role postgres is on that server. */
  readonly postgres: 'none' | 'superuser' | 'user'
}

async function readRoles(session: Session): Promise<Roles> {
  const [row] = await session.query(sql`
    select
      current_user::text as self,
      pg_catalog.current_setting('is_superuser') = 'on' as superuser,
      coalesce(
        (
          select case when r.rolsuper then 'superuser' else 'user' end
          from pg_catalog.pg_roles as r
          where r.rolname = 'postgres'
        ),
        'none'
      ) as postgres
  `)
  return row
}

function refuseUnfit(url: string, { self, superuser, postgres }: Roles): void {
  const wanted =
    'WORKBENCH_URL needs a superuser who is not called postgres, such as supabase_admin'
  const image = '(containers: POSTGRES_USER=supabase_admin)'
  if (!superuser)
    throw new UserError(`${describeUrl(url)}: ${self} is no superuser. ${wanted} ${image}.`)
  if (postgres === 'superuser') {
    throw new UserError(
      `${describeUrl(url)}: the role postgres is a superuser there, and migrations run with its rights. ` +
        `On Supabase it is none. ${wanted} ${image}.`,
    )
  }
}

/** A role that we did not create has an unknown password, which is not changed. */
async function refuseClosed(url: string): Promise<void> {
  const asPostgres = withUser(url, 'postgres', decodeURIComponent(new URL(url).password))
  try {
    await withSession(asPostgres, (session) => session.query(sql`select 1`))
  } catch (error) {
    throw new UserError(
      `${describeUrl(url)}: the role postgres exists there and rejects the password of WORKBENCH_URL. ` +
        'Its password is not changed here. Give the role that password, or use a server without it.',
      { cause: error },
    )
  }
}
