// check_page.js PAGE: axe-core finds nothing on the HTML report, at three widths, light and dark; nothing is cut off; no request is made.
const fs = require('fs');
const assert = require('assert');
const puppeteer = require('puppeteer-core');

async function main() {
  const url = 'file://' + fs.realpathSync(process.argv[2]);
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--headless=new'],
    protocolTimeout: 300000 });
  try {
    const page = await browser.newPage();
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setBypassCSP(true);
    for (const [width, scheme] of [[360, 'light'], [768, 'dark'], [1440, 'light']]) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setViewport({ width, height: 900 });
      await page.goto(url, { timeout: 300000 });
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
      assert.deepStrictEqual(found.violations.map((v) => v.id + ': ' + v.nodes[0].html), [], `${width} ${scheme}`);
      assert(found.passes.length > 20, 'axe looked at little');
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.strictEqual(beyond, 0, 'wider than ' + width);
    }
    await page.keyboard.press('Tab');
    assert.strictEqual(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main');
    assert.deepStrictEqual([...new Set(requests)], [url]);
    console.log('checked 3');
  } finally {
    await browser.close();
  }
}

main().catch((error) => { console.error(error); process.exit(1); });
