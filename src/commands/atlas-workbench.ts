import { UserError } from '../errors.ts'
import { withoutTls } from '../postgres/url.ts'
import { hideSchemas, makeLasting } from '../workbench/scratch/lasting.ts'
import type { UseWorkbench } from '../workbench/server/server.ts'

/** The two databases that Atlas's own command line asks for in atlas.hcl. */
export interface AtlasWorkbench {
  /** What the schema files say. */
  readonly desired: string
  /** An empty one with the platform, on which Atlas replays the migrations. */
  readonly dev: string
}

/**
 * Makes the databases that `atlas migrate diff NAME --env local` compares, and answers their URLs, with passwords. They
 * last until the next call. Throws UserError for files that cannot be loaded and for a workbench that does not stay.
 */
export async function atlasWorkbenchCommand(useWorkbench: UseWorkbench): Promise<AtlasWorkbench> {
  return useWorkbench(async (workbench) => {
    if (workbench.kind === 'container') {
      throw new UserError(
        'WORKBENCH=container: stops when this command ends, before Atlas connects. Use the embedded one, or WORKBENCH_URL.',
      )
    }
    const desired = await makeLasting(workbench, { kind: 'schema', mode: 'today' }, names.desired)
    const dev = await makeLasting(workbench, { kind: 'platform', mode: 'today' }, names.dev)
    // Atlas refuses to work on a database that holds more than it is asked about.
    await hideSchemas(workbench.adminUrl(names.dev), ['public', ...workbench.project.schemas])
    return { desired: withoutTls(desired), dev: withoutTls(dev) }
  })
}

const names = { desired: 'atlas_desired', dev: 'atlas_dev' } as const
