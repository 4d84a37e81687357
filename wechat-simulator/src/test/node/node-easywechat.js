'use strict';

const assert = require('assert/strict');
const fs = require('fs');
const { OfficialAccount } = require('node-easywechat');
const simulator = require('./simulator');

/** The SDK asks for a cache; its own one writes files. */
class Memory {
  constructor() {
    this.values = new Map();
  }

  async get(key) {
    return this.values.get(key);
  }

  async has(key) {
    return this.values.has(key);
  }

  async set(key, value) {
    this.values.set(key, value);
    return true;
  }

  async delete(key) {
    return this.values.delete(key);
  }

  async clear() {
    this.values.clear();
    return true;
  }
}

function application(stable) {
  const app = new OfficialAccount({
    app_id: 'wxdemo', secret: 'secret', use_stable_access_token: stable, http: { baseURL: `${simulator.url}/` },
  });
  app.setCache(new Memory());
  return app;
}

const json = async (answer) => (await answer).toObject();

const asBuffer = async (answer) => {
  const file = simulator.media('downloaded');
  (await answer).saveAs(file);
  return fs.readFileSync(file);
};

async function tokens(stable) {
  const app = application(stable);
  const client = app.getClient();
  const first = await app.getAccessToken().getToken();
  assert.equal((await json(client.get('cgi-bin/material/get_materialcount'))).image_count, 0);
  await simulator.expireTokens();
  assert.equal((await json(client.get('cgi-bin/material/get_materialcount'))).errcode, 42001);
  const second = await app.getAccessToken().refresh();
  assert.notEqual(second, first);
  assert.equal((await json(client.get('cgi-bin/material/get_materialcount'))).image_count, 0);
}

function add(client, type, name, fields) {
  client.withFile(simulator.media(name), 'media');
  return json(client.post('cgi-bin/material/add_material', { params: { type }, data: fields }));
}

async function materials(client) {
  const get = (id) => client.postJson('cgi-bin/material/get_material', { media_id: id }, { responseType: 'arraybuffer' });
  for (const [type, name] of [['image', '骆驼.png'], ['image', 'large.jpg'], ['voice', 'tone.mp3'], ['voice', 'tone.amr'],
    ['thumb', 'thumb.jpg']]) {
    const { media_id: id } = await add(client, type, name);
    assert.ok(simulator.bytes(name).equals(await asBuffer(get(id))), name);
  }
  const description = JSON.stringify({ title: '标题', introduction: '"介绍"' });
  const { media_id: video } = await add(client, 'video', 'film.mp4', { description });
  const info = await json(client.postJson('cgi-bin/material/get_material', { media_id: video }));
  assert.equal(info.title, '标题');
  assert.equal(info.description, '"介绍"');
  assert.ok(simulator.bytes('film.mp4').equals(await simulator.download(info.down_url)));

  assert.deepEqual(await json(client.get('cgi-bin/material/get_materialcount')),
    { voice_count: 2, video_count: 1, image_count: 3, news_count: 0 });
  const page = await json(client.postJson('cgi-bin/material/batchget_material', { type: 'image', offset: 0, count: 20 }));
  assert.deepEqual(page.item.map((item) => item.name), ['thumb.jpg', 'large.jpg', '骆驼.png']);

  const remove = () => json(client.postJson('cgi-bin/material/del_material', { media_id: video }));
  assert.equal((await remove()).errcode, 0);
  assert.equal((await remove()).errcode, 40007);
  assert.equal((await json(client.postJson('cgi-bin/material/get_material', { media_id: video }))).errcode, 40007);
  assert.equal((await add(client, 'video', 'film.mp4')).errcode, 41005);
}

async function news(client) {
  const id = await simulator.addNews();
  const material = await json(client.postJson('cgi-bin/material/get_material', { media_id: id }));
  assert.equal(material.news_item[0].title, '骆驼');
  assert.equal((await json(client.postJson('cgi-bin/material/add_news', { articles: [] }))).errcode, 45103);
}

async function temporaryMedia(client) {
  client.withFile(simulator.media('骆驼.png'), 'media');
  const { url } = await json(client.post('cgi-bin/media/uploadimg'));
  assert.ok(simulator.bytes('骆驼.png').equals(await simulator.download(url)));
  const get = (id) => client.get('cgi-bin/media/get', { params: { media_id: id }, responseType: 'arraybuffer' });
  for (const [type, name] of [['image', '骆驼.png'], ['voice', 'tone.amr'], ['thumb', 'thumb.jpg']]) {
    client.withFile(simulator.media(name), 'media');
    const answer = await json(client.post('cgi-bin/media/upload', { params: { type } }));
    assert.ok(simulator.bytes(name).equals(await asBuffer(get(answer.media_id || answer.thumb_media_id))), name);
  }
  client.withFile(simulator.media('film.mp4'), 'media');
  const { media_id: video } = await json(client.post('cgi-bin/media/upload', { params: { type: 'video' } }));
  const { video_url: address } = await json(client.get('cgi-bin/media/get', { params: { media_id: video } }));
  assert.ok(simulator.bytes('film.mp4').equals(await simulator.download(address)));
  assert.equal((await json(client.get('cgi-bin/media/get', { params: { media_id: 'unknown' } }))).errcode, 40007);
}

simulator.run(async () => {
  await tokens(false);
  await tokens(true);
  const client = application(true).getClient();
  await materials(client);
  await news(client);
  await temporaryMedia(client);
});
