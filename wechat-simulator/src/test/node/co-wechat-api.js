'use strict';

const assert = require('assert/strict');
const API = require('co-wechat-api');
const simulator = require('./simulator');

const refused = (code) => (error) => error.name === 'WeChatAPIError' && error.code === code;

function client(getToken, saveToken) {
  const api = new API('wxdemo', 'secret', getToken, saveToken);
  api.prefix = `${simulator.url}/cgi-bin/`;
  api.fileServerPrefix = api.prefix;
  // its three seconds are too few for the first request to a Java that has just started
  api.setOpts({ timeout: 60000 });
  return api;
}

// The SDK knows no stable token; its hook for a token from elsewhere is where its users put one.
function stableClient() {
  let token = null;
  const api = client(async () => {
    if (!token) {
      const answer = await fetch(`${simulator.url}/cgi-bin/stable_token`, {
        method: 'POST',
        body: JSON.stringify({ grant_type: 'client_credential', appid: 'wxdemo', secret: 'secret' }),
      });
      const json = await answer.json();
      token = { accessToken: json.access_token, expireTime: Date.now() + json.expires_in * 1000 };
    }
    return token;
  }, async (saved) => {
    token = saved;
  });
  return api;
}

async function tokens() {
  const api = client();
  const first = (await api.ensureAccessToken()).accessToken;
  assert.equal((await api.getMaterialCount()).image_count, 0);
  await simulator.expireTokens();
  assert.equal((await api.getMaterialCount()).image_count, 0);
  assert.notEqual((await api.ensureAccessToken()).accessToken, first);
  assert.deepEqual(await simulator.calls('/cgi-bin/material/get_materialcount'), [0, 42001, 0]);

  const stable = stableClient();
  assert.equal((await stable.getMaterialCount()).image_count, 0);
  await simulator.expireTokens();
  assert.equal((await stable.getMaterialCount()).image_count, 0);
  assert.deepEqual(await simulator.calls('/cgi-bin/stable_token'), [0]);
}

async function materials(api) {
  for (const [type, name] of [['image', '骆驼.png'], ['image', 'large.jpg'], ['voice', 'tone.mp3'], ['voice', 'tone.amr'],
    ['thumb', 'thumb.jpg']]) {
    const { media_id: id } = await api.uploadMaterial(simulator.media(name), type);
    assert.ok(simulator.bytes(name).equals(await api.getMaterial(id)), name);
  }
  const video = await api.uploadVideoMaterial(simulator.media('film.mp4'), { title: '标题', introduction: '"介绍"' });
  const info = await api.getMaterial(video.media_id);
  assert.equal(info.title, '标题');
  assert.equal(info.description, '"介绍"');
  assert.ok(simulator.bytes('film.mp4').equals(await simulator.download(info.down_url)));

  assert.deepEqual(
    { ...await api.getMaterialCount() }, { voice_count: 2, video_count: 1, image_count: 3, news_count: 0 });
  const page = await api.getMaterials('image', 0, 20);
  assert.deepEqual(page.item.map((item) => item.name), ['thumb.jpg', 'large.jpg', '骆驼.png']);
  assert.ok(simulator.bytes('骆驼.png').equals(await simulator.download(page.item[2].url)));

  assert.equal((await api.removeMaterial(video.media_id)).errmsg, 'ok');
  await assert.rejects(api.removeMaterial(video.media_id), refused(40007));
  await assert.rejects(api.getMaterial(video.media_id), refused(40007));
  await assert.rejects(api.uploadMaterial(simulator.media('large.jpg'), 'thumb'), refused(40012));
}

async function news(api) {
  const id = await simulator.addNews();
  assert.equal((await api.getMaterial(id)).news_item[0].title, '骆驼');
  assert.equal((await api.getMaterials('news', 0, 20)).item[0].content.news_item[0].content, '<p>c</p>');
  await assert.rejects(api.uploadNewsMaterial({ articles: [] }), refused(45103));
}

async function temporaryMedia(api) {
  const { url } = await api.uploadImage(simulator.media('骆驼.png'));
  assert.ok(simulator.bytes('骆驼.png').equals(await simulator.download(url)));
  for (const [type, name] of [['image', '骆驼.png'], ['voice', 'tone.amr'], ['thumb', 'thumb.jpg']]) {
    const answer = await api.uploadMedia(simulator.media(name), type);
    assert.equal(answer.type, type);
    assert.ok(simulator.bytes(name).equals(await api.getMedia(answer.media_id || answer.thumb_media_id)), name);
  }
  const video = await api.uploadVideoMedia(simulator.media('film.mp4'));
  const { video_url: address } = await api.getMedia(video.media_id);
  assert.ok(simulator.bytes('film.mp4').equals(await simulator.download(address)));
  await assert.rejects(api.getMedia('unknown'), refused(40007));
}

simulator.run(async () => {
  await tokens();
  const api = client();
  await materials(api);
  await news(api);
  await temporaryMedia(api);
});
