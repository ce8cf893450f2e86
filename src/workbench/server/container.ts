import { randomBytes } from 'node:crypto'
import { UserError, messageOf } from '../../errors.ts'
import type { Talk } from '../../files/context.ts'
import { clusterSuperuser } from './initialise.ts'
import { holdServer } from './use-lock.ts'
import type { UseServer } from './server.ts'

type StartedContainer = Awaited<ReturnType<typeof startContainer>>

/** Starts a container of an image, holds it while `use` runs, and stops it. */
export async function withContainer<T>(image: string, talk: Talk, use: UseServer<T>): Promise<T> {
  talk.step(`starting a container of ${image}`)
  const container = await tryStart(image)
  try {
    const url = container.getConnectionUri()
    return await holdServer(url, (session) => use({ kind: 'container', url }, session))
  } finally {
    await container.stop()
  }
}

async function tryStart(image: string): Promise<StartedContainer> {
  try {
    return await startContainer(image)
  } catch (error) {
    throw new UserError(
      `WORKBENCH=container: ${image} does not start: ${messageOf(error)}\n` +
        'Is Docker running (docker info), and the image there (WORKBENCH_IMAGE)? Without WORKBENCH the embedded server is used.',
      { cause: error },
    )
  }
}

/** A folder that no image declares as a volume, whatever its version. */
const dataFolder = '/workbench'

const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=logical',
  'max_connections=200',
  'max_locks_per_transaction=1024',
] as const

async function startContainer(image: string) {
  // Big, and needed only here: not loaded for those who do not ask for it.
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql')
  return (
    new PostgreSqlContainer(image)
      .withUsername(clusterSuperuser)
      .withPassword(randomBytes(24).toString('base64url'))
      .withDatabase('postgres')
      // What is thrown away is kept in memory: a disk would only make each scratch database wait.
      .withTmpFs({ [dataFolder]: 'rw' })
      .withEnvironment({ PGDATA: `${dataFolder}/data` })
      .withCommand(['postgres', ...settings.flatMap((setting) => ['-c', setting])])
      .start()
  )
}
