import { expect, it } from 'vitest'
import { htmlPageOf } from '../../src/commands/docs.ts'
import { describeWith } from '../support/tools.ts'
import { useBrowser } from './browser.ts'
import { describedBy } from './described.ts'
import { hostileNames, hostileSchema, hostileText } from './hostile-schema.ts'

describeWith('chromium', 'the page of a database with hostile names', () => {
  const open = useBrowser()

  it('shows every name and comment as it is, and runs none of them', async () => {
    const description = await describedBy(hostileSchema)
    await open(await htmlPageOf(description), {}, async ({ page, troubles }) => {
      const { relations } = description
      expect(await page.locator('img, script[src], .page .page, .page script').count()).toBe(0)
      expect(await page.locator('.page[id^="table:"] h2').allTextContents()).toEqual(
        relations.map(({ name }) => name),
      )
      const leads = await page.locator('.page[id^="table:"] .lead').allTextContents()
      expect(leads).toEqual(
        hostileNames.map(() => hostileText.replaceAll('\r\n', '\n').replaceAll('\u0007', '\uFFFD')),
      )
      expect(await page.evaluate(followBoxes)).toEqual(
        relations.map(({ name }) => ({ box: name, heading: name })),
      )
      expect(troubles).toEqual([])
    })
  })
})

/** Follows each link of the diagram, and answers the heading that it leads to. */
const followBoxes = `(async () => {
  const led = []
  for (const box of document.querySelectorAll('.diagram a.box')) {
    location.hash = box.getAttribute('href')
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
    led.push({
      box: box.dataset.table,
      heading: document.querySelector('.page:not([hidden]) h2').textContent,
    })
  }
  return led
})()`

it('the page is the same each time it is written', async () => {
  const schema = hostileSchema
  const [first, second] = [await describedBy(schema), await describedBy(schema)]
  expect(await htmlPageOf(second)).toBe(await htmlPageOf(first))
})
