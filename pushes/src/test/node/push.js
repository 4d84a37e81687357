// Writes the push of a message by @wecom/crypto: what belongs into the query, and the cipher text.
const { encrypt, getSignature } = require('@wecom/crypto');

const [token, key, appId, timestamp, message] = process.argv.slice(2);
const nonce = String(Math.floor(Math.random() * 1e9));
const cipherText = encrypt(key, message, appId);
console.log([timestamp, nonce, getSignature(token, timestamp, nonce, cipherText), cipherText].join(' '));
