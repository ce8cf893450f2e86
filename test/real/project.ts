import type { Package, PackageFiles } from './package-files.ts'

/** A schema that packages ship, version by version. */
export interface RealProject {
  readonly name: string
  readonly packages: readonly Package[]
  /** Its states in the order of their versions, each as one text. `files` are those of the packages, in their order. */
  readonly states: (files: readonly PackageFiles[]) => Promise<readonly RealState[]>
}

/** The whole schema at one version. */
export interface RealState {
  readonly version: string
  readonly text: string
}

/** A project of one package that ships one state, as these files make it one after the other. */
export function ofFiles(name: string, wanted: Package, paths: readonly string[]): RealProject {
  return {
    name,
    packages: [wanted],
    states: async ([files]) => [{ version: 'as shipped', text: await readAll(files, paths) }],
  }
}

/** The texts of files, one after the other. */
export async function readAll(
  files: PackageFiles | undefined,
  paths: readonly string[],
): Promise<string> {
  if (files === undefined) throw new Error('no such package')
  const texts = await Promise.all(paths.map(async (path) => files.read(path)))
  return texts.join('\n;\n')
}

/** States that grow: each is all before it and one text more. */
export function growing(
  steps: readonly { readonly version: string; readonly text: string }[],
): RealState[] {
  return steps.map(({ version }, at) => ({
    version,
    text: steps
      .slice(0, at + 1)
      .map(({ text }) => text)
      .join('\n;\n'),
  }))
}

/** A package of Debian. */
export function debian(name: string): Package {
  return { registry: 'debian', name }
}

/** The one state that a package ships. */
export function oneOf(text: string): RealState[] {
  return [{ version: 'as shipped', text }]
}
