// Makes symbols.svg: one <symbol> for each name in symbols.txt, from the npm package that holds Material Symbols (Apache License 2.0).
// npm install --no-save @material-symbols/svg-400 && node wwwroot-assets/icons/make-symbols.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const names = readFileSync(new URL('symbols.txt', here), 'utf8').split('\n').filter(Boolean).sort();
const symbols = names.map(name => {
    const svg = readFileSync(`node_modules/@material-symbols/svg-400/outlined/${name}.svg`, 'utf8');
    return `<symbol id="${name}" viewBox="0 -960 960 960">${svg.match(/<path[^>]*>/)[0]}</symbol>`;
});
writeFileSync(new URL('symbols.svg', here), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);
