import type { Description, RightsCell, RightsGroup, RightsRow } from '../describe/description.ts'
import { htmlCode, htmlProse, htmlText } from '../text/html-text.ts'
import { rightsNotes } from '../words/rights-notes.ts'
import { anchorId } from './anchors.ts'
import { listed } from './table-section.ts'

/** The matrix of rights, with a choice of the role. */
export function renderRightsSection({ roles, rights }: Description): string {
  const about = roles
    .filter((role) => role.about.length > 0)
    .map((role) => `${htmlCode(role.name)} ${htmlProse(role.about)}.`)
  return `<section class="page" id="${anchorId('page', 'rights')}" data-title="Rights">
<h2 tabindex="-1">Rights</h2>
${listed([...rightsNotes.map(htmlText), ...about])}
<fieldset class="filter" id="roles"><legend>Role</legend>
${['all roles', ...roles.map(({ name }) => name)].map(choice).join('\n')}
</fieldset>
${rights.map((group) => renderGroup(group, roles)).join('\n')}
</section>`
}

/** The value is the place of the role; -1 is all. */
function choice(name: string, at: number): string {
  const checked = at === 0 ? ' checked' : ''
  return `<label><input type="radio" name="role" value="${at - 1}"${checked}><span>${htmlText(name)}</span></label>`
}

function renderGroup({ title, rows }: RightsGroup, roles: Description['roles']): string {
  const heads = roles.map(
    ({ name }, at) => `<th scope="col" data-role="${at}">${htmlText(name)}</th>`,
  )
  return `<h3>${title}</h3>
<div class="wide"><table class="rights">
<thead><tr><th scope="col">object</th><th scope="col">command</th>${heads.join('')}</tr></thead>
<tbody>
${rows.map((row, at) => renderRow(row, rows[at - 1])).join('\n')}
</tbody></table></div>`
}

/** The name of an object that the row above has too is there, but not shown. */
function renderRow({ object, command, cells }: RightsRow, above: RightsRow | undefined): string {
  const repeated = above?.object === object ? ' class="repeated"' : ''
  return `<tr><th scope="row"${repeated}>${htmlCode(object)}</th><td>${command}</td>${cells.map(renderCell).join('')}</tr>`
}

function renderCell({ level, text }: RightsCell, at: number): string {
  return `<td class="${level}" data-role="${at}">${htmlText(text)}</td>`
}
