'use strict';

// What the tests of both SDKs need of the simulator itself. Arguments: its URL and a folder with media.
const fs = require('fs');
const path = require('path');

const [url, folder] = process.argv.slice(2);

async function control(command, body) {
  const answer = await fetch(`${url}/__simulator${command}`, { method: 'POST', body: JSON.stringify(body || {}) });
  return answer.json();
}

module.exports = {
  url,
  control,
  media: (name) => path.join(folder, name),
  bytes: (name) => fs.readFileSync(path.join(folder, name)),
  download: async (address) => Buffer.from(await (await fetch(address)).arrayBuffer()),
  expireTokens: () => control('/clock/forward', { seconds: 7200 }),
  addNews: async () => (await control('/apps/wxdemo/news', { articles: [{ title: '骆驼', content: '<p>c</p>' }] })).media_id,
  calls: async (cgi) => {
    const journal = await (await fetch(`${url}/__simulator/journal?path=${cgi}`)).json();
    return journal.entries.map((entry) => entry.errcode);
  },
  run: (steps) => steps().then(() => console.log('all is well'), (failure) => {
    console.error(failure);
    process.exit(1);
  }),
};
