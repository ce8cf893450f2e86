import type {
  DataType,
  Description,
  OtherObject,
  Relation,
  Routine,
} from '../describe/description.ts'
import { htmlCode, htmlProse, htmlText } from '../text/html-text.ts'
import { anchorHref, anchorId } from './anchors.ts'
import type { Diagram } from './diagram-layout.ts'
import { renderSvg } from './diagram-svg.ts'
import { renderRightsSection } from './rights-section.ts'
import { renderSearchList } from './search-list.ts'
import { listed, renderTableSection } from './table-section.ts'

/** What the page is made of besides the database: its style and its script, with how a browser knows them. */
export interface PageAssets {
  readonly style: string
  readonly script: string
  /** `sha256-…` of each, in Base64: the page runs and applies nothing else. */
  readonly styleHash: string
  readonly scriptHash: string
}

/** The page for the browser: all in one file, which asks nobody for anything. */
export function renderHtml(
  description: Description,
  diagram: Diagram,
  { style, script, styleHash, scriptHash }: PageAssets,
): string {
  const title = htmlText(description.title)
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<!-- Written by \`npm run docs\` from the schema files: edit those. -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · database</title>
<style>${style}</style>
</head>
<body>
${renderHeader(title)}
<div class="layout">
${renderNavigation(description)}
<main id="main">
${renderOverview(description, diagram)}
${renderRightsSection(description)}
${renderRoutines(description.routines)}
${renderTypes(description.types)}
${renderTables(description.relations)}
</main>
</div>
<ul id="entries" hidden>
${renderSearchList(description)}
</ul>
<script>${script}</script>
</body>
</html>
`
}

function renderHeader(title: string): string {
  return `<header>
<button id="menu" type="button" aria-expanded="false" aria-controls="navigation">Menu</button>
<a class="brand" href="${anchorHref('page', 'overview')}">${title}</a>
<div class="search">
<input id="search" type="search" placeholder="Search tables, columns, functions" aria-label="Search" aria-controls="results" autocomplete="off" spellcheck="false">
<kbd>/</kbd>
<ul id="results" hidden></ul>
</div>
<button id="theme" type="button"><span>Theme: </span><output>system</output></button>
</header>`
}

function renderNavigation({ relations, types }: Description): string {
  const pages = ['overview', 'rights', 'functions', ...(types.length > 0 ? ['types'] : [])]
  const bySchema = Map.groupBy(relations, ({ name }) => schemaOf(name))
  return `<nav id="navigation" aria-label="Pages">
<ul>${pages.map((page) => `<li><a href="${anchorHref('page', page)}">${capital(page)}</a></li>`).join('\n')}</ul>
${[...bySchema]
  .map(
    ([schema, inside]) =>
      `<p>${htmlText(schema)}</p>\n<ul>${inside.map(({ name }) => `<li><a href="${anchorHref('table', name)}">${htmlText(name.slice(schema.length + 1))}</a></li>`).join('\n')}</ul>`,
  )
  .join('\n')}
</nav>`
}

function renderOverview({ relations, title, others }: Description, diagram: Diagram): string {
  const rows = relations.map(
    ({ name, kind, comment }) =>
      `<tr><th scope="row"><a href="${anchorHref('table', name)}">${htmlCode(name)}</a></th><td>${kind === 'table' ? '' : kind}</td><td>${htmlText(comment ?? '')}</td></tr>`,
  )
  return `<section class="page" id="${anchorId('page', 'overview')}" data-title="Overview">
<h2 tabindex="-1">${htmlText(title)}</h2>
<p class="hint">A table is shown with the columns of its keys; select it to open its page. A line goes to the table that is referred to: a bar where each row has one, a ring where it may have none.</p>
<div class="canvas">${renderSvg(diagram)}</div>
<h3>Tables</h3>
<div class="wide"><table class="list"><tbody>
${rows.join('\n')}
</tbody></table></div>
${others.length === 0 ? '' : `<h3>Also there</h3>\n${listed(others.map(otherItem))}`}
</section>`
}

function otherItem({ name, definition, comment }: OtherObject): string {
  const code = definition === null ? '' : `<pre><code>${htmlText(definition)}</code></pre>`
  return `${htmlText(name)}${comment === null ? '' : `: ${htmlText(comment)}`}${code}`
}

function renderRoutines(routines: readonly Routine[]): string {
  const items = routines.map(
    ({ name, comment, signature, manner, access }) =>
      `<article id="${anchorId('function', name)}" data-title="${htmlText(name)}">
<h3 tabindex="-1">${htmlCode(name)}</h3>
${comment === null ? '' : `<p>${htmlText(comment)}</p>`}
<pre><code>${htmlText(signature)}</code></pre>
<p class="facts">${htmlText(manner)}. ${access.map(htmlProse).join(' ')}</p>
</article>`,
  )
  return `<section class="page" id="${anchorId('page', 'functions')}" data-title="Functions">
<h2 tabindex="-1">Functions</h2>
${items.join('\n')}
</section>`
}

function renderTypes(types: readonly DataType[]): string {
  if (types.length === 0) return ''
  const items = types.map(
    ({ kind, name, comment, labels, definition }) =>
      `<article id="${anchorId('type', name)}" data-title="${htmlText(name)}">
<p class="kind">${kind}</p>
<h3 tabindex="-1">${htmlCode(name)}</h3>
${comment === null ? '' : `<p>${htmlText(comment)}</p>`}
${listed([...labels, ...definition].map(htmlCode))}
</article>`,
  )
  return `<section class="page" id="${anchorId('page', 'types')}" data-title="Types">
<h2 tabindex="-1">Types</h2>
${items.join('\n')}
</section>`
}

function renderTables(relations: readonly Relation[]): string {
  const pages = new Set(relations.map(({ name }) => name))
  return relations.map((relation) => renderTableSection(relation, pages)).join('\n')
}

/** The schema of a name, as SQL spells it. */
function schemaOf(name: string): string {
  return /^(?:"(?:[^"]|"")*"|[^."]+)/.exec(name)?.[0] ?? ''
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
