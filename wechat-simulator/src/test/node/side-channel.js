'use strict';

// An upload without a token, as services in containers send it: form-data by plain HTTP to WeChat's own name, which a
// container resolves to its side process. Arguments: the simulator's URL, a folder with media, the side channel's URL.
const assert = require('assert/strict');
const FormData = require('form-data');
const simulator = require('./simulator');

const sideChannel = new URL(process.argv[4]);

function lookup(host, options, found) {
  assert.equal(host, 'api.weixin.qq.com');
  const { hostname } = sideChannel;
  return options.all ? found(null, [{ address: hostname, family: 4 }]) : found(null, hostname, 4);
}

function upload(name, query) {
  const form = new FormData();
  form.append('media', simulator.bytes(name), { filename: name });
  const target = {
    protocol: 'http:',
    host: 'api.weixin.qq.com',
    port: sideChannel.port,
    path: `/cgi-bin/material/add_material?type=image${query}`,
    lookup,
  };
  return new Promise((resolve, reject) => {
    form.submit(target, async (failure, answer) => {
      if (failure) {
        reject(failure);
        return;
      }
      let text = '';
      for await (const piece of answer) {
        text += piece;
      }
      resolve({ status: answer.statusCode, sequence: answer.headers['x-openapi-seqid'], text });
    });
  });
}

simulator.run(async () => {
  const stored = await upload('large.jpg', '');
  assert.equal(stored.status, 200);
  assert.ok(stored.sequence);
  assert.ok(JSON.parse(stored.text).media_id);

  assert.equal(JSON.parse((await upload('large.jpg', '&from_appid=wxother')).text).errcode, 85105);
  await simulator.control('/cloud', { shared_with: ['wxother'] });
  assert.ok(JSON.parse((await upload('large.jpg', '&from_appid=wxother')).text).media_id);

  await simulator.control('/cloud', { service: 'missing' });
  const nobody = await upload('large.jpg', '');
  assert.deepEqual(nobody, { status: 404, sequence: undefined, text: '' });
});
