import type { Description } from './describe/description.ts'
import { renderDbml } from './dbml.ts'
import { renderFunctionsPage } from './markdown/functions-page.ts'
import { renderOverview } from './markdown/overview-page.ts'
import { renderRightsPage } from './markdown/rights-page.ts'
import { renderTablePage } from './markdown/table-page.ts'
import { pageOf } from './text/file-names.ts'

/** A file of the pages, by its path from their folder. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** The pages of a database as files, in order. */
export function renderPages(description: Description): Page[] {
  const names = new Set(description.relations.map(({ name }) => name))
  return [
    { path: 'README.md', text: renderOverview(description) },
    { path: 'rights.md', text: renderRightsPage(description) },
    { path: 'functions.md', text: renderFunctionsPage(description) },
    { path: 'schema.dbml', text: renderDbml(description) },
    ...description.relations.map((relation) => ({
      path: pageOf(relation.name),
      text: renderTablePage(relation, names),
    })),
  ]
}

/** Whether a text of a page's folder was written by the verb, and may be removed with its table. */
export function isWritten(text: string): boolean {
  return /^(?:<!--|\/\/) Written by `npm run docs` /.test(text)
}
