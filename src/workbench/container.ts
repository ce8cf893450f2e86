import { randomBytes } from 'node:crypto'
import { UserError, messageOf } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { clusterSuperuser } from './initialise.ts'
import { holdServer } from './hold.ts'
import type { UseServer } from './server.ts'

type StartedContainer = Awaited<ReturnType<typeof startContainer>>

/** Starts a container of WORKBENCH_IMAGE (postgres:17 unless told), holds it while `use` runs, and stops it. */
export async function withContainer<T>(context: Context, use: UseServer<T>): Promise<T> {
  const { WORKBENCH_IMAGE: image = 'postgres:17' } = context.variables
  context.talk.step(`starting a container of ${image}`)
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

async function startContainer(image: string) {
  // Big, and needed only here: not loaded for those who do not ask for it.
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql')
  return new PostgreSqlContainer(image)
    .withUsername(clusterSuperuser)
    .withPassword(randomBytes(24).toString('base64url'))
    .withDatabase('postgres')
    .withCommand([
      'postgres',
      '-c',
      'fsync=off',
      '-c',
      'wal_level=logical',
      '-c',
      'max_connections=200',
    ])
    .start()
}
