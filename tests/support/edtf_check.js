// Reads one EDTF value a line on stdin; prints those that npm's `edtf` refuses, a line each.
const edtf = require('edtf');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line.length > 0);
for (const line of lines) {
  try {
    edtf.parse(line, { level: 2 });
  } catch (error) {
    console.log(line);
  }
}
console.log(`checked ${lines.length}`);
