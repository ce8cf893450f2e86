import type { Context } from '../../files/context.ts'
import type { RemoteEnvironment } from '../../files/project.ts'
import type { Member } from './members.ts'

/**
 * The text with commands that can be pasted. A verb for one database takes an environment, and in a shell a member is
 * none: its URL is given to an environment that is changed without a question.
 */
export function tellCommands(
  { project }: Context,
  { name, variable }: Pick<Member, 'name' | 'variable'>,
  text: string,
): string {
  const environment = project.environments.findLast(
    (found): found is RemoteEnvironment => found.kind === 'remote' && !found.confirm,
  )
  if (environment === undefined) return text
  const url = variable === undefined ? 'URL' : `"$${variable}"`
  const command = new RegExp(
    `npm run ([\\w-]+) ${name.replaceAll(/\W/g, String.raw`\$&`)}(?![\\w-])`,
    'g',
  )
  return text.replaceAll(
    command,
    (_, verb: string) => `${environment.variable}=${url} npm run ${verb} ${environment.name}`,
  )
}
