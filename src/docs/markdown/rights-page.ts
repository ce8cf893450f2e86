import type { Description, RightsGroup, RoleText } from '../describe/description.ts'
import { markdownCode, markdownProse, markdownTable, markdownText } from '../text/markdown-text.ts'
import { rightsNotes } from '../words/rights-notes.ts'
import { head } from './page-parts.ts'

/** The matrix: what each role may do by each command on each object. */
export function renderRightsPage({ roles, rights }: Description): string {
  return [
    head,
    '# Rights\n',
    rightsNotes.map((note) => `- ${note}\n`).join(''),
    ...(roles.some(({ about }) => about.length > 0)
      ? [markdownTable(['role', 'what to know'], roles.map(roleRow))]
      : []),
    ...rights.map((group) => renderGroup(group, roles)),
  ].join('\n')
}

function roleRow({ name, about }: RoleText): string[] {
  return [markdownCode(name), markdownProse(about)]
}

function renderGroup({ title, rows }: RightsGroup, roles: readonly RoleText[]): string {
  const table = markdownTable(
    ['object', 'command', ...roles.map(({ name }) => markdownCode(name))],
    rows.map(({ object, command, cells }) => [
      markdownCode(object),
      command,
      ...cells.map(({ text }) => markdownText(text)),
    ]),
  )
  return `## ${title}\n\n${table}`
}
