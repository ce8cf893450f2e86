import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describeDatabase } from '../docs/describe/describe.ts'
import type { Description } from '../docs/describe/description.ts'
import { layOut } from '../docs/html/diagram-layout.ts'
import { renderHtml } from '../docs/html/html-page.ts'
import { isWritten, renderPages } from '../docs/pages.ts'
import type { Page } from '../docs/pages.ts'
import { placeFiles } from '../files/place-files.ts'
import type { Project } from '../files/project.ts'
import { loadTree } from '../files/read-tree.ts'
import type { TreeEntry } from '../files/read-tree.ts'
import { loadSchemaFiles } from '../files/schema/schema-files.ts'
import { goalOf, viewOf } from '../planning/project-states.ts'
import type { Looking } from '../planning/project-states.ts'
import { withDatabase } from '../postgres/connect.ts'
import { readCatalog } from '../postgres/read/read-catalog.ts'
import { readRoles } from '../postgres/read-roles.ts'
import { withScratch } from '../workbench/scratch/scratch.ts'

/** The pages that differ from what the schema files say, by their paths from the project's root. */
export interface DocsResult {
  /** Whether they were written; with `check` they are only named. */
  readonly written: boolean
  /** All pages, those that are right included. */
  readonly pages: number
  readonly changed: readonly string[]
  /** Pages of tables that are no more. */
  readonly gone: readonly string[]
}

/** Writes docs/schema and docs/schema.html from the schema files; with `check` it only says what is stale. */
export async function docsCommand(
  project: Project,
  { useWorkbench, talk }: Looking,
  { check }: { readonly check: boolean },
): Promise<DocsResult> {
  const files = await loadSchemaFiles(project.folders.schema)
  talk.step('loading the schema files')
  const description = await useWorkbench(async (workbench) =>
    withScratch(workbench, goalOf(files), async ({ url }) =>
      withDatabase(url, async (db) =>
        describeDatabase({
          title: project.name,
          catalog: await readCatalog(db, viewOf(project).scope),
          roles: await readRoles(db),
        }),
      ),
    ),
  )
  return writePages(project.root, await pagesOf(description), check)
}

/** All files, by their paths from the root. */
async function pagesOf(description: Description): Promise<Page[]> {
  const pages = renderPages(description).map(({ path, text }) => ({
    path: `${folder}/${path}`,
    text,
  }))
  return [...pages, { path: 'docs/schema.html', text: await htmlPageOf(description) }]
}

/** The page for the browser. */
export async function htmlPageOf(description: Description): Promise<string> {
  const [style, script] = await Promise.all(
    ['page.css', 'page.js'].map(async (name) =>
      readFile(join(import.meta.dirname, '../docs/html', name), 'utf8'),
    ),
  )
  return renderHtml(description, await layOut(description), {
    style: style ?? '',
    script: script ?? '',
    styleHash: hashOf(style ?? ''),
    scriptHash: hashOf(script ?? ''),
  })
}

/** As a Content-Security-Policy names a text. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

const folder = 'docs/schema'

async function writePages(
  root: string,
  pages: readonly Page[],
  check: boolean,
): Promise<DocsResult> {
  const old = new Map(
    [...textsBelow((await loadTree(join(root, 'docs'))) ?? [])].map(({ path, text }) => [
      relative(root, path),
      text,
    ]),
  )
  const changed = pages.filter(({ path, text }) => old.get(path) !== text)
  const names = new Set(pages.map(({ path }) => path))
  const gone = [...old]
    .filter(([path, text]) => isPage(path) && !names.has(path) && isWritten(text))
    .map(([path]) => path)
  if (!check) {
    placeFiles(
      changed.map(({ path, text }) => ({ path: join(root, path), text, replaces: old.has(path) })),
      gone.map((path) => join(root, path)),
    )
  }
  return {
    written: !check,
    pages: pages.length,
    changed: changed.map(({ path }) => path),
    gone,
  }
}

function isPage(path: string): boolean {
  return path.startsWith(`${folder}/`)
}

function textsBelow(entries: readonly TreeEntry[]): Page[] {
  return entries.flatMap((entry) =>
    'entries' in entry
      ? textsBelow(entry.entries)
      : [{ path: entry.path, text: entry.bytes?.toString('utf8') ?? '' }],
  )
}
