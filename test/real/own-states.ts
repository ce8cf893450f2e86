import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { PackageFiles } from './package-files.ts'
import { growing, readAll } from './project.ts'
import type { RealState } from './project.ts'

/** What the worker's own code makes before its files. */
export const workerBase = `create schema graphile_worker;
create table graphile_worker.migrations (
  id int primary key,
  ts timestamptz default now() not null,
  breaking boolean not null default false
);`

/** The package prints its statements by a function. */
export function bossState({ folder }: PackageFiles): RealState {
  const load = createRequire(join(folder, 'package.json'))
  const plans: { create: (schema: string, version: number) => string } = load('./src/plans.js')
  const { schema }: { schema: number } = load('./version.json')
  return { version: String(schema), text: plans.create('pgboss', schema) }
}

/** What the project's own code writes there for PostgreSQL. */
const counted = 'bigint primary key generated always as identity'

/** The schema at its base, then with the files of each later version; what only its own code can do is left out. */
export async function synapseStates(files: PackageFiles): Promise<RealState[]> {
  const folder = 'synapse/storage/schema'
  const stores = ['common', 'main', 'state']
  const base = await readAll(
    files,
    stores.map((store) => `${folder}/${store}/full_schemas/72/full.sql.postgres`),
  )
  const deltas = (await files.list(folder)).filter((path) =>
    /\/delta\/\d+\/.*\.sql(?:\.postgres)?$/.test(path),
  )
  const versions = [...new Set(deltas.map(versionOf))]
    .filter((version) => version > 72)
    .toSorted((a, b) => a - b)
  const steps = await Promise.all(
    versions.map(async (version) => ({
      version: String(version),
      text: (
        await readAll(
          files,
          deltas.filter((path) => versionOf(path) === version),
        )
      ).replaceAll('$%AUTO_INCREMENT_PRIMARY_KEY%$', counted),
    })),
  )
  return growing([{ version: '72', text: base }, ...steps])
}

function versionOf(path: string): number {
  return Number(/\/delta\/(?<version>\d+)\//.exec(path)?.groups?.['version'])
}
