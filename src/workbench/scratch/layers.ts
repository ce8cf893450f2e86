import { loadMigrations } from '../../files/migrations.ts'
import type { Migration } from '../../files/migrations.ts'
import { loadSamples } from '../../files/samples.ts'
import { loadSchemaFiles } from '../../files/schema/schema-files.ts'
import type { SchemaFiles } from '../../files/schema/schema-files.ts'
import { withSession } from '../../postgres/connect.ts'
import type { Content, DefaultPrivileges } from '../load/content.ts'
import { nameLayer } from './layer.ts'
import type { Layer, Layers } from './layer.ts'
import { loadSchema } from '../load/load-schema.ts'
import { loadPlatformFiles, runPlatform } from '../load/platform.ts'
import { migrationsUpTo, replayMigrations } from '../load/replay.ts'
import { sampleLayers } from './sample-layers.ts'
import type { Workbench } from '../server/server.ts'

/** To be raised when templates are built differently from the same files. */
const format = '1'

/** Nothing to say to the layers above. */
const silent = { note: '' } as const

/** The layers of a content, from the ground up; the first is the platform. */
export async function loadLayers(workbench: Workbench, content: Content): Promise<Layers> {
  const ground = await platformLayer(workbench, content.kind === 'empty' ? 'today' : content.mode)
  const { folders } = workbench.project
  switch (content.kind) {
    case 'empty':
    case 'platform':
      return [ground]
    case 'migrations':
    case 'samples':
      return [ground, ...(await chainLayers(ground, folders, content))]
    case 'schema':
      return [
        ground,
        schemaLayer(ground.template, content.files ?? (await loadSchemaFiles(folders.schema))),
      ]
    default:
      return content satisfies never
  }
}

/** Without a file of samples, what has them is what the migrations make. */
async function chainLayers(
  ground: Layer,
  folders: Workbench['project']['folders'],
  { kind, upTo, folder: loaded }: Extract<Content, { readonly kind: 'migrations' | 'samples' }>,
): Promise<Layer[]> {
  const [folder, samples] = await Promise.all([
    loaded ?? loadMigrations(folders.migrations),
    kind === 'samples' ? loadSamples(folders.samples) : [],
  ])
  const migrations = migrationsUpTo(folder.migrations, upTo)
  return samples.length === 0
    ? migrationLayers(ground.template, migrations)
    : sampleLayers({ ground, samples, migrations })
}

async function platformLayer(
  { project, serverVersion }: Workbench,
  mode: DefaultPrivileges,
): Promise<Layer> {
  const files = await loadPlatformFiles(project.folders.platform, mode)
  const parts = files.flatMap(({ path, text }) => [path.slice(project.root.length), text])
  return {
    kind: 'platform',
    template: nameLayer('platform', [format, String(serverVersion), mode, ...parts]),
    build: async (workbench, { database }) => {
      await runPlatform(workbench.adminUrl(database), files)
      return silent
    },
  }
}

/** Each file's name covers the files before it, so that the longest part of a chain that is there can be found. */
function migrationLayers(ground: string, migrations: readonly Migration[]): Layer[] {
  let below = ground
  return migrations.map((migration) => {
    const template = nameLayer('migrations', [below, migration.file, migration.text])
    below = template
    return {
      kind: 'migrations',
      template,
      build: async (workbench, { database }) => {
        await replayMigrations(workbench.userUrl(database), [migration])
        return silent
      },
    }
  })
}

/** Named by the bytes of the files, which are parsed only when there is no such template. */
function schemaLayer(ground: string, files: SchemaFiles): Layer {
  return {
    kind: 'schema',
    template: nameLayer('schema', [ground, files.hash]),
    build: async (workbench, { database }) => {
      const statements = await files.statements()
      await withSession(workbench.userUrl(database), (session) => loadSchema(session, statements))
      return silent
    },
  }
}
