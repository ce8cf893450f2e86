import { loadMigrations } from '../files/migrations.ts'
import type { Migration } from '../files/migrations.ts'
import { hashParts, readTree } from '../files/read-tree.ts'
import { loadSchemaFiles } from '../files/schema-files.ts'
import { withSession } from '../postgres/connect.ts'
import type { Content, DefaultPrivileges } from './content.ts'
import { loadSchema } from './load-schema.ts'
import { loadPlatformFiles, runPlatform } from './platform.ts'
import { migrationsUpTo, replayMigrations } from './replay.ts'
import { templatePrefix } from './sweep.ts'
import type { Workbench } from './server.ts'

/** One step towards a content: a template of its own, made from the one below by doing something to it. */
export interface Layer {
  readonly kind: 'platform' | 'migrations' | 'schema'
  /** The template's name: it says all that has gone into it, down to the ground. */
  readonly template: string
  /** Does this layer's part to a database that holds the layers below. */
  readonly build: (workbench: Workbench, database: string) => Promise<void>
}

/** The layers of a content: at least the platform, which is the ground. */
export type Layers = readonly [Layer, ...Layer[]]

/** The topmost layer: its template is the whole content. */
export function topOf(layers: Layers): Layer {
  return layers.at(-1) ?? layers[0]
}

/** To be raised when templates are built differently from the same files. */
const format = '1'

/** The layers of a content, from the ground up; the first is the platform. */
export async function findLayers(workbench: Workbench, content: Content): Promise<Layers> {
  const ground = await platformLayer(workbench, content.kind === 'empty' ? 'today' : content.mode)
  const { folders } = workbench.project
  switch (content.kind) {
    case 'empty':
    case 'platform':
      return [ground]
    case 'migrations': {
      const { migrations } = await loadMigrations(folders.migrations)
      return [ground, ...migrationLayers(ground.template, migrationsUpTo(migrations, content.upTo))]
    }
    case 'schema':
      return [ground, await schemaLayer(ground.template, folders.schema)]
    default:
      return content satisfies never
  }
}

async function platformLayer(
  { project, serverVersion }: Workbench,
  mode: DefaultPrivileges,
): Promise<Layer> {
  const files = await loadPlatformFiles(project.folders.platform, mode)
  const parts = files.flatMap(({ path, text }) => [path.slice(project.root.length), text])
  return {
    kind: 'platform',
    template: nameOf('platform', [format, String(serverVersion), mode, ...parts]),
    build: async (workbench, database) => runPlatform(workbench.adminUrl(database), files),
  }
}

/** Each file's name covers the files before it, so that the longest part of a chain that is there can be found. */
function migrationLayers(ground: string, migrations: readonly Migration[]): Layer[] {
  let below = ground
  return migrations.map((migration) => {
    const template = nameOf('migrations', [below, migration.file, migration.text])
    below = template
    return {
      kind: 'migrations',
      template,
      build: async (workbench, database) =>
        replayMigrations(workbench.userUrl(database), [migration]),
    }
  })
}

/** Named by the files as they lie: they are parsed only when they have changed. */
async function schemaLayer(ground: string, folder: string): Promise<Layer> {
  return {
    kind: 'schema',
    template: nameOf('schema', [ground, ...(await readTree(folder))]),
    build: async (workbench, database) => {
      const statements = await loadSchemaFiles(folder)
      await withSession(workbench.userUrl(database), (session) => loadSchema(session, statements))
    },
  }
}

function nameOf(kind: Layer['kind'], parts: readonly string[]): string {
  return `${templatePrefix}${kind}_${hashParts(parts).slice(0, 20)}`
}
