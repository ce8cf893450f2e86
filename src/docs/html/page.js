const byId = (id) => document.getElementById(id)
const sections = [...document.querySelectorAll('.page')]
const links = [...document.querySelectorAll('nav a')]
const first = sections[0]
const database = document.title

// What an address leads to: a section, or an article inside of one.
function targetOf(hash) {
  try {
    return byId(decodeURIComponent(hash.slice(1))) ?? first
  } catch {
    return first
  }
}

function mark(link, isCurrent) {
  if (isCurrent) link.setAttribute('aria-current', 'page')
  else link.removeAttribute('aria-current')
}

function show(moveFocus) {
  const target = targetOf(location.hash)
  const page = target.closest('.page') ?? first
  for (const section of sections) section.hidden = section !== page
  for (const link of links) mark(link, targetOf(link.hash) === page)
  document.title = `${target.dataset.title ?? page.dataset.title} · ${database}`
  closeMenu()
  if (target === page) scrollTo(0, 0)
  else target.scrollIntoView()
  if (moveFocus) target.querySelector('h2, h3')?.focus({ preventScroll: true })
}

// Search: every word has to be in the name, the kind or the comment.
const search = byId('search')
const results = byId('results')
const entries = [...byId('entries').children].map((element, at) => ({
  element,
  at,
  name: element.querySelector('strong').textContent.toLowerCase(),
  text: element.textContent.toLowerCase(),
}))

function find(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return entries
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((entry) => ({ ...entry, rank: rankOf(entry.name, words[0]) }))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, 40)
}

function rankOf(name, word) {
  const last = name.split('.').at(-1)
  if (name === word || last === word) return 0
  if (name.startsWith(word) || last.startsWith(word)) return 1
  return name.includes(word) ? 2 : 3
}

function showResults() {
  const found = find(search.value)
  const nothing = document.createElement('li')
  nothing.className = 'none'
  nothing.textContent = 'Nothing found.'
  results.replaceChildren(...(found.length > 0 ? found.map(({ element }) => element) : [nothing]))
  results.hidden = search.value.trim() === ''
}

function closeSearch() {
  search.value = ''
  results.hidden = true
}

function step(list, by) {
  const at = list.indexOf(document.activeElement)
  const next = list[at + by]
  if (next !== undefined) next.focus()
  else if (at + by < 0) search.focus()
}

search.addEventListener('input', showResults)
search.addEventListener('keydown', (event) => {
  const [link] = results.querySelectorAll('a')
  if (link === undefined || results.hidden) return
  if (event.key === 'ArrowDown') link.focus()
  else if (event.key === 'Enter') link.click()
  else return
  event.preventDefault()
})
results.addEventListener('click', (event) => {
  const link = event.target.closest('a')
  if (link === null) return
  closeSearch()
  // The address may be the one that is there already.
  if (link.hash === location.hash) show(true)
})
document.addEventListener('click', (event) => {
  if (event.target.closest('.search') === null) results.hidden = true
})

function stepBy(event, list) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  step(list, event.key === 'ArrowDown' ? 1 : -1)
}
results.addEventListener('keydown', (event) => stepBy(event, [...results.querySelectorAll('a')]))
byId('navigation').addEventListener('keydown', (event) => stepBy(event, links))

function leave(isTyping) {
  closeMenu()
  if (results.hidden && !isTyping) return
  closeSearch()
  search.blur()
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'radio'
  if (event.key === 'Escape') leave(isTyping)
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  search.focus()
})

// The matrix: one role alone, and the rows in which it may do something.
byId('roles').addEventListener('change', (event) => {
  const role = event.target.value
  for (const table of document.querySelectorAll('.rights')) {
    table.classList.toggle('filtered', role !== '-1')
    for (const cell of table.querySelectorAll('[data-role]'))
      cell.hidden = role !== '-1' && cell.dataset.role !== role
    for (const row of table.tBodies[0].rows)
      row.hidden =
        role !== '-1' && row.querySelector(`td[data-role="${role}"]`).classList.contains('none')
  }
})

// The diagram: what refers to a table, and what it refers to.
const diagram = document.querySelector('.diagram')
const lines = [...diagram.querySelectorAll('.line')]
const boxes = [...diagram.querySelectorAll('.box')]
function showNear(box) {
  const name = box.dataset.table
  const near = new Set([name])
  for (const line of lines) {
    const isNear = line.dataset.from === name || line.dataset.to === name
    line.classList.toggle('is-near', isNear)
    if (isNear) near.add(line.dataset.from).add(line.dataset.to)
  }
  for (const each of boxes) each.classList.toggle('is-near', near.has(each.dataset.table))
  diagram.classList.add('near')
}
for (const box of boxes) {
  for (const start of ['pointerenter', 'focus']) box.addEventListener(start, () => showNear(box))
  for (const end of ['pointerleave', 'blur'])
    box.addEventListener(end, () => diagram.classList.remove('near'))
}

// Light, dark, or what the system says; kept where the browser keeps things for files.
const themes = ['system', 'light', 'dark']
function keep(name) {
  try {
    localStorage.setItem('docs-theme', name)
  } catch {
    // Nothing is kept.
  }
}
function kept() {
  try {
    return localStorage.getItem('docs-theme') ?? 'system'
  } catch {
    return 'system'
  }
}
let theme = themes.includes(kept()) ? kept() : 'system'
function applyTheme(name) {
  if (name === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = name
  byId('theme').querySelector('output').textContent = name
}
byId('theme').addEventListener('click', () => {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length]
  keep(theme)
  applyTheme(theme)
})

const menu = byId('menu')
function closeMenu() {
  byId('navigation').classList.remove('is-open')
  menu.setAttribute('aria-expanded', 'false')
}
menu.addEventListener('click', () => {
  const isOpen = byId('navigation').classList.toggle('is-open')
  menu.setAttribute('aria-expanded', String(isOpen))
})

applyTheme(theme)
addEventListener('hashchange', () => show(true))
show(false)
